package org.evotrial.patient.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CloneSizeTest {
    private static final double[][] RATES = {{.2, .1}, {.14, .14}, {.1, .25}, {.3, 0}, {0, .2}};

    @Test
    void probabilitiesHaveTheMomentsOfTheLaw() {
        for (double[] rates : RATES) {
            CloneSize law = new CloneSize(rates[0], rates[1], 9);
            double sum = 0;
            double mean = 0;
            double square = 0;
            for (int n = 0; n < 1500; n++) {
                double p = law.probability(n);
                sum += p;
                mean += n * p;
                square += (double) n * n * p;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(mean).isCloseTo(law.mean(), within(1e-9));
            assertThat(square - mean * mean).isCloseTo(law.variance(), within(1e-7));
            assertThat(1 - law.probability(0)).isCloseTo(law.survivalProbability(), within(1e-14));
        }
    }

    @Test
    void twoStepsComposeToOne() {
        for (double[] rates : RATES) {
            CloneSize first = new CloneSize(rates[0], rates[1], 4);
            CloneSize second = new CloneSize(rates[0], rates[1], 5);
            CloneSize whole = new CloneSize(rates[0], rates[1], 9);
            for (int n = 0; n < 6; n++) {
                double sum = n == 0 ? first.probability(0) : 0;
                for (int m = 1; m < 400; m++) {
                    sum += first.probability(m) * second.probability(m, n);
                }
                assertThat(sum).isCloseTo(whole.probability(n), within(1e-11));
            }
        }
    }

    @Test
    void longTimesDoNotOverflow() {
        assertThat(new CloneSize(.2, .15, 1e6).survivalProbability()).isCloseTo(.25, within(1e-12));
        assertThat(new CloneSize(.2, .15, 1e6).probability(0)).isCloseTo(.75, within(1e-12));
        assertThat(new CloneSize(.2, .15, 1e6).probability(7)).isZero();
        assertThat(new CloneSize(.15, .2, 1e6).survivalProbability()).isZero();
        // 1/(1 + bT)
        assertThat(new CloneSize(.2, .2, 1e6).survivalProbability()).isCloseTo(1 / 200001.0, withinPercentage(1e-9));
    }
}
