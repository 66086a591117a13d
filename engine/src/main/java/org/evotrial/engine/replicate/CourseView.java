package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientView;
import org.jspecify.annotations.Nullable;

/** What a policy sees of a course when there is news, and what it remembers. Reused from patient to patient. */
final class CourseView implements PatientView {
    private final PatientPlan plan;
    private final Patient patient;
    private final CourseLog log;
    private final AssayAgenda agenda;
    private final double[] memory;
    private News news = News.RESULT;
    private double day;
    private int assay;
    private double sampleDay;
    private @Nullable Measurement result;

    CourseView(PatientPlan plan, Patient patient, CourseLog log, AssayAgenda agenda) {
        this.plan = plan;
        this.patient = patient;
        this.log = log;
        this.agenda = agenda;
        int cells = 0;
        for (ArmPlan arm : plan.arms()) {
            cells = Math.max(cells, arm.policy().memorySize());
        }
        memory = new double[cells];
    }

    /** Begins the course of a patient, of whom nothing is remembered. */
    void begin() {
        if (memory.length > 0) {
            Arrays.fill(memory, 0);
        }
    }

    /** Shows news that is no result. */
    PatientView of(double newDay, News newNews) {
        day = newDay;
        news = newNews;
        result = null;
        return this;
    }

    /** Shows a result that became available. */
    PatientView ofResult(double newDay, int ofAssay, Measurement newResult, double sampled) {
        day = newDay;
        news = News.RESULT;
        assay = ofAssay;
        result = newResult;
        sampleDay = sampled;
        return this;
    }

    @Override
    public News news() {
        return news;
    }

    @Override
    public double day() {
        return day;
    }

    @Override
    public int regimen() {
        return log.regimen();
    }

    @Override
    public double regimenSince() {
        return log.regimenSince();
    }

    @Override
    public boolean regimenDiscontinued() {
        boolean all = true;
        for (int t = 0; t < plan.treatments().length; t++) {
            all &= patient.discontinued(t) || !plan.regimens()[log.regimen()].contains(plan.treatments()[t]);
        }
        return all && !plan.regimens()[log.regimen()].components().isEmpty();
    }

    @Override
    public int assay() {
        requireResult();
        return assay;
    }

    @Override
    public Measurement result() {
        return requireResult();
    }

    @Override
    public double sampleDay() {
        requireResult();
        return sampleDay;
    }

    @Override
    public Measurement baseline() {
        requireResult();
        return agenda.first(assay);
    }

    @Override
    public double[] memory() {
        return memory;
    }

    private Measurement requireResult() {
        Measurement shown = result;
        if (shown == null) {
            throw new IllegalStateException("There is no result with news of %s.".formatted(news));
        }
        return shown;
    }
}
