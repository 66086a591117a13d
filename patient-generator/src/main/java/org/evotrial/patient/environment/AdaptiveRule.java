package org.evotrial.patient.environment;

/**
 * A drug and the rule by which it is given and paused. Burdens are relative to the burden at the start, where the drug is
 * given first. A decision pauses below {@code pauseBelow}, resumes from {@code resumeFrom} on and changes nothing between.
 *
 * @param deathsPerDivision c &ge; 0, deaths of sensitive cells per division while on the drug
 * @param sensitiveCapacity k &gt; 0, capacity for sensitive cells while on the drug, relative to that off the drug
 * @param pauseBelow the drug is paused at a decision if the burden is below this; 0: never
 * @param resumeFrom the drug is resumed at a decision if the burden is at least this, &ge; {@code pauseBelow}
 * @param progressionAbove progression is a burden above this at a decision, &gt; 0
 * @param decisionDays days between decisions &gt; 0
 * @param horizonDays days after which the tumour is no longer followed
 */
public record AdaptiveRule(
        double deathsPerDivision,
        double sensitiveCapacity,
        double pauseBelow,
        double resumeFrom,
        double progressionAbove,
        double decisionDays,
        double horizonDays) {
    public AdaptiveRule {
        require("deathsPerDivision", deathsPerDivision, deathsPerDivision >= 0, "[0, infinity)");
        require("sensitiveCapacity", sensitiveCapacity, sensitiveCapacity > 0, "(0, infinity)");
        require("pauseBelow", pauseBelow, pauseBelow >= 0 && pauseBelow <= resumeFrom, "[0, resumeFrom]");
        require("progressionAbove", progressionAbove, progressionAbove > 0, "(0, infinity)");
        require("decisionDays", decisionDays, decisionDays > 0, "(0, infinity)");
        require("horizonDays", horizonDays, horizonDays >= decisionDays, "[decisionDays, infinity)");
    }

    /** Strobl et al. 2021: c = 1.5, paused below half of the burden at the start, resumed at it, progression at 1.2 times, daily. */
    public static AdaptiveRule strobl() {
        return new AdaptiveRule(1.5, 1, 0.5, 1, 1.2, 1, 36_500);
    }

    /** The same drug and the same progression without pauses. */
    public AdaptiveRule continuous() {
        return new AdaptiveRule(
                deathsPerDivision, sensitiveCapacity, 0, resumeFrom, progressionAbove, decisionDays, horizonDays);
    }

    private static void require(String name, double value, boolean fits, String admissible) {
        if (!fits || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must lie in " + admissible + ".");
        }
    }
}
