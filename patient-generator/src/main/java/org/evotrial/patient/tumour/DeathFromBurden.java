package org.evotrial.patient.tumour;

import org.evotrial.patient.disease.Mortality;
import org.evotrial.spi.StrictFunctions;

/**
 * When a patient dies whose burden grows or shrinks exponentially for a while, B(t) = B e^(rho t): the hazard per day is
 * h0 + h1 e^(p rho t), its integral h0 t + h1 (e^(p rho t) - 1) / (p rho); at the lethal burden death is certain.
 */
final class DeathFromBurden {
    private static final double DAYS_PER_MONTH = 365.25 / 12;
    private static final int MOST_ITERATIONS = 60;

    private final Mortality mortality;
    private double fromBurden;
    private double rise;
    private double growth;
    private double burden;

    DeathFromBurden(Mortality mortality) {
        this.mortality = mortality;
    }

    /**
     * Sets the burden now.
     *
     * @param cells B, cells of the whole patient
     * @param netGrowthPerDay rho
     */
    void set(double cells, double netGrowthPerDay) {
        double relative = cells / mortality.referenceCells();
        double exponent = mortality.exponent();
        double power = exponent == 1 || relative == 0 || mortality.perMonthAtReference() == 0
                ? relative
                : StrictFunctions.exp(exponent * StrictFunctions.log(relative));
        fromBurden = mortality.perMonthAtReference() * power / DAYS_PER_MONTH;
        rise = exponent * netGrowthPerDay;
        growth = netGrowthPerDay;
        burden = cells;
    }

    private double lethalWithin(double days) {
        double factor = mortality.lethalCells() / burden;
        if (factor <= 1) {
            return 0;
        }
        // ln x is at least 1 - 1/x
        if (!(growth > 0 && burden > 0 && 1 - 1 / factor <= growth * days)) {
            return Double.POSITIVE_INFINITY;
        }
        double day = StrictFunctions.log(factor) / growth;
        return day <= days ? day : Double.POSITIVE_INFINITY;
    }

    /** Integral of the hazard over the next days, the lethal burden aside. */
    double integratedHazard(double days) {
        double exponent = rise * days;
        double growing = Math.abs(exponent) < 1e-8 ? days : StrictFunctions.expm1(exponent) / rise;
        return background() * days + fromBurden * growing;
    }

    /**
     * Days until the integrated hazard reaches a threshold or the burden is lethal.
     *
     * @param threshold what is left of the patient's unit exponential variate
     * @param withinDays later deaths are not foreseen
     * @return infinity if not within so many days
     */
    double timeToDeath(double threshold, double withinDays) {
        double lethal = lethalWithin(withinDays);
        if (threshold <= 0) {
            return 0;
        }
        double most = background() + fromBurden * Math.max(1, 1 + 2 * Math.max(0, rise * withinDays));
        boolean farOff = rise * withinDays < 1 && most * withinDays < threshold;
        return farOff || integratedHazard(withinDays) < threshold
                ? lethal
                : Math.min(lethal, reaching(threshold, withinDays));
    }

    private double background() {
        return mortality.backgroundPerMonth() / DAYS_PER_MONTH;
    }

    /** Newton's method, kept within a shrinking interval. */
    private double reaching(double threshold, double withinDays) {
        double low = 0;
        double high = withinDays;
        double time = 0.5 * withinDays;
        for (int i = 0; i < MOST_ITERATIONS && high - low > 1e-9 * withinDays; i++) {
            double excess = integratedHazard(time) - threshold;
            if (excess > 0) {
                high = time;
            } else {
                low = time;
            }
            double next = time - excess / (background() + fromBurden * StrictFunctions.exp(rise * time));
            if (Math.abs(next - time) <= 1e-9 * withinDays) {
                return next;
            }
            time = next > low && next < high ? next : 0.5 * (low + high);
        }
        return time;
    }
}
