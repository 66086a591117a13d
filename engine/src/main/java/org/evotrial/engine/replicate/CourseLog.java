package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Response;

/**
 * What is on record of one patient's course: progression, response, treatment, toxicity, death. It takes note and decides
 * nothing. A workspace of one thread, reused from patient to patient.
 */
final class CourseLog implements CourseRecord {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Days from a response to the assessment that confirms it, at least (RECIST 1.1: four weeks). */
    private static final double CONFIRMING_DAYS = 28;

    private final AssayAgenda agenda;
    private final ResponseAssessment response;
    private final ToxicityLog toxicity;
    private final double[] startOn;
    private final double[] stopOn;
    private final double[] daysOn;
    private final double[] progressionOn;
    private int regimen;
    private double regimenSince;
    private int lines;
    private boolean lineProgressed;
    private double deathDay;
    private double lastDay;
    private double observedUntil;
    private double firstProgression;
    private double secondProgression;
    private double firstCnsProgression;
    private int lineageAtProgression;
    private double switchOnResultDay;
    private double firstResponseDay;
    private double respondingSince;
    private double confirmedResponseDay;
    private double[] segmentStart = new double[8];
    private int[] segmentRegimen = new int[8];
    private int segments;

    /**
     * @param agenda has the results so far
     * @param response has the best response so far
     * @param regimens number of regimens
     * @param treatments number of treatments
     */
    CourseLog(AssayAgenda agenda, ResponseAssessment response, int regimens, int treatments) {
        this.agenda = agenda;
        this.response = response;
        toxicity = new ToxicityLog(treatments);
        startOn = new double[regimens];
        stopOn = new double[regimens];
        daysOn = new double[regimens];
        progressionOn = new double[regimens];
    }

    /** Begins the course of a patient on a regimen. */
    void begin(int initialRegimen) {
        toxicity.begin();
        lines = 1;
        lineProgressed = false;
        deathDay = NEVER;
        firstProgression = NEVER;
        secondProgression = NEVER;
        firstCnsProgression = NEVER;
        lineageAtProgression = -1;
        switchOnResultDay = NEVER;
        firstResponseDay = NEVER;
        respondingSince = NEVER;
        confirmedResponseDay = NEVER;
        Arrays.fill(startOn, NEVER);
        Arrays.fill(stopOn, NEVER);
        Arrays.fill(daysOn, 0);
        Arrays.fill(progressionOn, NEVER);
        segments = 0;
        start(0, initialRegimen);
    }

    private void start(double day, int newRegimen) {
        regimen = newRegimen;
        regimenSince = day;
        startOn[regimen] = Math.min(startOn[regimen], day);
        stopOn[regimen] = NEVER;
        if (segments == segmentStart.length) {
            segmentStart = Arrays.copyOf(segmentStart, 2 * segments);
            segmentRegimen = Arrays.copyOf(segmentRegimen, 2 * segments);
        }
        segmentStart[segments] = day;
        segmentRegimen[segments++] = regimen;
    }

    /** Takes note that the policy changed the regimen on news. */
    void changed(double day, int newRegimen, PatientView.News news) {
        if (news == PatientView.News.RESULT && onFirstLine()) {
            switchOnResultDay = day;
        }
        daysOn[regimen] += day - regimenSince;
        stopOn[regimen] = day;
        start(day, newRegimen);
        lines++;
        lineProgressed = false;
    }

    /** Takes note of a scan, after it was assessed; {@code firstLine} if it could be evaluated and belongs to the first line. */
    void assessed(double day, boolean firstLine) {
        if (firstLine) {
            confirm(day, response.lineResponse().objective());
        }
        if (firstResponseDay == NEVER && response.best().objective()) {
            firstResponseDay = day;
        }
    }

    private void confirm(double day, boolean responding) {
        if (!responding) {
            respondingSince = NEVER;
        } else if (respondingSince == NEVER) {
            respondingSince = day;
        } else if (confirmedResponseDay == NEVER && day - respondingSince >= CONFIRMING_DAYS) {
            confirmedResponseDay = day;
        }
    }

    /** Takes note of the first progression and of the lineage with most cells then, or -1. */
    void firstProgressed(double day, int dominantLineage) {
        firstProgression = day;
        lineageAtProgression = dominantLineage;
    }

    /** Takes note of progression in the central nervous system. */
    void progressedInCns(double day) {
        if (firstCnsProgression == NEVER) {
            firstCnsProgression = day;
        }
    }

    /** Takes note of progression on the current line; false if that was on record. */
    boolean progressedOnLine(double day) {
        if (lineProgressed) {
            return false;
        }
        lineProgressed = true;
        if (day > firstProgression && regimenSince >= firstProgression) {
            secondProgression = Math.min(secondProgression, day);
        }
        progressionOn[regimen] = Math.min(progressionOn[regimen], day);
        return true;
    }

    /** Takes note of death. */
    void died(double day) {
        deathDay = day;
    }

    /**
     * Closes the record.
     *
     * @param day day on which the simulated course ended
     * @param lastKnownAlive last day of follow-up
     */
    void ended(double day, double lastKnownAlive) {
        daysOn[regimen] += day - regimenSince;
        observedUntil = day;
        lastDay = lastKnownAlive;
    }

    /** The current regimen. */
    int regimen() {
        return regimen;
    }

    /** Day on which the current regimen was started. */
    double regimenSince() {
        return regimenSince;
    }

    /** Whether progression is on record. */
    boolean progressed() {
        return firstProgression < NEVER;
    }

    /** Whether the regimen was never changed and progression is not on record. */
    boolean onFirstLine() {
        return lines == 1 && !progressed();
    }

    /** Lineage with most cells in progressing lesions at the first progression, or -1. */
    int lineageAtProgression() {
        return lineageAtProgression;
    }

    /** Day of the first change of treatment if it followed an assay's result before any progression, otherwise infinity. */
    double switchOnResultDay() {
        return switchOnResultDay;
    }

    /** Toxicity in the course; empty if no treatment is toxic. */
    ToxicityLog toxicity() {
        return toxicity;
    }

    /** Number of periods on one regimen. */
    int segments() {
        return segments;
    }

    /** Day on which a period began; it ended when the next one began or on {@link #observedUntil}. */
    double segmentStart(int segment) {
        return segmentStart[segment];
    }

    /** Regimen of a period. */
    int segmentRegimen(int segment) {
        return segmentRegimen[segment];
    }

    /** Day on which the simulated course ended. */
    double observedUntil() {
        return observedUntil;
    }

    @Override
    public double deathDay() {
        return deathDay;
    }

    @Override
    public double lastDay() {
        return lastDay;
    }

    @Override
    public double firstProgressionDay() {
        return firstProgression;
    }

    @Override
    public double secondProgressionDay() {
        return secondProgression;
    }

    @Override
    public int initialRegimen() {
        return segmentRegimen[0];
    }

    @Override
    public double firstCnsProgressionDay() {
        return firstCnsProgression;
    }

    @Override
    public double progressionDayOn(int onRegimen) {
        return progressionOn[onRegimen];
    }

    @Override
    public double startDayOn(int onRegimen) {
        return startOn[onRegimen];
    }

    @Override
    public double stopDayOn(int onRegimen) {
        return stopOn[onRegimen];
    }

    @Override
    public double daysOn(int onRegimen) {
        return daysOn[onRegimen];
    }

    @Override
    public double firstPositiveDay(int assay, int channel) {
        return agenda.firstPositiveDay(assay, channel);
    }

    @Override
    public double firstResponseDay() {
        return firstResponseDay;
    }

    @Override
    public double confirmedResponseDay() {
        return confirmedResponseDay;
    }

    @Override
    public Response bestResponse() {
        return response.best();
    }
}
