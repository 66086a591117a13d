package org.evotrial.model.calibration;

import java.util.Set;

/** What a published figure is. Shares and rates lie in [0, 1]; progression-free survival ends with progression or death. */
public enum Statistic {
    /** Kaplan-Meier median of progression-free survival, months. */
    MEDIAN_PFS_MONTHS(Needs.IMAGING),
    /** Kaplan-Meier median of overall survival, months. */
    MEDIAN_OS_MONTHS(Needs.WHOLE_COURSE),
    /** Kaplan-Meier estimate of progression-free survival at {@code atMonths}. */
    PFS_RATE(Needs.IMAGING, Needs.AT_MONTHS),
    /** Kaplan-Meier estimate of overall survival at {@code atMonths}. */
    OS_RATE(Needs.WHOLE_COURSE, Needs.AT_MONTHS),
    /** Share with a complete or partial response on the first line, unconfirmed. */
    RESPONSE_RATE(Needs.IMAGING),
    /** Share of the patients with progression by imaging whose dominant clone then has {@code mechanism}. */
    SHARE_AT_PROGRESSION(Needs.IMAGING, Needs.MECHANISM),
    /** Share who died before progression was recorded. */
    SHARE_DIED_BEFORE_PROGRESSION(Needs.IMAGING),
    /** Share of the evaluable baseline samples in which {@code assay} finds {@code biomarker}. */
    SHARE_DETECTED_AT_BASELINE(Needs.CHANNEL),
    /** Median of what {@code assay} reports of {@code biomarker} at baseline. */
    MEDIAN_AT_BASELINE(Needs.CHANNEL),
    /**
     * Share whose {@code biomarker} by {@code assay} falls by at least {@code fall} (a fraction) below its baseline, before
     * progression and, if it is given, by {@code atMonths}.
     */
    SHARE_WITH_DECLINE(Needs.CHANNEL, Needs.FALL),
    /** Median over patients of the largest relative change of the sum of target diameters before progression, -1 to .... */
    MEDIAN_BEST_CHANGE(Needs.IMAGING),
    /** Share alive with at most {@code cells} tumour cells at the end of the arm's follow-up (pathological complete response). */
    SHARE_BELOW_CELLS(Needs.WHOLE_COURSE, Needs.CELLS);

    private enum Needs {
        IMAGING,
        WHOLE_COURSE,
        AT_MONTHS,
        MECHANISM,
        CHANNEL,
        FALL,
        CELLS
    }

    private final Set<Needs> needs;

    Statistic(Needs... needs) {
        this.needs = Set.of(needs);
    }

    /** Whether progression counts, which tumour models leave to imaging. */
    public boolean needsProgression() {
        return needs.contains(Needs.IMAGING);
    }

    /** Whether patients must be followed beyond their first progression. */
    public boolean needsWholeCourse() {
        return needs.contains(Needs.WHOLE_COURSE);
    }

    /** Whether {@code atMonths} is required. */
    public boolean needsMonths() {
        return needs.contains(Needs.AT_MONTHS);
    }

    /** Whether {@code mechanism} is required. */
    public boolean needsMechanism() {
        return needs.contains(Needs.MECHANISM);
    }

    /** Whether {@code assay} and {@code biomarker} are required. */
    public boolean needsChannel() {
        return needs.contains(Needs.CHANNEL);
    }

    /** Whether {@code fall} is required. */
    public boolean needsFall() {
        return needs.contains(Needs.FALL);
    }

    /** Whether {@code cells} is required. */
    public boolean needsCells() {
        return needs.contains(Needs.CELLS);
    }

    /** Whether the figure lies in [0, 1]. */
    public boolean share() {
        return switch (this) {
            case MEDIAN_PFS_MONTHS, MEDIAN_OS_MONTHS, MEDIAN_AT_BASELINE, MEDIAN_BEST_CHANGE -> false;
            case PFS_RATE,
                    OS_RATE,
                    RESPONSE_RATE,
                    SHARE_AT_PROGRESSION,
                    SHARE_DIED_BEFORE_PROGRESSION,
                    SHARE_DETECTED_AT_BASELINE,
                    SHARE_WITH_DECLINE,
                    SHARE_BELOW_CELLS -> true;
        };
    }

    /** Whether {@code atMonths} may be given. */
    public boolean admitsMonths() {
        return needsMonths() || this == SHARE_WITH_DECLINE;
    }
}
