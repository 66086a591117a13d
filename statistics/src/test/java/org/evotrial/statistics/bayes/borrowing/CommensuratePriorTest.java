package org.evotrial.statistics.bayes.borrowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CommensuratePriorTest {
    /** Without a standard error the prior is t with 2 shape degrees of freedom and scale sqrt(rate / shape). */
    @Test
    void aGammaPrecisionMakesStudentsDistribution() {
        for (double shape : new double[] {0.5, 1, 3, 50}) {
            NormalMixture prior = new CommensuratePrior.GammaPrecision(shape, 2).from(1, 1e-9);
            TDistribution student = TDistribution.of(2 * shape);
            for (double x : new double[] {0.1, 1, 3}) {
                assertThat(prior.probabilityAbove(1 + x * Math.sqrt(2 / shape)))
                        .isCloseTo(student.survivalProbability(x), Offset.offset(1e-8));
            }
        }
    }

    /** The mean of 1 / nu, uniform on [1, 4], is log(4) / 3; the spike adds .2 / 1000. */
    @Test
    void theVarianceOfSpikeAndSlabIsKnown() {
        NormalMixture prior = new CommensuratePrior.SpikeAndSlab(0.2, 1000, 1, 4).from(0.7, 0.3);
        assertThat(prior.mean()).isCloseTo(0.7, Offset.offset(1e-12));
        assertThat(prior.variance()).isCloseTo(0.09 + 0.8 * Math.log(4) / 3 + 0.2 / 1000, Offset.offset(1e-6));
    }

    @Test
    void conflictEndsTheBorrowing() {
        NormalMixture prior = new CommensuratePrior.SpikeAndSlab(0.5, 1000, 0.01, 1).from(0, 0.1);
        assertThat(prior.updated(0.05, 0.1).weight(prior.size() - 1)).isGreaterThan(0.8);
        assertThat(prior.updated(2, 0.1).weight(prior.size() - 1)).isLessThan(1e-6);
        assertThat(prior.updated(2, 0.1).mean()).isCloseTo(2, Offset.offset(0.03));
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommensuratePrior.SpikeAndSlab(0.5, 1, 0.1, 2))
                .withMessageContaining("spike minus upper");
        assertThatIllegalArgumentException().isThrownBy(() -> new CommensuratePrior.GammaPrecision(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CommensuratePrior.GammaPrecision(1, 1).from(0, 0));
    }
}
