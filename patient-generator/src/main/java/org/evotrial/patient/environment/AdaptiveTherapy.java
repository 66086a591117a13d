package org.evotrial.patient.environment;

/**
 * Days until a tumour of sensitive and resistant cells progresses under a drug that is always given, or paused while the
 * burden is low (adaptive therapy). A mean-field model of two types that share the capacity 1:
 * S' = rS (1 - (S + a R)/k) (1 - c) S - dS S and R' = rR (1 - (b S + R)) R - dR R, with k = 1 and c = 0 while off the drug.
 *
 * <p>With k = 1 and c = 1.5 this is the model of Strobl et al., Cancer Res 2021, doi:10.1158/0008-5472.CAN-20-0806; with c = 0,
 * k = 0.05 and b = 6 that of Zhang et al., eLife 2022, doi:10.7554/eLife.76284. Above capacity the negative factor is a
 * death rate, to which c adds nothing ({@link CompetitionStep}).
 *
 * <p>Between decisions that change nothing the solver takes longer steps; decisions fall on the same days as if it took every
 * single one. Instances are mutable and meant to be reused; nothing is allocated.
 */
public final class AdaptiveTherapy {
    private static final int SENSITIVE = 0;
    private static final int RESISTANT = 1;
    private static final double LONGEST_STEP_DAYS = 14;

    /** Relative change within a step up to which cubic interpolation errs by less than a tenth of {@link #CLOSE}. */
    private static final double LARGEST_CHANGE = 0.5;

    /** Interpolated burdens this close to a threshold, relative to it, are computed by a step of their own. */
    private static final double CLOSE = 2e-3;

    private final CompetitionStep step;
    private double sensitive;
    private double resistant;
    private boolean onDrug;
    private double daysOnDrug;

    /**
     * @param resistantOnSensitive a &ge; 0, what a resistant cell takes from sensitive ones, relative to a sensitive cell
     * @param sensitiveOnResistant b &ge; 0, what a sensitive cell takes from resistant ones, relative to a resistant cell
     */
    public AdaptiveTherapy(double resistantOnSensitive, double sensitiveOnResistant) {
        step = new CompetitionStep(
                Competition.lotkaVolterra(new double[][] {{1, resistantOnSensitive}, {sensitiveOnResistant, 1}}), 2, 0);
    }

    /** Returns the time of the first decision that finds progression, in days; infinite if none does within the horizon. */
    public double daysToProgression(SensitiveResistantTumour tumour, AdaptiveRule rule) {
        sensitive = tumour.burden() * (1 - tumour.resistantFraction());
        resistant = tumour.burden() * tumour.resistantFraction();
        onDrug = true;
        daysOnDrug = 0;
        long last = (long) Math.floor(rule.horizonDays() / rule.decisionDays());
        long decision = 0;
        decide(tumour, rule);
        while (decision < last) {
            double before = onDrug ? rule.decisionDays() : 0;
            int passed = advance(tumour, rule, last - decision);
            decision += passed;
            daysOnDrug += passed * before;
            if (sensitive + resistant > rule.progressionAbove() * tumour.burden()) {
                return decision * rule.decisionDays();
            }
            decide(tumour, rule);
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Days on the drug until the end of the last run. */
    public double daysOnDrug() {
        return daysOnDrug;
    }

    /** Sensitive cells at the end of the last run, as a share of the capacity. */
    public double sensitive() {
        return sensitive;
    }

    /** Resistant cells at the end of the last run, as a share of the capacity. */
    public double resistant() {
        return resistant;
    }

    private void decide(SensitiveResistantTumour tumour, AdaptiveRule rule) {
        double relative = (sensitive + resistant) / tumour.burden();
        if (relative < rule.pauseBelow()) {
            onDrug = false;
        } else if (relative >= rule.resumeFrom()) {
            onDrug = true;
        }
    }

    /** Advances to the next decision that may change something, or to an earlier one; returns how many were passed. */
    private int advance(SensitiveResistantTumour tumour, AdaptiveRule rule, long left) {
        load(tumour, rule);
        step.advance(0);
        double burden = sensitive + resistant;
        double slope = slope();
        double fastest = Math.max(Math.abs(step.netPerDay(SENSITIVE)), Math.abs(step.netPerDay(RESISTANT)));
        double longest = Math.min(LONGEST_STEP_DAYS, LARGEST_CHANGE / fastest) / rule.decisionDays();
        int stride = (int) Math.max(1, Math.min(longest, left));
        step.advance(stride * rule.decisionDays());
        int first = firstDoubtful(tumour, rule, stride, burden, slope);
        if (first < stride) {
            load(tumour, rule);
            step.advance(first * rule.decisionDays());
        }
        sensitive = step.cells(SENSITIVE);
        resistant = step.cells(RESISTANT);
        return first;
    }

    /** The first of the decisions within a step whose interpolated burden may change something, or the last one. */
    private int firstDoubtful(
            SensitiveResistantTumour tumour, AdaptiveRule rule, int stride, double burden, double slope) {
        double days = stride * rule.decisionDays();
        double change = step.cells(SENSITIVE) + step.cells(RESISTANT) - burden;
        double quadratic = 3 * change - (2 * slope + slope()) * days;
        double cubic = (slope + slope()) * days - 2 * change;
        double high = tumour.burden() * (onDrug ? rule.progressionAbove() : risingLimit(rule)) * (1 - CLOSE);
        double low = onDrug ? tumour.burden() * rule.pauseBelow() * (1 + CLOSE) : 0;
        for (int k = 1; k < stride; k++) {
            double x = (double) k / stride;
            double interpolated = burden + x * (slope * days + x * (quadratic + x * cubic));
            if (interpolated > high || interpolated < low) {
                return k;
            }
        }
        return stride;
    }

    private static double risingLimit(AdaptiveRule rule) {
        return Math.min(rule.resumeFrom(), rule.progressionAbove());
    }

    private double slope() {
        return step.cells(SENSITIVE) * step.netPerDay(SENSITIVE) + step.cells(RESISTANT) * step.netPerDay(RESISTANT);
    }

    private void load(SensitiveResistantTumour tumour, AdaptiveRule rule) {
        step.begin(1, 1, 0);
        step.add(
                SENSITIVE,
                sensitive,
                tumour.sensitiveBirth(),
                tumour.sensitiveDeath(),
                onDrug ? rule.deathsPerDivision() : 0,
                onDrug ? rule.sensitiveCapacity() : 1);
        step.add(RESISTANT, resistant, tumour.resistantBirth(), tumour.resistantDeath());
    }
}
