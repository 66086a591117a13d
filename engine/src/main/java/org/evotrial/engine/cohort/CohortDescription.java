package org.evotrial.engine.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.provenance.BuildInformation;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.result.CohortSummary;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.Regimen;

/** Puts into words who is followed and how. */
public final class CohortDescription {
    private CohortDescription() {}

    static CohortSummary of(SimulationPlan plan, TrialFile trial, String command) {
        BuildInformation build = BuildInformation.read();
        return new CohortSummary(
                trial.id(),
                trial.title(),
                trial.remarks() == null ? List.of() : trial.remarks(),
                trial.design().compose().arms().get(0).policy().synopsis(),
                lines(plan),
                assays(plan, trial),
                plan.patients().model().lineages(),
                plan.patients().model().phenotypes(),
                plan.platform().maximumDays() / Calendar.DAYS_PER_YEAR,
                plan.seed(),
                build.commit() == null ? build.version() : build.version() + ", commit " + build.commit(),
                command);
    }

    /** Labels of the regimens in the order in which a patient can meet them. */
    public static List<String> lines(SimulationPlan plan) {
        return Arrays.stream(plan.patients().regimens())
                .filter(regimen -> !regimen.components().isEmpty())
                .map(Regimen::label)
                .toList();
    }

    private static List<CohortSummary.AssaySummary> assays(SimulationPlan plan, TrialFile trial) {
        List<CohortSummary.AssaySummary> assays = new ArrayList<>();
        List<AssayConfiguration> configurations = List.copyOf(trial.assays().values());
        for (int a = 0; a < configurations.size(); a++) {
            AssayConfiguration assay = configurations.get(a);
            double every = Double.NaN;
            for (ArmPlan.Schedule schedule : plan.patients().arms()[0].schedules()) {
                every = schedule.assay() == a ? schedule.everyDays() / Calendar.DAYS_PER_WEEK : every;
            }
            assays.add(new CohortSummary.AssaySummary(
                    plan.patients().assays()[a].id(),
                    every,
                    assay.turnAroundDays(),
                    assay.imaging(),
                    assay.channels(),
                    assay.units(),
                    assay.limitOfDetection()));
        }
        return assays;
    }
}
