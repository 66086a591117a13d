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
 * <p>A Taylor series of order 12 gives the burden at many decisions at once, up to 80 days ahead; {@link CompetitionStep} serves
 * where the factor of births of cells that a drug kills by division passes zero. Instances are mutable and meant to be reused;
 * nothing is allocated.
 */
public final class AdaptiveTherapy {
    private static final int SENSITIVE = 0;
    private static final int RESISTANT = 1;

    /** Least factor of births for which the series is used while a drug kills by division and births may end. */
    private static final double LEAST_FACTOR = 0.02;

    /** Interpolated burdens this close to a threshold, relative to it, are computed from the series. */
    private static final double CLOSE = 2e-3;

    private final CompetitionSeries series = new CompetitionSeries();
    private final Cubic cubic = new Cubic();
    private final double resistantOnSensitive;
    private final double sensitiveOnResistant;
    private final CompetitionStep step;
    private double sensitive;
    private double resistant;
    private boolean onDrug;
    private double daysOnDrug;
    private double high;
    private double low;
    private boolean birthsGoOn;

    /**
     * @param resistantOnSensitive a &ge; 0, what a resistant cell takes from sensitive ones, relative to a sensitive cell
     * @param sensitiveOnResistant b &ge; 0, what a sensitive cell takes from resistant ones, relative to a resistant cell
     */
    public AdaptiveTherapy(double resistantOnSensitive, double sensitiveOnResistant) {
        this.resistantOnSensitive = resistantOnSensitive;
        this.sensitiveOnResistant = sensitiveOnResistant;
        step = new CompetitionStep(
                Competition.lotkaVolterra(new double[][] {{1, resistantOnSensitive}, {sensitiveOnResistant, 1}}), 2, 0);
    }

    /** Returns the time of the first decision that finds progression, in days; infinite if none does within the horizon. */
    public double daysToProgression(SensitiveResistantTumour tumour, AdaptiveRule rule) {
        sensitive = tumour.burden() * (1 - tumour.resistantFraction());
        resistant = tumour.burden() * tumour.resistantFraction();
        onDrug = true;
        daysOnDrug = 0;
        birthsGoOn = birthsGoOn(tumour, rule.sensitiveCapacity());
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

    /** Gives or pauses the drug; sets the burdens from which on, and below which, the next decision is another one. */
    private void decide(SensitiveResistantTumour tumour, AdaptiveRule rule) {
        double relative = (sensitive + resistant) / tumour.burden();
        if (relative < rule.pauseBelow()) {
            onDrug = false;
        } else if (relative >= rule.resumeFrom()) {
            onDrug = true;
        }
        high = tumour.burden()
                * (onDrug ? rule.progressionAbove() : Math.min(rule.resumeFrom(), rule.progressionAbove()));
        low = onDrug ? tumour.burden() * rule.pauseBelow() : 0;
    }

    /** Advances to the next decision that may change something, or to an earlier one; returns how many were passed. */
    private int advance(SensitiveResistantTumour tumour, AdaptiveRule rule, long left) {
        double interval = rule.decisionDays();
        double ahead = interval;
        double longest = expand(tumour, rule);
        while (longest < ahead) {
            series.evaluate(longest);
            if (!smooth(rule)) {
                return advanceBySteps(tumour, rule, ahead);
            }
            move(0);
            ahead -= longest;
            longest = expand(tumour, rule);
        }
        int stride = ahead < interval ? 1 : (int) Math.min(left, (long) (longest / interval));
        series.evaluate(ahead < interval ? ahead : stride * interval);
        if (!smooth(rule)) {
            return advanceBySteps(tumour, rule, ahead);
        }
        return stride == 1 ? move(1) : moveToFirstThatActs(rule, stride);
    }

    /** Expands the series; returns the days for which it holds. */
    private double expand(SensitiveResistantTumour tumour, AdaptiveRule rule) {
        double dividing = tumour.sensitiveBirth() * (onDrug ? 1 - rule.deathsPerDivision() : 1);
        double capacity = onDrug ? rule.sensitiveCapacity() : 1;
        series.expand(
                sensitive,
                resistant,
                dividing - tumour.sensitiveDeath(),
                dividing / capacity,
                resistantOnSensitive,
                tumour.resistantBirth() - tumour.resistantDeath(),
                tumour.resistantBirth(),
                sensitiveOnResistant);
        return series.longestDays();
    }

    /**
     * Whether S + a R stays below k: where it reaches k, sensitive cells do not divide, and resistant ones do not grow. As their
     * growth is linear on this line, both its ends, R = 0 and S = 0, decide.
     */
    private boolean birthsGoOn(SensitiveResistantTumour tumour, double k) {
        double a = resistantOnSensitive;
        return tumour.resistantBirth() * (1 - sensitiveOnResistant * k) <= tumour.resistantDeath()
                && tumour.resistantBirth() * (a - k) <= tumour.resistantDeath() * a;
    }

    /** Whether sensitive cells divide from now to the time last evaluated, or the drug does not kill them by division. */
    private boolean smooth(AdaptiveRule rule) {
        if (!onDrug || rule.deathsPerDivision() == 0) {
            return true;
        }
        double crowd = sensitive + resistantOnSensitive * resistant;
        if (birthsGoOn) {
            return crowd < rule.sensitiveCapacity();
        }
        double room = (1 - LEAST_FACTOR) * rule.sensitiveCapacity();
        return crowd < room && series.sensitive() + resistantOnSensitive * series.resistant() < room;
    }

    private int move(int decisions) {
        sensitive = series.sensitive();
        resistant = series.resistant();
        return decisions;
    }

    private int advanceBySteps(SensitiveResistantTumour tumour, AdaptiveRule rule, double days) {
        load(tumour, rule);
        step.advance(days);
        sensitive = step.cells(SENSITIVE);
        resistant = step.cells(RESISTANT);
        return 1;
    }

    /** Moves to the first decision of a stride that changes something, or to its last. */
    private int moveToFirstThatActs(AdaptiveRule rule, int stride) {
        double endS = series.sensitive();
        double endR = series.resistant();
        double burden = sensitive + resistant;
        double days = stride * rule.decisionDays();
        series.evaluate(days / 2);
        cubic.set(
                burden, days * series.slope(), series.sensitive() + series.resistant() - burden, endS + endR - burden);
        if (!cubic.staysWithin(low * (1 + CLOSE), high * (1 - CLOSE))) {
            cubic.divide(stride);
            for (int decision = 1; decision < stride; decision++) {
                double near = cubic.next();
                if ((near > high * (1 - CLOSE) || near < low * (1 + CLOSE)) && acts(decision * rule.decisionDays())) {
                    return move(decision);
                }
            }
        }
        sensitive = endS;
        resistant = endR;
        return stride;
    }

    private boolean acts(double days) {
        series.evaluate(days);
        double burden = series.sensitive() + series.resistant();
        return burden >= high || burden < low;
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
