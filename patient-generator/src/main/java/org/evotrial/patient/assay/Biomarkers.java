package org.evotrial.patient.assay;

import java.util.List;
import org.evotrial.spi.ConfigurationException;

/** The biomarkers of an assay as indices into those of the disease. */
final class Biomarkers {
    private Biomarkers() {}

    /**
     * Finds the biomarkers of an assay.
     *
     * @throws ConfigurationException if the disease does not have one of them
     */
    static int[] indices(List<String> names, AssayedDisease disease, String pointer) {
        List<String> known = disease.biomarkers();
        int[] indices = new int[names.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = known.indexOf(names.get(i));
            if (indices[i] < 0) {
                throw new ConfigurationException(
                        pointer + "/biomarkers",
                        "expected one of " + String.join(", ", known) + " but found " + names.get(i));
            }
        }
        return indices;
    }
}
