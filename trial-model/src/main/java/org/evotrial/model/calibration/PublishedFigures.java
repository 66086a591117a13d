package org.evotrial.model.calibration;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PublishedTarget;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** The targets of a calibration file that patients on given lines of treatment can be compared with. */
public final class PublishedFigures {
    /** Half the width of a 95 % interval of a normal estimate in standard errors. */
    private static final double HALF_95 = 1.959963984540054;

    private PublishedFigures() {}

    /**
     * The figures of the arms whose lines are the first of the patients' lines. Figures of overall survival count only if
     * they are all of them.
     *
     * @param file the calibration file
     * @param lines labels of the regimens in order
     * @throws ConfigurationException if there is no such arm
     */
    public static List<PublishedTarget> of(CalibrationFile file, List<String> lines) {
        List<PublishedTarget> figures = new ArrayList<>();
        boolean found = false;
        for (CalibrationArm arm : file.arms()) {
            List<String> treated = labels(arm);
            if (treated.isEmpty()
                    || treated.size() > lines.size()
                    || !lines.subList(0, treated.size()).equals(treated)) {
                continue;
            }
            found = true;
            for (CalibrationTarget target : file.targets()) {
                boolean comparable = !target.statistic().needsWholeCourse() || treated.size() == lines.size();
                PublishedTarget figure = target.arm().equals(arm.id()) && comparable ? figure(target) : null;
                if (figure != null) {
                    figures.add(figure);
                }
            }
        }
        if (!found) {
            throw new ConfigurationException(
                    "--targets",
                    "expected an arm that begins with %s but found %s"
                            .formatted(
                                    String.join(", then ", lines),
                                    String.join(
                                            "; ",
                                            file.arms().stream()
                                                    .map(arm -> String.join(", then ", labels(arm)))
                                                    .toList())));
        }
        return figures;
    }

    private static List<String> labels(CalibrationArm arm) {
        return arm.regimens() == null
                ? List.of()
                : arm.regimens().stream().map(r -> r.regimen().label()).toList();
    }

    /** Null for what a population does not estimate. */
    private static @Nullable PublishedTarget figure(CalibrationTarget target) {
        double months = target.atMonths() == null ? Double.NaN : target.atMonths();
        return switch (target.statistic()) {
            case MEDIAN_PFS_MONTHS -> figure(target, "medianMonths", "pfs", null, Double.NaN);
            case MEDIAN_OS_MONTHS -> figure(target, "medianMonths", "os", null, Double.NaN);
            case PFS_RATE -> figure(target, "eventFreeProbability", "pfs", null, months);
            case OS_RATE -> figure(target, "eventFreeProbability", "os", null, months);
            case RESPONSE_RATE -> figure(target, "objectiveResponseRate", null, null, Double.NaN);
            case SHARE_AT_PROGRESSION ->
                figure(target, "mechanismAtFirstProgressionShare", null, target.mechanism(), Double.NaN);
            case SHARE_DETECTED_AT_BASELINE ->
                figure(
                        target,
                        "detectedAtBaselineShare",
                        null,
                        "%s by %s".formatted(target.biomarker(), target.assay()),
                        Double.NaN);
            case MEDIAN_BEST_CHANGE -> figure(target, "bestChange", null, null, Double.NaN);
            case SHARE_DIED_BEFORE_PROGRESSION, MEDIAN_AT_BASELINE, SHARE_WITH_DECLINE, SHARE_BELOW_CELLS -> null;
        };
    }

    private static PublishedTarget figure(
            CalibrationTarget target,
            String metric,
            @Nullable String endpoint,
            @Nullable String detail,
            double months) {
        List<Double> interval = target.interval();
        double half = HALF_95 * target.error();
        return new PublishedTarget(
                metric,
                endpoint,
                detail,
                months,
                target.value(),
                interval == null ? target.value() - half : interval.get(0),
                interval == null ? target.value() + half : interval.get(1),
                target.remarks() == null ? "" : String.join(" ", target.remarks()));
    }
}
