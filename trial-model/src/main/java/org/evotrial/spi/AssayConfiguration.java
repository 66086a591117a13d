package org.evotrial.spi;

import java.io.Serializable;
import java.util.List;

/**
 * A measurement that a trial makes on a patient. The patient model compiles it; the engine schedules it, keeps its
 * turn-around time and hands its results to policies and endpoints.
 */
public interface AssayConfiguration extends Serializable {
    /** The channels of one measurement, in order: biomarkers of a plasma test, or the fixed names of an imaging assay. */
    List<String> channels();

    /** Unit of each channel: {@code VAF}, {@code mm}, {@code lesions}, {@code ng/mL} and so on; empty for none. */
    default List<String> units() {
        return channels().stream()
                .map(channel -> !imaging()
                        ? biomarkers().contains(channel) ? "VAF" : ""
                        : channel.endsWith("lesions") ? "lesions" : "mm")
                .toList();
    }

    /** The channels that are biomarkers of the disease; empty for imaging. */
    default List<String> biomarkers() {
        return List.of();
    }

    /** Days from sampling until a policy may act on the result, at least 0. */
    default double turnAroundDays() {
        return 0;
    }

    /** Imaging assays feed the response assessment (RECIST) through the channels of {@link ImagingChannel}. */
    default boolean imaging() {
        return false;
    }

    /**
     * Whether progression by this imaging assay counts only if the next evaluable scan shows it too; it is then recorded on
     * the day of that scan.
     */
    default boolean confirmsProgression() {
        return false;
    }

    /**
     * Smallest variant allele fraction in plasma that this assay can be expected to call, in [0, 1]: what separates a clone
     * that is there from one that is detectable. 0 for assays without biomarkers.
     */
    default double limitOfDetection() {
        return 0;
    }
}
