package org.evotrial.engine.plan;

import java.io.Serializable;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.model.design.Accrual;
import org.evotrial.spi.StrictFunctions;

/** Calendar days on which patients are randomised: arrivals of a piecewise constant rate. */
public final class AccrualPlan implements Serializable {
    private static final long serialVersionUID = 1;

    private final boolean poisson;
    private final double[] startDay;
    private final double[] startExpected;
    private final double[] perDay;

    /** @throws IllegalArgumentException if no patient could ever arrive in the last period, or a period before it has no length */
    public AccrualPlan(Accrual accrual) {
        int n = accrual.periods().size();
        poisson = accrual.pattern() == Accrual.Pattern.POISSON;
        startDay = new double[n];
        startExpected = new double[n];
        perDay = new double[n];
        for (int i = 0; i < n; i++) {
            Accrual.Period period = accrual.periods().get(i);
            perDay[i] = period.patientsPerMonth() / Calendar.DAYS_PER_MONTH;
            if (i + 1 < n) {
                Double months = period.months();
                if (months == null) {
                    throw new IllegalArgumentException("expected months for every accrual period but the last");
                }
                startDay[i + 1] = startDay[i] + Calendar.days(months);
                startExpected[i + 1] = startExpected[i] + perDay[i] * (startDay[i + 1] - startDay[i]);
            }
        }
        if (!(perDay[n - 1] > 0)) {
            throw new IllegalArgumentException("expected a positive patientsPerMonth in the last accrual period");
        }
    }

    /**
     * Fills in the arrivals in increasing order.
     *
     * @param arrivals receives calendar days since the trial opened
     * @param random the replicate's recruitment stream; not used by evenly spaced arrivals
     */
    public void arrivals(double[] arrivals, UniformRandomProvider random) {
        double expected = 0;
        int period = 0;
        for (int i = 0; i < arrivals.length; i++) {
            expected += poisson ? -StrictFunctions.log(1 - random.nextDouble()) : 1;
            period = period(expected, period);
            arrivals[i] = day(expected, period);
        }
    }

    /** Calendar day by which a number of patients is expected. */
    public double expectedDay(double patients) {
        return day(patients, period(patients, 0));
    }

    private int period(double expected, int from) {
        int period = from;
        while (period + 1 < perDay.length && expected > startExpected[period + 1]) {
            period++;
        }
        return period;
    }

    private double day(double expected, int period) {
        return startDay[period] + (expected - startExpected[period]) / perDay[period];
    }
}
