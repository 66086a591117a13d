package org.evotrial.engine.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evotrial.engine.plan.LookPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.json.TypeId;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.spi.AnalysisConfiguration;

/** Describes a trial in words and names, for the report. */
final class TrialDescription {
    private final TrialFile file;
    private final DesignPlan design;
    private final SimulationPlan plan;

    TrialDescription(TrialDocument trial, SimulationPlan plan) {
        file = trial.base();
        design = file.design().compose();
        this.plan = plan;
    }

    TrialSummary summary() {
        List<TrialSummary.ArmSummary> arms = new ArrayList<>();
        for (int i = 0; i < design.arms().size(); i++) {
            Arm arm = design.arms().get(i);
            String title = arm.title() == null ? arm.id() : arm.title();
            arms.add(new TrialSummary.ArmSummary(
                    arm.id(),
                    title,
                    arm.role().name().toLowerCase(Locale.ROOT),
                    plan.platform().allocation().shares()[i],
                    arm.policy().synopsis()));
        }
        List<TrialSummary.EndpointSummary> endpoints = new ArrayList<>();
        file.endpoints().forEach((id, e) -> endpoints.add(new TrialSummary.EndpointSummary(id, e.label())));
        List<TrialSummary.LookSummary> looks = new ArrayList<>();
        for (LookPlan look : plan.looks()) {
            looks.add(new TrialSummary.LookSummary(look.id(), look.description()));
        }
        List<TrialSummary.Boundary> boundaries = new ArrayList<>();
        for (var analysis : plan.analyses()) {
            boundaries.addAll(analysis.analysis().boundaries());
        }
        TypeId type = file.design().getClass().getAnnotation(TypeId.class);
        return new TrialSummary(
                file.id(),
                file.title(),
                file.remarks() == null ? List.of() : file.remarks(),
                type == null ? "" : type.value(),
                synopsis(),
                arms,
                endpoints,
                looks,
                boundaries,
                design.sampleSize(),
                plan.seed(),
                file.simulation().confidence(),
                plan.patients().model().lineages(),
                List.of());
    }

    private List<String> synopsis() {
        List<String> sentences = new ArrayList<>();
        sentences.add("%d patients are randomised to %d %s."
                .formatted(
                        design.sampleSize(), design.arms().size(), design.arms().size() == 1 ? "arm" : "arms"));
        sentences.add(accrual(design.accrual()));
        design.assessments()
                .forEach((assay, a) -> sentences.add("%s is assessed every %s weeks%s%s."
                        .formatted(
                                assay,
                                number(a.everyWeeks()),
                                a.whileOn() == null ? "" : " while on " + a.whileOn(),
                                a.untilProgression() ? " until progression" : "")));
        if (design.dropout() != null) {
            sentences.add("A share of %s is lost to follow-up within a year, independently of everything else."
                    .formatted(number(design.dropout().probabilityPerYear())));
        }
        for (AnalysisConfiguration analysis : design.analyses()) {
            sentences.add(analysis.synopsis());
        }
        sentences.add("The final analysis takes place after %s months at the latest."
                .formatted(number(design.maximumDurationMonths())));
        return sentences;
    }

    private static String accrual(Accrual accrual) {
        List<String> periods = new ArrayList<>();
        for (Accrual.Period period : accrual.periods()) {
            periods.add(
                    period.months() == null
                            ? "%s a month".formatted(number(period.patientsPerMonth()))
                            : "%s a month for %s months"
                                    .formatted(number(period.patientsPerMonth()), number(period.months())));
        }
        String pattern = accrual.pattern() == Accrual.Pattern.POISSON ? "as a Poisson process" : "evenly spaced";
        return "Patients arrive %s: %s.".formatted(pattern, String.join(", then ", periods));
    }

    private static String number(double x) {
        return x == Math.rint(x)
                ? Long.toString((long) x)
                : BigDecimal.valueOf(x)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
