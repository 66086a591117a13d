package org.evotrial.model.toy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import org.evotrial.model.config.CheckContext;
import org.evotrial.model.config.Checked;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.Condition;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Look;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TreatmentConfiguration;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/** One small kind of everything, so that the reader is tested without the other modules. */
public final class ToyPlugin implements Plugin {
    @Override
    public List<Class<? extends PatientModelConfiguration>> patientModels() {
        return List.of(ToyDisease.class);
    }

    @Override
    public List<Class<? extends TreatmentConfiguration>> treatments() {
        return List.of(ToyDrug.class);
    }

    @Override
    public List<Class<? extends AssayConfiguration>> assays() {
        return List.of(ToyPlasma.class, ToyImaging.class);
    }

    @Override
    public List<Class<? extends EndpointConfiguration>> endpoints() {
        return List.of(ToySurvival.class, ToyProgression.class);
    }

    @Override
    public List<Class<? extends PolicyConfiguration>> policies() {
        return List.of(ToyFixed.class, ToySwitch.class, ToyIdle.class);
    }

    @Override
    public List<Class<? extends AnalysisConfiguration>> analyses() {
        return List.of(ToyTest.class);
    }

    @Override
    public List<Class<? extends DesignConfiguration>> designs() {
        return List.of(ToyTwoArms.class);
    }

    /** How fast a tumour grows. */
    public enum Growth {
        SLOW_GROWING,
        FAST_GROWING
    }

    @TypeId("toy-disease")
    @Description("A disease for tests.")
    public record ToyDisease(
            @Positive double medianMonths,
            Growth growth,
            @Default("0.5") @Probability double curedShare,
            List<String> biomarkers,
            @Default("[]") List<String> factors,
            @Nullable List<String> remarks)
            implements PatientModelConfiguration {
        @Override
        public PatientModel create(PatientModelContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @TypeId("toy-drug")
    public record ToyDrug(@PositiveOrZero double clearancePerDay) implements TreatmentConfiguration {}

    @TypeId("toy-plasma")
    public record ToyPlasma(
            @NotEmpty @Reference(to = Reference.Target.DISEASE_BIOMARKER)
            List<String> biomarkers,

            @Probability double detectionLimitVaf,
            @Default("7") @PositiveOrZero double turnAroundDays)
            implements AssayConfiguration {
        @Override
        public List<String> channels() {
            return biomarkers;
        }
    }

    @TypeId("toy-imaging")
    public record ToyImaging() implements AssayConfiguration {
        @Override
        public List<String> channels() {
            return List.of("sumOfDiameters");
        }

        @Override
        public boolean imaging() {
            return true;
        }
    }

    @TypeId("toy-survival")
    public record ToySurvival(String label) implements EndpointConfiguration {
        @Override
        public Endpoint create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }
    }

    @TypeId("toy-progression")
    public record ToyProgression(
            String label,
            @Reference(to = Reference.Target.ASSAY) String imagingAssay) implements EndpointConfiguration {
        @Override
        public Endpoint create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }
    }

    @TypeId("toy-fixed")
    public record ToyFixed(@NotEmpty List<RegimenChoice> regimens) implements PolicyConfiguration {
        @Override
        public Policy create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String synopsis() {
            return "Toy";
        }
    }

    @TypeId("toy-switch")
    public record ToySwitch(
            @Reference(to = Reference.Target.TREATMENT) String from,
            @Reference(to = Reference.Target.TREATMENT) String to,
            @Reference(to = Reference.Target.ASSAY) String assay,
            @Reference(to = Reference.Target.BIOMARKER) String biomarker,
            @Default("2") @Positive int confirmations)
            implements PolicyConfiguration, Checked {
        @Override
        public Policy create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String synopsis() {
            return "Toy";
        }

        @Override
        public void check(CheckContext context) {
            AssayConfiguration named = context.trial().assays().get(assay);
            if (named != null && named.imaging()) {
                context.problem("/assay", "a plasma assay", "the imaging assay \"%s\"".formatted(assay));
            }
        }
    }

    @TypeId("toy-idle")
    public record ToyIdle() implements PolicyConfiguration {
        @Override
        public Policy create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String synopsis() {
            return "Toy";
        }
    }

    @TypeId("toy-test")
    public record ToyTest(
            String hypothesis,
            @Reference(to = Reference.Target.ENDPOINT) String endpoint,
            @Default("0.025") @Probability double significanceLevel)
            implements AnalysisConfiguration {
        @Override
        public List<String> hypotheses() {
            return List.of(hypothesis);
        }

        @Override
        public Analysis create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String synopsis() {
            return "Toy";
        }
    }

    @TypeId("toy-two-arms")
    public record ToyTwoArms(
            @Positive int sampleSize,
            @Reference(to = Reference.Target.TREATMENT) String control,
            @Reference(to = Reference.Target.TREATMENT) String experimental,
            @Reference(to = Reference.Target.ENDPOINT) String endpoint)
            implements DesignConfiguration {
        @Override
        public DesignPlan compose() {
            if (control.equals(experimental)) {
                throw new IllegalArgumentException(
                        "expected two different treatments but found %s twice".formatted(control));
            }
            return new DesignPlan(
                    null,
                    sampleSize,
                    new Accrual(Accrual.Pattern.POISSON, List.of(new Accrual.Period(null, 10)), null),
                    new Allocation(Allocation.Method.PERMUTED_BLOCKS, 0, List.of()),
                    List.of(arm("control", Arm.Role.CONTROL, control), arm("new", Arm.Role.EXPERIMENTAL, experimental)),
                    Map.of(),
                    null,
                    List.of(new Look("final", new Condition.Events(endpoint, sampleSize / 2))),
                    List.of(new ToyTest("superiority", endpoint, 0.025)),
                    null,
                    60);
        }

        private static Arm arm(String id, Arm.Role role, String treatment) {
            return new Arm(id, null, role, 1, new ToyFixed(List.of(RegimenChoice.of(treatment))), null, null);
        }
    }
}
