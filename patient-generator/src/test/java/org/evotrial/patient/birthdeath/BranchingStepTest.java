package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Means, extinction and moments of the step against exact references; its draws are {@link BranchingSampleTest}'s. */
class BranchingStepTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 22, 0, 0});
    private final BranchingStep step = new BranchingStep(10);

    @ParameterizedTest
    @CsvSource({"2, 21", "2, 400", "3, 14", "4, 60", "4, 450", "6, 30", "8, 90", "10, 28"})
    void extinctionSolvesTheBackwardEquation(int types, double days) {
        for (int repeat = 0; repeat < 3; repeat++) {
            BranchingModel model = BranchingModel.random(types, 1, days, random);
            double[] exact = new BackwardGeneratingFunction(model).extinction();
            model.phases().get(0).set(step, days);
            for (int i = 0; i < types; i++) {
                double survival = 1 - exact[i];
                assertThat(step.survivalProbability(i)).isCloseTo(survival, within(1e-11));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 21, 365, 450})
    void extinctionOfFastSwitchingNearCriticalCells(double days) {
        // two states that exchange ten cells a day and one that waits: stiff, and p falls as 1/t
        BranchingModel.Phase phase = new BranchingModel.Phase(
                days, new double[] {.3, .1, .02}, new double[] {.2, .2, .02}, new double[3][3], new double[][] {
                    {0, 5, .1}, {5, 0, 0}, {.01, 0, 0}
                });
        double[] exact = new BackwardGeneratingFunction(new BranchingModel(List.of(phase))).extinction();
        phase.set(step, days);
        for (int i = 0; i < 3; i++) {
            assertThat(step.survivalProbability(i)).isCloseTo(1 - exact[i], within(1e-10));
        }
    }

    @Test
    void smallSurvivalProbabilitiesKeepTheirRelativePrecision() {
        // both states have the same rates, so that switching cannot matter: Kendall, d = 1.1, b = .1, 28.1 days
        double e = Math.exp(-28.1);
        double exact = e / (1 + .1 * (1 - e));
        step.set(2, new double[] {.1, .1}, new double[] {1.1, 1.1}, new double[] {0, .3, .02, 0}, new double[4], 28.1);
        assertThat(step.survivalProbability(0)).isCloseTo(exact, within(1e-10 * exact));
        assertThat(step.survivalProbability(1)).isCloseTo(exact, within(1e-10 * exact));
    }

    @ParameterizedTest
    @CsvSource({"2, 21", "2, 1e-9", "3, .01", "4, 30", "4, 450", "7, 60", "10, 90"})
    void meansAndCellDaysAreTheExponentialToTwelveDigits(int types, double days) {
        BranchingModel model = BranchingModel.random(types, 1, days, random);
        model.phases().get(0).set(step, days);
        assertExponential(generator(model.phases().get(0)), types, days);
    }

    @ParameterizedTest
    @CsvSource({"1e-6, 21", ".3, 30", "2, 450"})
    void meansOfDefectiveGeneratorsAreTheExponentialToTwelveDigits(double rate, double days) {
        // one way through four states with equal net growth: a Jordan block
        double[] transition = new double[16];
        for (int i = 0; i < 3; i++) {
            transition[i * 5 + 1] = rate;
        }
        double[] birth = {.01 + rate, .01 + rate, .01 + rate, .01};
        step.set(4, birth, new double[] {.02, .02, .02, .02}, transition, new double[16], days);
        double[] generator = transition.clone();
        for (int i = 0; i < 4; i++) {
            generator[i * 5] = birth[i] - .02 - (i < 3 ? rate : 0);
        }
        assertExponential(generator, 4, days);
        double[] two = {birth[0] - .02 - rate, rate, 0, -.01};
        step.set(2, new double[] {birth[0], .01}, new double[] {.02, .02}, two, new double[4], days);
        assertExponential(two, 2, days);
    }

    private void assertExponential(double[] generator, int m, double days) {
        BigDecimal[][] exact = exponential(generator, m, days);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double mean = exact[i][j].doubleValue();
                double area = exact[i][m + j].doubleValue();
                assertThat(step.mean(i, j)).isCloseTo(mean, within(2e-12 * mean));
                assertThat(step.cellDays(i, j)).isCloseTo(area, within(2e-12 * area));
            }
        }
    }

    /** exp of [[G, I], [0, 0]] t: the exponential of G t and its integral, by the plain power series in 40 digits. */
    private static BigDecimal[][] exponential(double[] generator, int m, double days) {
        MathContext context = new MathContext(40);
        BigDecimal[][] x = new BigDecimal[2 * m][2 * m];
        BigDecimal[][] sum = new BigDecimal[2 * m][2 * m];
        int halvings = 11;
        BigDecimal t = new BigDecimal(days).divide(BigDecimal.valueOf(1L << halvings), context);
        for (int i = 0; i < 2 * m; i++) {
            for (int j = 0; j < 2 * m; j++) {
                double element = i >= m ? 0 : j < m ? generator[i * m + j] : i == j - m ? 1 : 0;
                x[i][j] = new BigDecimal(element).multiply(t, context);
                sum[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
            }
        }
        BigDecimal[][] power = sum;
        for (int k = 1; k <= 24; k++) {
            power = times(power, x, BigDecimal.valueOf(k), context);
            sum = plus(sum, power);
        }
        for (int k = 0; k < halvings; k++) {
            sum = times(sum, sum, BigDecimal.ONE, context);
        }
        return sum;
    }

    private static BigDecimal[][] plus(BigDecimal[][] a, BigDecimal[][] b) {
        BigDecimal[][] sum = new BigDecimal[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum[i][j] = a[i][j].add(b[i][j]);
            }
        }
        return sum;
    }

    private static BigDecimal[][] times(BigDecimal[][] a, BigDecimal[][] b, BigDecimal divisor, MathContext context) {
        BigDecimal[][] product = new BigDecimal[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int l = 0; l < a.length; l++) {
                    sum = sum.add(a[i][l].multiply(b[l][j], context), context);
                }
                product[i][j] = sum.divide(divisor, context);
            }
        }
        return product;
    }

    private static double[] generator(BranchingModel.Phase phase) {
        int m = phase.birth().length;
        double[] generator = new double[m * m];
        for (int i = 0; i < m; i++) {
            generator[i * m + i] += phase.divisionsWithout(i) - phase.death()[i];
            for (int j = 0; j < m; j++) {
                if (i != j) {
                    generator[i * m + j] += phase.transition()[i][j] + phase.birth()[i] * phase.mutation()[i][j];
                    generator[i * m + i] -= phase.transition()[i][j];
                }
            }
        }
        return generator;
    }

    @ParameterizedTest
    @CsvSource({"1, 21", "2, 21", "3, 60", "4, 30", "6, 14"})
    void covariancesSolveTheForwardMomentEquations(int types, double days) {
        BranchingModel.Phase phase =
                BranchingModel.random(types, 1, days, random).phases().get(0);
        phase.set(step, days);
        ForwardMoments equations = new ForwardMoments(phase, generator(phase));
        for (int founder = 0; founder < types; founder++) {
            double[] y = new double[types + types * types];
            y[founder] = 1;
            y[types + founder * (types + 1)] = 1;
            new DormandPrince853Integrator(1e-9, 5, 1e-13, 1e-12).integrate(equations, 0, y.clone(), days, y);
            double total = 0;
            for (int j = 0; j < types; j++) {
                for (int k = 0; k < types; k++) {
                    double covariance = y[types + j * types + k] - y[j] * y[k];
                    total += covariance;
                    assertThat(step.covariance(founder, j, k))
                            .isCloseTo(covariance, within(1e-9 * y[types + j * types + k] + 1e-12));
                }
            }
            assertThat(step.familyVariance(founder)).isCloseTo(total, within(1e-8 * total + 1e-12));
        }
    }

    /** E[N]' = E[N] G and E[N_j N_k]' = pairs by G plus, for each kind of event, its rate times the changes' product. */
    private record ForwardMoments(BranchingModel.Phase phase, double[] g) implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            int m = phase.birth().length;
            return m + m * m;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] slope) {
            int m = phase.birth().length;
            Arrays.fill(slope, 0);
            for (int l = 0; l < m; l++) {
                for (int j = 0; j < m; j++) {
                    slope[j] += y[l] * g[l * m + j];
                    for (int k = 0; k < m; k++) {
                        slope[m + j * m + k] += y[m + l * m + k] * g[l * m + j] + y[m + j * m + l] * g[l * m + k];
                    }
                }
                slope[m + l * m + l] += y[l] * (phase.divisionsWithout(l) + phase.death()[l]);
                for (int j = 0; j < m; j++) {
                    double moved = y[l] * phase.transition()[l][j];
                    slope[m + j * m + j] += moved + y[l] * phase.birth()[l] * phase.mutation()[l][j];
                    slope[m + l * m + l] += moved;
                    slope[m + j * m + l] -= moved;
                    slope[m + l * m + j] -= moved;
                }
            }
        }
    }

    @Test
    void twoHalvesHaveTheMomentsAndTheExtinctionOfTheWhole() {
        int m = 4;
        BranchingModel model = BranchingModel.random(m, 1, 30, random);
        BranchingModel.Phase phase = model.phases().get(0);
        BranchingStep half = phase.set(new BranchingStep(m), 15);
        phase.set(step, 30);
        double[] extinct = new double[m];
        for (int i = 0; i < m; i++) {
            extinct[i] = 1 - half.survivalProbability(i);
        }
        BranchingModel firstHalf = new BranchingModel(List.of(
                new BranchingModel.Phase(15, phase.birth(), phase.death(), phase.mutation(), phase.transition())));
        double[] composed = new BackwardGeneratingFunction(firstHalf).at(extinct);
        for (int i = 0; i < m; i++) {
            assertThat(step.survivalProbability(i)).isCloseTo(1 - composed[i], within(1e-11));
            for (int j = 0; j < m; j++) {
                for (int k = 0; k < m; k++) {
                    double covariance = 0;
                    for (int l = 0; l < m; l++) {
                        covariance += half.mean(i, l) * half.covariance(l, j, k);
                        for (int n = 0; n < m; n++) {
                            covariance += half.covariance(i, l, n) * half.mean(l, j) * half.mean(n, k);
                        }
                    }
                    assertThat(step.covariance(i, j, k))
                            .isCloseTo(covariance, within(1e-11 * (1 + Math.abs(covariance))));
                }
            }
        }
    }

    @Test
    void oneStateIsTheLinearFractionalLaw() {
        BirthDeathStep one = new BirthDeathStep().set(.14, .2, 28);
        step.set(1, new double[] {.14}, new double[] {.2}, new double[1], new double[1], 28);
        assertThat(step.mean(0, 0)).isEqualTo(one.growthFactor());
        assertThat(step.meanFamily(0)).isEqualTo(one.growthFactor());
        assertThat(step.survivalProbability(0)).isEqualTo(one.survivalProbability());
        assertThat(step.familyVariance(0)).isCloseTo(one.varianceFactor(), within(1e-13));
        assertThat(step.cellDays(0, 0)).isCloseTo((1 - Math.exp(-.06 * 28)) / .06, within(1e-13));
    }

    @Test
    void equalArgumentsGiveEqualResultsWhateverWasSetBefore() {
        BranchingModel.Phase phase =
                BranchingModel.random(4, 1, 21, random).phases().get(0);
        BranchingStep fresh = phase.set(new BranchingStep(4), 21);
        BranchingModel.random(10, 1, 30, random).phases().get(0).set(step, 30);
        double before = step.variance(0, 1) + step.survivalProbability(3);
        phase.set(step, 21);
        assertThat(before).isPositive();
        double variance = step.variance(1, 2);
        for (int i = 0; i < 4; i++) {
            assertThat(step.survivalProbability(i)).isEqualTo(fresh.survivalProbability(i));
            assertThat(step.mean(i, 0)).isEqualTo(fresh.mean(i, 0));
        }
        assertThat(fresh.variance(1, 2)).isEqualTo(variance);
    }

    @Test
    void aStepOfNoLengthChangesNothing() {
        BranchingModel.random(3, 1, 1, random).phases().get(0).set(step, 0);
        assertThat(step.survivalProbability(1)).isEqualTo(1);
        assertThat(step.mean(1, 1)).isEqualTo(1);
        assertThat(step.mean(1, 2)).isZero();
        assertThat(step.familyVariance(1)).isZero();
        double[] cells = {3, 0, 2};
        step.sample(cells, 0, random);
        assertThat(cells).containsExactly(3, 0, 2);
    }

    @Test
    void whatIsNoRateIsRejected() {
        double[] one = {.1, .1};
        double[] none = new double[4];
        assertThatThrownBy(() -> step.set(2, one, new double[] {.1, Double.NaN}, none, none, 1))
                .hasMessageContaining("death rate per day (NaN)");
        assertThatThrownBy(() -> step.set(2, new double[] {-1, 0}, one, none, none, 1))
                .hasMessageContaining("birth rate per day (-1.0)");
        assertThatThrownBy(() -> step.set(2, one, one, new double[] {0, -2, 0, 0}, none, 1))
                .hasMessageContaining("transition rate per day (-2.0)");
        assertThatThrownBy(() -> step.set(2, one, one, none, new double[] {0, 0, 1 / 0.0, 0}, 1))
                .hasMessageContaining("production rate per day (Infinity)");
        assertThatThrownBy(() -> step.set(2, one, one, none, none, -1)).hasMessageContaining("length of the step");
        assertThatThrownBy(() -> step.set(11, one, one, none, none, 1)).hasMessageContaining("[1, 10]");
        assertThatThrownBy(() -> new BranchingStep(0)).hasMessageContaining("positive");
    }
}
