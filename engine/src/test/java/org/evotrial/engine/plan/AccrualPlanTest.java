package org.evotrial.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.engine.SeededAssertions;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Accrual.Pattern;
import org.evotrial.model.design.Accrual.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccrualPlanTest {
    private static final double TINY = 1e-9;

    @Test
    void placesTheLastOfEvenlySpacedPatientsAtTheEndOfAccrual() {
        // The convention of rpact: patient i of n at (i + 1) times the accrual time over n.
        double[] months = months(accrual(Pattern.EVENLY_SPACED, new Period(null, 350 / 18.0)), 350, 1);

        assertThat(months[0]).isCloseTo(18 / 350.0, within(TINY));
        assertThat(months[349]).isCloseTo(18, within(TINY));
    }

    @Test
    void goesOnEvenlyAcrossPeriods() {
        // 2 a month for 3 months, then 4 a month: patient 5 (from 0) closes the first period, patient 6 comes 1/4 month
        // later.
        double[] months = months(accrual(Pattern.EVENLY_SPACED, new Period(3.0, 2), new Period(null, 4)), 9, 1);

        assertThat(months).containsExactly(new double[] {.5, 1, 1.5, 2, 2.5, 3, 3.25, 3.5, 3.75}, within(TINY));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 5, 7, 10, 11, 13, 17, 19, 23})
    void leavesOutAPauseAndKeepsThePatientWhoClosesThePeriodBeforeIt(double perMonth) {
        double[] months = months(
                accrual(
                        Pattern.EVENLY_SPACED,
                        new Period(1.0, perMonth),
                        new Period(6.0, 0),
                        new Period(null, perMonth)),
                (int) perMonth + 1,
                1);

        assertThat(months[(int) perMonth - 1]).isCloseTo(1, within(TINY));
        assertThat(months[(int) perMonth]).isCloseTo(7 + 1 / perMonth, within(TINY));
    }

    /** 300 replicates, expected counts 600, 1800 and 1500: a shift of 3 to 5 % of a rate would be detected with power .999. */
    @Test
    void drawsPoissonCountsWithTheRatesOfThePeriods() {
        AccrualPlan plan =
                new AccrualPlan(accrual(Pattern.POISSON, new Period(2.0, 1), new Period(3.0, 2), new Period(null, 5)));
        long[] counts = new long[3];
        SplitMix64 random = new SplitMix64(1);
        double[] days = new double[60];
        for (int replicate = 0; replicate < 300; replicate++) {
            plan.arrivals(days, random);
            for (double day : days) {
                double month = Calendar.months(day);
                if (month < 6) {
                    counts[month < 2 ? 0 : month < 5 ? 1 : 2]++;
                }
            }
        }
        double[] rates = {300 * 2 * 1, 300 * 3 * 2, 300 * 1 * 5};
        for (int period = 0; period < 3; period++) {
            SeededAssertions.assertNear(counts[period], rates[period], Math.sqrt(rates[period]));
        }
    }

    /** Gaps of a Poisson process of rate 10 a month: mean and standard deviation 0.1 month; 20,000 gaps detect a shift of the mean by 6 %. */
    @Test
    void drawsExponentialGaps() {
        double[] months = months(accrual(Pattern.POISSON, new Period(null, 10)), 20_000, 3);
        double squares = 0;
        double previous = 0;
        for (double month : months) {
            squares += (month - previous) * (month - previous);
            previous = month;
        }
        double n = months.length;
        SeededAssertions.assertNear(previous / n, 0.1, 0.1 / Math.sqrt(n));
        // E x^2 = 2 / rate^2, var x^2 = (24 - 4) / rate^4.
        SeededAssertions.assertNear(squares / n, 0.02, Math.sqrt(20e-4 / n));
    }

    @Test
    void increases() {
        double[] months = months(accrual(Pattern.POISSON, new Period(1.0, 50), new Period(null, 3)), 500, 9);

        assertThat(months).isSorted();
    }

    private static Accrual accrual(Pattern pattern, Period... periods) {
        return new Accrual(pattern, List.of(periods), null);
    }

    private static double[] months(Accrual accrual, int patients, long seed) {
        double[] days = new double[patients];
        new AccrualPlan(accrual).arrivals(days, new SplitMix64(seed));
        for (int i = 0; i < patients; i++) {
            days[i] = Calendar.months(days[i]);
        }
        return days;
    }
}
