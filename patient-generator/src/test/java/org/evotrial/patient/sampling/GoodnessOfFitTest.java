package org.evotrial.patient.sampling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The statistical assertions reject what is wrong; without this a green test would mean nothing. */
class GoodnessOfFitTest {
    @Test
    void acceptsCountsThatMatchAndRejectsAShiftedShare() {
        GoodnessOfFit.assertFollows(new long[] {5000, 5000}, new double[] {.5, .5});
        assertThatThrownBy(() -> GoodnessOfFit.assertFollows(new long[] {5300, 4700}, new double[] {.5, .5}))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rejectsCountsWhereTheLawHasNoMass() {
        assertThatThrownBy(() -> GoodnessOfFit.assertFollows(new long[] {500, 499, 1}, new double[] {.5, .5, 0}))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rejectsTwoSamplesOfDifferentLaws() {
        GoodnessOfFit.assertSameLaw(new long[] {500, 500}, new long[] {1000, 1000});
        assertThatThrownBy(() -> GoodnessOfFit.assertSameLaw(new long[] {500, 500}, new long[] {1300, 700}))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rejectsAMeanFiveStandardErrorsAway() {
        GoodnessOfFit.assertMean(1.0, 1, 10_000, 1.048);
        assertThatThrownBy(() -> GoodnessOfFit.assertMean(1.0, 1, 10_000, 1.05)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> GoodnessOfFit.assertShare(550, 1000, .46)).isInstanceOf(AssertionError.class);
    }

    @Test
    void rejectsNotANumber() {
        assertThatThrownBy(() -> GoodnessOfFit.assertMean(Double.NaN, 1, 10, 0)).isInstanceOf(AssertionError.class);
    }
}
