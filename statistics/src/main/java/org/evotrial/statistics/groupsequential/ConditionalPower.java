package org.evotrial.statistics.groupsequential;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * The chance that a trial which goes on after a look will reject at one of the looks to come, on either side if the test
 * is two-sided. Jennison and Turnbull 2000, chapter 10; Lachin 2005, doi:10.1002/sim.2151.
 *
 * <p>Given {@code Z_m = z} at information fraction {@code t_m}, the part of the trial to come has statistics {@code (Z_k
 * sqrt(t_k) - z sqrt(t_m)) / sqrt(t_k - t_m)} at information {@code t_k - t_m}, on which the bounds are moved. Futility
 * bounds of looks to come are obeyed, except in {@link #conditionalRejectionProbability}. Immutable.
 */
public final class ConditionalPower {
    private final GroupSequentialDesign design;
    private final double statistic;
    private final double here;
    private final double[] information;
    private final double[] upper;
    private final double[] lower;

    private ConditionalPower(GroupSequentialDesign design, int look, double statistic) {
        this.design = design;
        this.statistic = statistic;
        this.here = design.informationFraction(look);
        int remaining = design.looks() - look;
        this.information = new double[remaining];
        this.upper = new double[remaining];
        this.lower = new double[remaining];
        for (int i = 0; i < remaining; i++) {
            information[i] = design.informationFraction(look + i + 1) - here;
            double c = design.criticalValue(look + i + 1);
            upper[i] = moved(c, i);
            lower[i] = design.sidedness() == Sidedness.ONE_SIDED
                    ? moved(design.futilityBound(look + i + 1), i)
                    : moved(-c, i);
        }
    }

    /**
     * A trial that goes on.
     *
     * @param design what was planned
     * @param look the look that was taken, from 1, not the last
     * @param statistic {@code Z} at that look, finite
     * @return what may come
     * @throws IllegalArgumentException if there is no such interim look or the statistic is not finite
     */
    public static ConditionalPower after(GroupSequentialDesign design, int look, double statistic) {
        Admissible.inRange("interim look", look, 1, design.looks() - 1L);
        return new ConditionalPower(design, look, Admissible.finite("statistic", statistic));
    }

    /**
     * The conditional power under a drift.
     *
     * @param drift mean of the statistic at information fraction 1, finite
     * @return probability to reject
     * @throws IllegalArgumentException if the drift is not finite
     */
    public double atDrift(double drift) {
        Admissible.finite("drift", drift);
        double[] means = new double[information.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = Math.sqrt(information[i]);
        }
        return rejection(lower, drift, means);
    }

    /**
     * The conditional power if the trend of the data goes on: at the drift {@code z / sqrt(t)}.
     *
     * @return probability to reject
     */
    public double atCurrentTrend() {
        return atDrift(statistic / Math.sqrt(here));
    }

    /**
     * The conditional power if the stages to come have means of their own, for instance because they will be larger or
     * smaller than planned while their weights stay (rpact's {@code nPlanned} beside {@code informationRates}).
     *
     * @param stageMeans mean of the standardised statistic of each stage to come by itself: {@code effect
     *     sqrt(events / 4)} for the logarithm of a hazard ratio with equal allocation
     * @return probability to reject
     * @throws IllegalArgumentException if there is not one finite number per look to come
     */
    public double atStageMeans(double... stageMeans) {
        if (stageMeans.length != information.length
                || !Arrays.stream(stageMeans).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(String.format(
                    "The stageMeans (%s) must be %d finite numbers, one per look to come.",
                    Arrays.toString(stageMeans), information.length));
        }
        double[] means = new double[information.length];
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double increment = information[i] - (i == 0 ? 0 : information[i - 1]);
            sum += Math.sqrt(increment) * stageMeans[i];
            means[i] = sum / Math.sqrt(information[i]);
        }
        return rejection(lower, 1, means);
    }

    /**
     * The conditional rejection probability (conditional type I error) under the null hypothesis: the level that any
     * new design of the rest of the trial may use. Müller and Schäfer 2001,
     * doi:10.1111/j.0006-341X.2001.00886.x. Futility bounds count only if they are binding.
     *
     * @return probability to reject at drift 0
     */
    public double conditionalRejectionProbability() {
        boolean counted = design.sidedness() == Sidedness.TWO_SIDED_SYMMETRIC || design.bindingFutility();
        double[] floors = lower;
        if (!counted) {
            floors = new double[lower.length];
            Arrays.fill(floors, Double.NEGATIVE_INFINITY);
        }
        return rejection(floors, 0, information);
    }

    /**
     * The predictive power with a flat prior of the drift, whose posterior is {@code N(z / sqrt(t), 1 / t)}. With one
     * look to come it is {@code Phi((z - c sqrt(t)) / sqrt(1 - t))}.
     *
     * @return conditional power averaged over the posterior
     * @throws IllegalArgumentException if the look has so little information (below about 1e-4) that the looks to come
     *     cannot be told apart
     */
    public double predictive() {
        return predictiveAt(statistic / Math.sqrt(here), 1 / here);
    }

    /**
     * The predictive power with a normal prior of the drift. Spiegelhalter, Freedman and Blackburn 1986,
     * doi:10.1016/0197-2456(86)90003-6.
     *
     * @param priorMean finite
     * @param priorVariance positive
     * @return conditional power averaged over the posterior
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public double predictive(double priorMean, double priorVariance) {
        Admissible.finite("priorMean", priorMean);
        Admissible.positive("priorVariance", priorVariance);
        double precision = 1 / priorVariance + here;
        return predictiveAt((priorMean / priorVariance + statistic * Math.sqrt(here)) / precision, 1 / precision);
    }

    /**
     * With a posterior {@code N(m, v)} of the drift the score at information {@code I} to come, divided by {@code 1 + v
     * I}, has independent increments of information {@code I / (1 + v I)}: again the canonical joint distribution.
     */
    private double predictiveAt(double mean, double variance) {
        int remaining = information.length;
        double[] mixed = new double[remaining];
        double[] low = new double[remaining];
        double[] high = new double[remaining];
        for (int i = 0; i < remaining; i++) {
            double inflation = 1 + variance * information[i];
            double shift = mean * Math.sqrt(information[i]);
            mixed[i] = information[i] / inflation;
            low[i] = (lower[i] - shift) / Math.sqrt(inflation);
            high[i] = (upper[i] - shift) / Math.sqrt(inflation);
        }
        return rejection(mixed, low, high, new double[remaining]);
    }

    private double rejection(double[] floors, double unit, double[] means) {
        double[] scaled = new double[means.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = unit * means[i];
        }
        return rejection(information, floors, upper, scaled);
    }

    private double rejection(double[] at, double[] floors, double[] ceilings, double[] means) {
        SequentialTails tails = new SequentialTails(at, floors, ceilings);
        double sum =
                design.sidedness() == Sidedness.ONE_SIDED ? tails.upperCrossing(1, means) : tails.anyCrossing(1, means);
        return Math.min(1, sum);
    }

    private double moved(double bound, int index) {
        double there = here + information[index];
        return (bound * Math.sqrt(there) - statistic * Math.sqrt(here)) / Math.sqrt(information[index]);
    }
}
