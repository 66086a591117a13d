package org.evotrial.spi;

import java.util.List;

/** The channels of every imaging assay, in the order of their index. */
public enum ImagingChannel {
    /** Sum of longest diameters of the target lesions, mm. */
    TARGET_SUM("target-sum"),
    /** Sum of longest diameters of the target lesions in the central nervous system, mm; 0 without any. */
    CNS_SUM("cns-sum"),
    /** Number of unequivocal new lesions seen so far. */
    NEW_LESIONS("new-lesions"),
    /** Number of unequivocal new lesions in the central nervous system seen so far. */
    NEW_CNS_LESIONS("new-cns-lesions");

    private final String id;

    ImagingChannel(String id) {
        this.id = id;
    }

    /** All channel names in order, for {@link AssayConfiguration#channels()}. */
    public static List<String> ids() {
        return List.of(TARGET_SUM.id, CNS_SUM.id, NEW_LESIONS.id, NEW_CNS_LESIONS.id);
    }
}
