package org.evotrial.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrictFunctionsTest {
    /** The platform's fdlibm is within one unit in the last place, 2.2e-16. */
    @Test
    void theExponentialAgreesWithThePlatformsToTheLastDigits() {
        SplittableRandom random = new SplittableRandom(20261121);
        double worst = 0;
        for (int i = 0; i < 300_000; i++) {
            double scale = i % 3 == 0 ? 1500 : i % 3 == 1 ? 40 : 0.1;
            double x = scale * (random.nextDouble() - 0.5);
            double expected = StrictMath.exp(x);
            if (expected > Double.MIN_NORMAL && expected < Double.POSITIVE_INFINITY) {
                worst = Math.max(worst, Math.abs(StrictFunctions.exp(x) / expected - 1));
            }
        }
        assertThat(worst).isBetween(1e-17, 1e-15);
    }

    @Test
    void theExponentialKeepsItsLimits() {
        assertThat(StrictFunctions.exp(0)).isEqualTo(1);
        assertThat(StrictFunctions.exp(-0.0)).isEqualTo(1);
        assertThat(StrictFunctions.exp(1)).isCloseTo(Math.E, within(5e-16));
        assertThat(StrictFunctions.exp(-800)).isZero();
        assertThat(StrictFunctions.exp(-745)).isEqualTo(Double.MIN_VALUE);
        assertThat(StrictFunctions.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StrictFunctions.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StrictFunctions.exp(Double.NaN)).isNaN();
    }

    private interface Function {
        double at(double x);
    }

    /** Largest relative difference over arguments of all sizes, of both signs where {@code negative}. */
    private static double worst(Function ours, Function platforms, double from, double to, boolean negative) {
        SplittableRandom random = new SplittableRandom(20261122);
        double worst = 0;
        for (int i = 0; i < 400_000; i++) {
            double size = StrictMath.exp(from + (to - from) * random.nextDouble());
            double x = negative && random.nextBoolean() ? -size : size;
            double expected = platforms.at(x);
            worst = Math.max(worst, Math.abs(ours.at(x) - expected) / Math.abs(expected));
        }
        return worst;
    }

    /** The platform's fdlibm is within one unit in the last place, 2.2e-16. */
    @Test
    void logarithmsAgreeWithThePlatformsToTheLastDigits() {
        assertThat(worst(StrictFunctions::log, StrictMath::log, -700, 700, false))
                .isBetween(1e-17, 6e-16);
        assertThat(worst(StrictFunctions::log, StrictMath::log, -.8, .8, false)).isBetween(1e-17, 6e-16);
        assertThat(worst(x -> StrictFunctions.log(1 + x), x -> StrictMath.log(1 + x), -30, -1, true))
                .isBetween(1e-17, 6e-16);
        assertThat(worst(StrictFunctions::log1p, StrictMath::log1p, -40, -.001, true))
                .isBetween(1e-17, 6e-16);
        assertThat(worst(StrictFunctions::log1p, StrictMath::log1p, -5, 80, false))
                .isBetween(1e-17, 6e-16);
    }

    @Test
    void theExponentialLessOneAgreesWithThePlatformsToTheLastDigits() {
        assertThat(worst(StrictFunctions::expm1, StrictMath::expm1, -40, 1, true))
                .isBetween(1e-17, 6e-16);
        assertThat(worst(StrictFunctions::expm1, StrictMath::expm1, -2, 6.5, true))
                .isBetween(1e-17, 6e-16);
    }

    @Test
    void logarithmsKeepTheirLimits() {
        assertThat(StrictFunctions.log(1)).isZero();
        assertThat(StrictFunctions.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StrictFunctions.log(-1)).isNaN();
        assertThat(StrictFunctions.log(Double.NaN)).isNaN();
        assertThat(StrictFunctions.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StrictFunctions.log(Double.MAX_VALUE)).isCloseTo(1024 * Math.log(2), within(2e-13));
        assertThat(StrictFunctions.log(Double.MIN_VALUE)).isCloseTo(-1074 * Math.log(2), within(2e-13));
        assertThat(StrictFunctions.log1p(0)).isZero();
        assertThat(StrictFunctions.log1p(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StrictFunctions.log1p(-2)).isNaN();
        assertThat(StrictFunctions.log1p(Double.NaN)).isNaN();
        assertThat(StrictFunctions.log1p(1e300)).isEqualTo(StrictMath.log(1e300));
        assertThat(StrictFunctions.expm1(0)).isZero();
        assertThat(StrictFunctions.expm1(-0.0)).isEqualTo(-0.0);
        assertThat(StrictFunctions.expm1(-800)).isEqualTo(-1);
        assertThat(StrictFunctions.expm1(800)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StrictFunctions.expm1(Double.NaN)).isNaN();
    }
}
