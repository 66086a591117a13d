package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evotrial.patient.assay.CtdnaDetection.Background;
import org.evotrial.patient.assay.CtdnaDetection.Panel;
import org.junit.jupiter.api.Test;

/**
 * Figures of the program {@code ctdna} 0.1.2 by the authors of Avanzini et al. 2020: the example of its documentation and its
 * own tests (github.com/reiterlab/ctdna, example.ipynb and tests), and of section 6 of the specification.
 */
class CtdnaDetectionTest {
    private static final double BIRTH = .14;
    private static final double DEATH = .136;
    private static final double SHEDDING = 1.4e-4;

    private final CtdnaDetection oneMutation = new CtdnaDetection(Background.PUBLISHED, Panel.of(1, .015, 5, .5, 1e-5));

    private static double shed(double cells) {
        return CtdnaDetection.genomeEquivalents(cells, BIRTH, DEATH, SHEDDING, 30);
    }

    @Test
    void meanGenomeEquivalentsAreThoseOfTheExample() {
        // example.ipynb prints the means over the quantiles .01 to .99, 299.6, 572.2, 1011.2 and 2396.8
        assertThat(shed(CtdnaDetection.cells(1))).isCloseTo(299.6, within(.05));
        assertThat(shed(1e9)).isCloseTo(572.2, within(.05));
        assertThat(shed(CtdnaDetection.cells(1.5))).isCloseTo(1011.2, within(.05));
        assertThat(shed(CtdnaDetection.cells(2))).isCloseTo(2396.8, within(.2));
    }

    @Test
    void theThresholdOfOneMutationAtOnePercentIsPublished() {
        assertThat(oneMutation.pValueThreshold(.01)).isCloseTo(.03744832, within(5e-9));
    }

    @Test
    void detectionOfOneMutationIsThatOfTheExample() {
        double threshold = oneMutation.pValueThreshold(.01);
        assertThat(oneMutation.detectionProbability(shed(CtdnaDetection.cells(1)), 1, threshold))
                .isCloseTo(.176224, within(5e-7));
        assertThat(oneMutation.detectionProbability(shed(1e9), 1, threshold)).isCloseTo(.336485, within(5e-7));
        assertThat(oneMutation.detectionProbability(shed(CtdnaDetection.cells(1.5)), 1, threshold))
                .isCloseTo(.559630, within(5e-7));
        assertThat(oneMutation.detectionProbability(shed(CtdnaDetection.cells(2)), 1, threshold))
                .isCloseTo(.906548, within(5e-7));
    }

    @Test
    void thresholdsOfALargePanelAreThoseOfTheProgramsTests() {
        // CancerSEEK, 2,000 base pairs, 1 %: 1.8e-5 at efficiency 1 and 2.1e-5 at .5, to two digits (test_detection.py)
        CtdnaDetection all = new CtdnaDetection(Background.PUBLISHED, Panel.of(2000, .015, 5, 1, 1e-5));
        CtdnaDetection half = new CtdnaDetection(Background.PUBLISHED, Panel.of(2000, .015, 5, .5, 1e-5));
        assertThat(all.pValueThreshold(.01)).isCloseTo(1.8e-5, within(5e-7));
        assertThat(half.pValueThreshold(.01)).isCloseTo(2.1e-5, within(5e-7));
    }

    @Test
    void callsByReadsAndByThresholdAgreeWhereTheyAskForTheSame() {
        // a threshold so large that one read is always enough
        double mean = shed(1e9);
        assertThat(oneMutation.detectionProbability(mean, 1, .999999))
                .isCloseTo(oneMutation.detectionProbabilityByReads(mean, 1, 1), within(1e-12));
    }

    @Test
    void withoutErrorsAndTumourNothingIsFound() {
        CtdnaDetection exact = new CtdnaDetection(Background.PUBLISHED, Panel.of(1, .015, 5, .5, 1e-12));
        assertThat(exact.detectionProbabilityByReads(0, 1, 1)).isLessThan(1e-6);
        assertThat(exact.detectionProbabilityByReads(1e6, 1, 1)).isGreaterThan(1 - 1e-9);
    }

    @Test
    void withoutMutationsCallsAreFalse() {
        // the threshold of one position at 1 %, and whatever the tumour sheds without the mutation
        double threshold = oneMutation.pValueThreshold(.01);
        assertThat(oneMutation.detectionProbability(0, 0, threshold))
                .isCloseTo(.01, within(5e-4))
                .isEqualTo(oneMutation.detectionProbability(0, 1, threshold), within(1e-12));
    }

    @Test
    void twoCallsOutOfTenFollowTheBinomialLaw() {
        // panel of 10 positions, all mutated: P(at least 2 of 10) from the probability of one, at a fixed background
        Background fixed = new Background(1e8, 6 / 1e8, .0066, 2750);
        CtdnaDetection one = new CtdnaDetection(fixed, new Panel(1, .0015, 1e-5, 1));
        CtdnaDetection two = new CtdnaDetection(fixed, new Panel(10, .0015, 1e-5, 2));
        double p = one.detectionProbabilityByReads(0, 1, 1);
        double expected = 1 - Math.pow(1 - p, 10) - 10 * p * Math.pow(1 - p, 9);
        assertThat(two.detectionProbabilityByReads(0, 10, 1)).isCloseTo(expected, within(1e-5 * expected));
        assertThat(two.detectionProbabilityByReads(0, 4, 1)).isCloseTo(expected, within(1e-5 * expected));
    }

    @Test
    void rejectsWhatIsOutsideTheDomain() {
        assertThatThrownBy(() -> oneMutation.pValueThreshold(1)).hasMessageContaining("false-positive rate (1.0)");
        assertThatThrownBy(() -> oneMutation.detectionProbability(1, 2, .01)).hasMessageContaining("mutations (2)");
        assertThatThrownBy(() -> new Panel(1, .1, 1e-5, 2)).hasMessageContaining("(2)");
        assertThatThrownBy(() -> CtdnaDetection.genomeEquivalents(1, .1, 50, 1, 30))
                .hasMessageContaining("shrinks by 49.9 per day");
        // less than the smallest p-value of all gives alone; a rate that everything keeps
        assertThatThrownBy(() -> oneMutation.pValueThreshold(1e-300)).hasMessageContaining("No p-value threshold");
        assertThatThrownBy(() -> oneMutation.pValueThreshold(.999999)).hasMessageContaining("No p-value threshold");
        assertThatThrownBy(() -> oneMutation.pValueThreshold(0)).hasMessageContaining("false-positive rate (0.0)");
        assertThatThrownBy(() -> oneMutation.detectionProbability(1, 1, 0))
                .hasMessageContaining("p-value threshold (0.0)");
        assertThatThrownBy(() -> oneMutation.detectionProbability(1, -1, .01)).hasMessageContaining("mutations (-1)");
        assertThatThrownBy(() -> new Background(0, 1, 1, 1)).hasMessageContaining("shape (0.0)");
        assertThatThrownBy(() -> new Background(1, 1 / 0.0, 1, 1)).hasMessageContaining("scale (Infinity)");
        assertThatThrownBy(() -> new Panel(1, 1, 1e-5, 1)).hasMessageContaining("sampled fraction (1.0)");
        assertThatThrownBy(() -> new Panel(1, .1, 0, 1)).hasMessageContaining("error rate (0.0)");
        assertThatThrownBy(() -> new Panel(1, .1, 1e-5, 0)).hasMessageContaining("(0) must be at least 1");
    }
}
