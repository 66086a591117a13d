package org.evotrial.design.trial;

import org.evotrial.spi.Measurement;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;

/** A patient under a policy, to whom things happen one after the other. */
public final class TreatedPatient implements PatientView {
    private final Policy policy;
    private final double[] memory;
    private final Measurement result = new Measurement(2);
    private News news = News.PROGRESSION;
    private boolean regimenDiscontinued;
    private int assay;
    private int regimen;

    public TreatedPatient(Policy policy) {
        this.policy = policy;
        memory = new double[policy.memorySize()];
        regimen = policy.initialRegimen();
    }

    /** The regimen after a progression. */
    public int progresses() {
        news = News.PROGRESSION;
        regimen = policy.decide(this);
        return regimen;
    }

    /** The regimen after a treatment was discontinued for toxicity. */
    public int discontinues(boolean wholeRegimen) {
        news = News.DISCONTINUATION;
        regimenDiscontinued = wholeRegimen;
        regimen = policy.decide(this);
        return regimen;
    }

    /** The regimen after a result of an assay for one of its channels. */
    public int tested(int assayIndex, int channel, boolean positive) {
        result.reset(true);
        result.set(channel, positive ? 0.1 : 0, positive);
        return informed(assayIndex);
    }

    /** The regimen after an assay that failed. */
    public int testFailed(int assayIndex) {
        result.reset(false);
        return informed(assayIndex);
    }

    private int informed(int assayIndex) {
        news = News.RESULT;
        assay = assayIndex;
        regimen = policy.decide(this);
        return regimen;
    }

    @Override
    public News news() {
        return news;
    }

    @Override
    public double day() {
        return 0;
    }

    @Override
    public int regimen() {
        return regimen;
    }

    @Override
    public boolean regimenDiscontinued() {
        return regimenDiscontinued;
    }

    @Override
    public double regimenSince() {
        return 0;
    }

    @Override
    public int assay() {
        return assay;
    }

    @Override
    public Measurement result() {
        if (news != News.RESULT) {
            throw new IllegalStateException("There is no result.");
        }
        return result;
    }

    @Override
    public double sampleDay() {
        return 0;
    }

    @Override
    public Measurement baseline() {
        return result();
    }

    @Override
    public double[] memory() {
        return memory;
    }
}
