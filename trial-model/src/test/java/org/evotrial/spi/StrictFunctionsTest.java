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
}
