package org.evotrial.engine.replicate;

import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Response;

/**
 * RECIST 1.1 on a series of scans (Eisenhauer 2009, doi:10.1016/j.ejca.2008.10.026): progression is an increase of the
 * sum of diameters of at least 20 % and 5 mm over the smallest sum so far, or an unequivocal new lesion.
 *
 * <p>Three clocks run side by side: since randomisation (first progression), since the current line of treatment began
 * (its last scan is the new reference), and for the central nervous system alone since randomisation.
 */
final class ResponseAssessment {
    private static final double PROGRESSION_RATIO = 1.2;
    private static final double PROGRESSION_MILLIMETRES = 5;
    private static final double RESPONSE_RATIO = 0.7;

    private final Reference overall;
    private final Reference line;
    private final Reference cns;
    private double baseline;
    private double lastSum;
    private double lastNew;
    private boolean started;
    private Response best = Response.NOT_EVALUABLE;
    private boolean progression;
    private boolean lineProgression;
    private boolean cnsProgression;
    private Response lineResponse = Response.NOT_EVALUABLE;
    private double lineBaseline;

    /**
     * An assessment of scans.
     *
     * @param confirmed whether progression counts only if the next scan shows it too
     */
    ResponseAssessment(boolean confirmed) {
        overall = new Reference(confirmed);
        line = new Reference(confirmed);
        cns = new Reference(confirmed);
    }

    /** Begins a new patient. */
    void begin() {
        started = false;
        best = Response.NOT_EVALUABLE;
        baseline = Double.NaN;
    }

    /** Takes the last scan as the reference of a new line of treatment. */
    void newLine() {
        if (started) {
            line.start(lastSum, lastNew);
            lineBaseline = lastSum;
        }
    }

    /**
     * Assesses a scan; the first evaluable one is the baseline. A scan that is not evaluable changes nothing.
     *
     * @param scan an imaging measurement
     * @param firstLine whether the response counts for the best response on the first line
     */
    void assess(Measurement scan, boolean firstLine) {
        progression = false;
        lineProgression = false;
        cnsProgression = false;
        lineResponse = Response.NOT_EVALUABLE;
        if (!scan.evaluable()) {
            return;
        }
        double sum = scan.value(ImagingChannel.TARGET_SUM.ordinal());
        double newLesions = scan.value(ImagingChannel.NEW_LESIONS.ordinal());
        double cnsSum = scan.value(ImagingChannel.CNS_SUM.ordinal());
        double newCns = scan.value(ImagingChannel.NEW_CNS_LESIONS.ordinal());
        if (!started) {
            started = true;
            baseline = sum;
            lineBaseline = sum;
            overall.start(sum, newLesions);
            line.start(sum, newLesions);
            cns.start(cnsSum, newCns);
        } else {
            progression = overall.progression(sum, newLesions);
            lineProgression = line.progression(sum, newLesions);
            cnsProgression = cns.progression(cnsSum, newCns);
            lineResponse = response(lineProgression, sum, lineBaseline);
            if (firstLine) {
                Response response = response(progression, sum, baseline);
                best = response.ordinal() < best.ordinal() ? response : best;
            }
        }
        lastSum = sum;
        lastNew = newLesions;
    }

    private static Response response(boolean progressed, double sum, double reference) {
        if (progressed) {
            return Response.PROGRESSIVE_DISEASE;
        }
        if (sum <= 0) {
            return Response.COMPLETE_RESPONSE;
        }
        return sum <= RESPONSE_RATIO * reference ? Response.PARTIAL_RESPONSE : Response.STABLE_DISEASE;
    }

    /** Whether the last scan is progression against the smallest sum since randomisation. */
    boolean progression() {
        return progression;
    }

    /** Whether the last scan is progression against the smallest sum since the current line began. */
    boolean lineProgression() {
        return lineProgression;
    }

    /** Whether the last scan is progression in the central nervous system. */
    boolean cnsProgression() {
        return cnsProgression;
    }

    /** Category of the last scan against the beginning of the current line; not evaluable at baseline. */
    Response lineResponse() {
        return lineResponse;
    }

    /** Smallest sum since the current line began, mm. */
    double lineNadir() {
        return line.nadir;
    }

    /** Best response so far on the first line. */
    Response best() {
        return best;
    }

    /** Smallest sum and number of new lesions that later scans are compared with. */
    private static final class Reference {
        private final boolean confirmed;
        private double nadir;
        private double newLesions;
        private boolean suspected;

        Reference(boolean confirmed) {
            this.confirmed = confirmed;
        }

        void start(double sum, double seen) {
            nadir = sum;
            newLesions = seen;
            suspected = false;
        }

        boolean progression(double sum, double seen) {
            boolean grown = sum >= PROGRESSION_RATIO * nadir && sum - nadir >= PROGRESSION_MILLIMETRES;
            boolean newLesion = seen > newLesions;
            nadir = Math.min(nadir, sum);
            boolean before = suspected;
            suspected = grown || newLesion;
            boolean progression = suspected && (before || !confirmed);
            if (progression || !suspected) {
                newLesions = Math.max(newLesions, seen);
            }
            return progression;
        }
    }
}
