package org.evotrial.statistics.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.montecarlo.ErrorCertificate.Scope;
import org.evotrial.statistics.montecarlo.ParameterTile.HalfSpace;
import org.junit.jupiter.api.Test;

class ErrorCertificateTest {
    private static final double CRITICAL = 1.96;
    private static final int PER_ARM = 40;
    private static final ExponentialFamily TWO_ARMS = ExponentialFamily.binomial(PER_ARM, PER_ARM);
    private static final HalfSpace NOT_BETTER = HalfSpace.atMost(2, 1, 0);

    private static final double MAXIMUM = maximum();

    private static ParameterTile region(double from, double to, int arms) {
        double[] lower = new double[arms];
        double[] upper = new double[arms];
        Arrays.fill(lower, ExponentialFamily.logOdds(from));
        Arrays.fill(upper, ExponentialFamily.logOdds(to));
        return ParameterTile.box(lower, upper);
    }

    private static double twoArms(double[] natural) {
        return BinomialDesigns.twoArms(PER_ARM, CRITICAL, probabilities(natural));
    }

    private static double[] probabilities(double[] natural) {
        double[] p = new double[natural.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = ExponentialFamily.probability(natural[i]);
        }
        return p;
    }

    @Test
    void theBoundOfATileHoldsEverywhereInIt() {
        UniformRandomProvider random = new SplitMix64(3);
        for (ParameterTile tile : TileCover.of(TWO_ARMS, region(0.2, 0.6, 2), List.of(NOT_BETTER), 0.025, 0.02)) {
            double bound = TiltBound.over(TWO_ARMS, tile, twoArms(tile.point()));
            for (int i = 0; i < 20; i++) {
                assertThat(twoArms(inside(tile, random))).isLessThanOrEqualTo(bound);
            }
        }
    }

    @Test
    void theCornersDecideForEveryExponent() {
        UniformRandomProvider random = new SplitMix64(5);
        double[] from = {0.1, -0.4};
        double[][] corners = {{-0.5, -0.9}, {0.6, -1}, {0.7, 0.2}, {-0.6, 0.3}};
        for (double inverse : new double[] {0.05, 0.2, 0.5, 0.9, 1}) {
            double largest = TiltBound.logarithmicBound(TWO_ARMS, from, corners, -3, inverse);
            for (int i = 0; i < 500; i++) {
                double[][] to = {mixture(corners, random)};
                assertThat(TiltBound.logarithmicBound(TWO_ARMS, from, to, -3, inverse))
                        .isLessThanOrEqualTo(largest + 1e-12);
            }
        }
    }

    /** Of normal means the bound is {@code f^(1 - s) exp((1 / s - 1) I v^2 / 2)}, smallest at {@code s = sqrt(I v^2 / (-2 log f))}. */
    @Test
    void agreesWithTheClosedFormForANormalMean() {
        double information = 4;
        double shift = 0.3;
        double f = 0.025;
        double s = Math.sqrt(information * shift * shift / (-2 * Math.log(f)));
        double expected = Math.exp((1 - s) * Math.log(f) + (1 / s - 1) * information * shift * shift / 2);
        double bound = TiltBound.at(ExponentialFamily.normal(information), new double[] {1}, new double[] {1.3}, f);
        assertThat(bound).isCloseTo(expected, within(1e-12));
        // The exact power of the test at level f shows that it is a bound, and no idle one.
        double power = StandardNormal.survival(StandardNormal.upperQuantile(f) - shift * Math.sqrt(information));
        assertThat(bound).isBetween(power, 1.6 * power);
    }

    @Test
    void nothingIsLostAtThePointItself() {
        double[] point = {0.2, -0.3};
        assertThat(TiltBound.at(TWO_ARMS, point, point, 0.03)).isCloseTo(0.03, within(2e-7));
        assertThat(TiltBound.at(TWO_ARMS, point, new double[] {0, 0}, 0)).isZero();
        assertThat(TiltBound.at(TWO_ARMS, point, new double[] {0, 0}, 1)).isEqualTo(1);
    }

    @Test
    void outsideTheParameterSpaceTheBoundIsOne() {
        ExponentialFamily times = ExponentialFamily.exponential(10);
        assertThat(TiltBound.at(times, new double[] {-1}, new double[] {0.1}, 0.025))
                .isEqualTo(1);
        double bound = TiltBound.at(times, new double[] {-1}, new double[] {-0.9}, 0.025);
        assertThat(bound).isBetween(0.025, 0.1);
    }

    // The maximum over the region is .0283; the bound exceeds it by less than .01.
    @Test
    void theCertificateIsAboveTheExactMaximumAndNear() {
        List<ParameterTile> tiles = TileCover.of(TWO_ARMS, region(0.2, 0.6, 2), List.of(NOT_BETTER), 0.025, 0.005);
        long[] counts = counts(tiles, ErrorCertificateTest::twoArms, 50_000, new SplitMix64(17));
        ErrorCertificate certificate = ErrorCertificate.of(TWO_ARMS, tiles, counts, 50_000, 0.99, Scope.MAXIMUM);
        assertThat(certificate.bound()).isBetween(MAXIMUM, MAXIMUM + 0.01);
        assertThat(certificate.largestShare()).isCloseTo(MAXIMUM, within(0.004));
        assertThat(certificate.simulationSlack() + certificate.tiltingSlack()).isLessThan(0.01);
        ErrorCertificate everyTile = ErrorCertificate.of(TWO_ARMS, tiles, counts, 50_000, 0.99, Scope.EVERY_TILE);
        assertThat(everyTile.bound()).isGreaterThan(certificate.bound());
    }

    // At confidence .8 and 100 certificates, 44 failures are six standard errors above the 20 that are admissible.
    @Test
    void theCertificateHoldsAtLeastAsOftenAsItSays() {
        List<ParameterTile> tiles = TileCover.of(TWO_ARMS, region(0.2, 0.6, 2), List.of(NOT_BETTER), 0.025, 0.02);
        UniformRandomProvider random = new SplitMix64(23);
        int failures = 0;
        for (int i = 0; i < 100; i++) {
            long[] counts = counts(tiles, ErrorCertificateTest::twoArms, 2000, random);
            ErrorCertificate certificate = ErrorCertificate.of(TWO_ARMS, tiles, counts, 2000, 0.8, Scope.MAXIMUM);
            failures += certificate.bound() < MAXIMUM ? 1 : 0;
        }
        assertThat(failures).isLessThan(44);
    }

    /** What the simulation of grid points alone would have said: the maximum lies between them. */
    @Test
    void theLargestShareOfAGridIsNoBound() {
        ExponentialFamily family = ExponentialFamily.binomial(PER_ARM, PER_ARM);
        List<ParameterTile> one = List.of(region(0.2, 0.6, 2).in(NOT_BETTER).get(0));
        double atThePoint = twoArms(one.get(0).point());
        assertThat(atThePoint).isLessThan(MAXIMUM);
        assertThat(TiltBound.over(family, one.get(0), atThePoint)).isGreaterThan(MAXIMUM);
    }

    @Test
    void holdsForATrialThatSelectsATreatment() {
        int n = 8;
        // A dropped arm is never seen in the second stage, but it might have been: each arm counts with both stages.
        ExponentialFamily family = ExponentialFamily.binomial(2 * n, 2 * n, 2 * n);
        List<HalfSpace> nulls = List.of(HalfSpace.atMost(3, 1, 0), HalfSpace.atMost(3, 2, 0));
        List<ParameterTile> tiles = TileCover.of(family, region(0.3, 0.5, 3), nulls, 0.05, 0.02);
        double largest = 0;
        double bound = 0;
        UniformRandomProvider random = new SplitMix64(29);
        for (ParameterTile tile : tiles) {
            double tileBound =
                    TiltBound.over(family, tile, BinomialDesigns.selection(n, CRITICAL, probabilities(tile.point())));
            double there = BinomialDesigns.selection(n, CRITICAL, probabilities(inside(tile, random)));
            assertThat(there).isLessThanOrEqualTo(tileBound);
            largest = Math.max(largest, there);
            bound = Math.max(bound, tileBound);
        }
        assertThat(bound).isBetween(largest, largest + 0.03);
    }

    @Test
    void theCoverLeavesNoGap() {
        List<ParameterTile> tiles = TileCover.of(TWO_ARMS, region(0.2, 0.6, 2), List.of(NOT_BETTER), 0.025, 0.01);
        UniformRandomProvider random = new SplitMix64(31);
        double low = ExponentialFamily.logOdds(0.2);
        double high = ExponentialFamily.logOdds(0.6);
        for (int i = 0; i < 2000; i++) {
            double control = low + (high - low) * random.nextDouble();
            double treatment = low + (control - low) * random.nextDouble();
            double[] natural = {control, treatment};
            assertThat(tiles).anyMatch(tile -> tile.boxContains(natural));
        }
        assertThat(tiles).allMatch(tile -> tile.point()[1] <= tile.point()[0] + 1e-12);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatThrownBy(() -> ExponentialFamily.binomial())
                .hasMessageStartingWith("The number of parameters (0) must be in [1, ");
        assertThatThrownBy(() -> ExponentialFamily.binomial(3, 0))
                .hasMessage("The size or information of an arm (0.0) must be positive and finite.");
        assertThatThrownBy(() -> ParameterTile.box(new double[] {1}, new double[] {0}))
                .hasMessage("The upper limit (0.0) must be finite and at least the lower limit (1.0).");
        assertThatThrownBy(() -> TileCover.of(
                        TWO_ARMS, region(0.2, 0.6, 2), List.of(new HalfSpace(new double[] {1, 0}, -9)), 0.025, 0.01))
                .hasMessageContaining("they leave nothing");
        assertThatThrownBy(() -> ErrorCertificate.of(
                        TWO_ARMS, List.of(region(0.2, 0.6, 2)), new long[2], 10, 0.9, Scope.MAXIMUM))
                .hasMessage("The number of counts (2) must be in [1, 1].");
        assertThatThrownBy(() -> ErrorCertificate.of(
                        TWO_ARMS, List.of(region(0.2, 0.6, 2)), new long[] {11}, 10, 0.9, Scope.MAXIMUM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] counts(
            List<ParameterTile> tiles, ToDoubleFunction<double[]> error, int replicates, UniformRandomProvider random) {
        long[] counts = new long[tiles.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = BinomialDistribution.of(
                            replicates, error.applyAsDouble(tiles.get(i).point()))
                    .createSampler(random)
                    .sample();
        }
        return counts;
    }

    /** The largest error on a grid of the region, which holds its corners. */
    private static double maximum() {
        double low = ExponentialFamily.logOdds(0.2);
        double step = (ExponentialFamily.logOdds(0.6) - low) / 40;
        double largest = 0;
        for (int control = 0; control <= 40; control++) {
            for (int treatment = 0; treatment <= control; treatment++) {
                largest = Math.max(largest, twoArms(new double[] {low + control * step, low + treatment * step}));
            }
        }
        return largest;
    }

    private static double[] inside(ParameterTile tile, UniformRandomProvider random) {
        return mixture(tile.vertices(), random);
    }

    /** A convex combination with Dirichlet weights. */
    private static double[] mixture(double[][] corners, UniformRandomProvider random) {
        double[] mixture = new double[corners[0].length];
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < corners.length; i++) {
            weights.add(-Math.log(1 - random.nextDouble()));
            sum += weights.get(i);
        }
        for (int i = 0; i < corners.length; i++) {
            for (int k = 0; k < mixture.length; k++) {
                mixture[k] += weights.get(i) / sum * corners[i][k];
            }
        }
        return mixture;
    }
}
