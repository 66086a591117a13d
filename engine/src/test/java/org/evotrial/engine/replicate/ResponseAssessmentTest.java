package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RECIST 1.1, section 4.3.1 (Eisenhauer 2009, doi:10.1016/j.ejca.2008.10.026). */
class ResponseAssessmentTest {
    private final ResponseAssessment response = new ResponseAssessment(false);
    private final Measurement scan = new Measurement(ImagingChannel.values().length);

    @BeforeEach
    void newPatient() {
        response.begin();
    }

    private void scan(double sum, double newLesions) {
        fill(sum, newLesions, 0, 0);
        response.assess(scan, true);
    }

    private void fill(double sum, double newLesions, double cnsSum, double newCns) {
        scan.reset(true);
        scan.set(ImagingChannel.TARGET_SUM.ordinal(), sum, false);
        scan.set(ImagingChannel.CNS_SUM.ordinal(), cnsSum, false);
        scan.set(ImagingChannel.NEW_LESIONS.ordinal(), newLesions, false);
        scan.set(ImagingChannel.NEW_CNS_LESIONS.ordinal(), newCns, false);
    }

    @Test
    void needsTwentyPercent() {
        scan(100, 0);
        scan(119.9, 0);
        assertThat(response.progression()).isFalse();
        scan(120, 0);
        assertThat(response.progression()).isTrue();
    }

    @Test
    void needsFiveMillimetres() {
        scan(20, 0);
        scan(24.9, 0);
        assertThat(response.progression()).isFalse();
        scan(25, 0);
        assertThat(response.progression()).isTrue();
    }

    @Test
    void comparesWithTheSmallestSumNotWithTheLastOrTheFirst() {
        scan(100, 0);
        scan(50, 0);
        scan(56, 0);
        assertThat(response.progression()).isFalse();
        scan(60, 0);
        assertThat(response.progression()).isTrue();
    }

    @Test
    void takesANewLesionAsProgressionOnce() {
        scan(100, 0);
        scan(90, 1);
        assertThat(response.progression()).isTrue();
        scan(90, 1);
        assertThat(response.progression()).isFalse();
    }

    @Test
    void takesTheLastScanAsTheReferenceOfANewLine() {
        scan(100, 0);
        scan(50, 0);
        scan(70, 1);
        assertThat(response.lineProgression()).isTrue();
        response.newLine();
        scan(80, 1);
        assertThat(response.lineProgression()).isFalse();
        assertThat(response.progression()).isTrue();
        scan(84, 1);
        assertThat(response.lineProgression()).isTrue();
    }

    @Test
    void changesNothingOnAScanThatFailed() {
        scan(100, 0);
        scan(130, 0);
        assertThat(response.progression()).isTrue();
        scan.reset(false);
        response.assess(scan, true);
        assertThat(response.progression()).isFalse();
        assertThat(response.lineProgression()).isFalse();
        response.newLine();
        scan(140, 0);
        assertThat(response.lineProgression()).isFalse();
        scan(156, 0);
        assertThat(response.lineProgression()).isTrue();
    }

    @Test
    void takesTheFirstEvaluableScanAsBaseline() {
        scan.reset(false);
        response.assess(scan, true);
        response.newLine();
        scan(100, 3);
        assertThat(response.progression()).isFalse();
        assertThat(response.best()).isEqualTo(Response.NOT_EVALUABLE);
    }

    @Test
    void respondsWithThirtyPercentLess() {
        scan(100, 0);
        scan(70.1, 0);
        assertThat(response.best()).isEqualTo(Response.STABLE_DISEASE);
        scan(70, 0);
        assertThat(response.best()).isEqualTo(Response.PARTIAL_RESPONSE);
        scan(0, 0);
        assertThat(response.best()).isEqualTo(Response.COMPLETE_RESPONSE);
        scan(100, 0);
        assertThat(response.best()).isEqualTo(Response.COMPLETE_RESPONSE);
    }

    @Test
    void countsResponsesOfTheFirstLineOnly() {
        scan(100, 0);
        scan(95, 0);
        fill(20, 0, 0, 0);
        response.assess(scan, false);
        assertThat(response.best()).isEqualTo(Response.STABLE_DISEASE);
    }

    @Test
    void assessesTheCentralNervousSystemAlone() {
        fill(100, 0, 10, 0);
        response.assess(scan, true);
        fill(90, 0, 15, 0);
        response.assess(scan, true);
        assertThat(response.cnsProgression()).isTrue();
        assertThat(response.progression()).isFalse();
        fill(90, 0, 0, 1);
        response.assess(scan, true);
        assertThat(response.cnsProgression()).isTrue();
    }

    @Test
    void forgetsThePatientBefore() {
        scan(10, 0);
        scan(5, 0);
        response.begin();
        scan(100, 7);
        assertThat(response.progression()).isFalse();
        assertThat(response.best()).isEqualTo(Response.NOT_EVALUABLE);
    }

    @Test
    void confirmedProgressionNeedsTheNextScanToo() {
        ResponseAssessment confirming = new ResponseAssessment(true);
        confirming.begin();
        boolean[] expected = {false, false, false, false, true, true, false};
        double[] sums = {100, 130, 110, 125, 121, 140, 90};
        for (int i = 0; i < sums.length; i++) {
            fill(sums[i], 0, 0, 0);
            confirming.assess(scan, true);
            assertThat(confirming.progression()).as("scan %s", i).isEqualTo(expected[i]);
        }
    }

    @Test
    void aNewLesionIsConfirmedByItsPersistence() {
        ResponseAssessment confirming = new ResponseAssessment(true);
        confirming.begin();
        double[] newLesions = {0, 1, 1, 1, 2, 1};
        boolean[] expected = {false, false, true, false, false, false};
        for (int i = 0; i < newLesions.length; i++) {
            fill(50, newLesions[i], 0, 0);
            confirming.assess(scan, true);
            assertThat(confirming.progression()).as("scan %s", i).isEqualTo(expected[i]);
        }
    }

    @Test
    void aNewLineOfTreatmentIsJudgedAgainstItsOwnBeginning() {
        scan(100, 0);
        assertThat(response.lineResponse()).isEqualTo(Response.NOT_EVALUABLE);
        scan(60, 0);
        assertThat(response.lineResponse()).isEqualTo(Response.PARTIAL_RESPONSE);
        scan(80, 0);
        assertThat(response.lineResponse()).isEqualTo(Response.PROGRESSIVE_DISEASE);
        response.newLine();
        scan(60, 0);
        assertThat(response.lineResponse()).isEqualTo(Response.STABLE_DISEASE);
        assertThat(response.lineNadir()).isEqualTo(60);
        scan(56, 0);
        assertThat(response.lineResponse()).isEqualTo(Response.PARTIAL_RESPONSE);
        scan(0, 0);
        assertThat(response.lineResponse()).isEqualTo(Response.COMPLETE_RESPONSE);
    }
}
