package org.evotrial.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.config.TrialVariant;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.Assessment;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Dropout;
import org.evotrial.model.design.Look;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Policy;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/** Compiles variants of a trial file into plans. */
public final class Planner {
    /** Kind of a variant in which every experimental arm is treated and assessed as the control arm. */
    public static final String NULL_BY_BIOLOGY = "null-by-biology";

    /**
     * Compiles a variant.
     *
     * @param variant the variant
     * @param seed master seed
     * @throws ConfigurationException if its parts do not fit together
     */
    public SimulationPlan plan(TrialVariant variant, long seed) {
        TrialFile file = variant.file();
        DesignPlan design = file.design().compose();
        if (variant.kind().equals(NULL_BY_BIOLOGY)) {
            design = nullByBiology(design);
        }
        return new Compilation(variant.id(), seed, file, design).compile();
    }

    /** The design in which every experimental arm is treated and assessed as the control arm. */
    static DesignPlan nullByBiology(DesignPlan design) {
        Arm control = design.arms().stream()
                .filter(a -> a.role() == Arm.Role.CONTROL)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "/design/arms",
                        "expected an arm with the role control, whose policy makes the null hypothesis"));
        List<Arm> arms = design.arms().stream()
                .map(a -> new Arm(
                        a.id(),
                        a.title(),
                        a.role(),
                        a.allocation(),
                        control.policy(),
                        control.assessments(),
                        a.remarks()))
                .toList();
        return new DesignPlan(
                design.remarks(),
                design.sampleSize(),
                design.accrual(),
                design.allocation(),
                arms,
                design.assessments(),
                design.dropout(),
                design.looks(),
                design.analyses(),
                design.primaryHypothesis(),
                design.maximumDurationMonths());
    }

    /** One compilation: the order of its steps matters, since policies register regimens that all others refer to. */
    private static final class Compilation {
        private final String variant;
        private final long seed;
        private final TrialFile file;
        private final DesignPlan design;
        private final List<String> assayIds;
        private final List<AssayConfiguration> assays;

        Compilation(String variant, long seed, TrialFile file, DesignPlan design) {
            this.variant = variant;
            this.seed = seed;
            this.file = file;
            this.design = design;
            assayIds = List.copyOf(file.assays().keySet());
            assays = List.copyOf(file.assays().values());
        }

        SimulationPlan compile() {
            AllocationPlan allocation =
                    at("/design/allocation", () -> AllocationPlan.of(design.allocation(), design.arms()));
            List<String> factorIds = file.population().disease().factors();
            int[] factors = design.allocation().stratifyBy().stream()
                    .mapToInt(factorIds::indexOf)
                    .toArray();
            NameIndex names = new NameIndex(file, design, allocation, 1);
            List<Policy> policies =
                    design.arms().stream().map(a -> a.policy().create(names)).toList();
            PatientModel model = file.population().disease().create(context(names.regimens()));
            int[] levels = levels(factors, model);
            PlatformPlan platform = platform(allocation, factors, levels);
            NameIndex index = new NameIndex(file, design, allocation, platform.strata());
            names.regimens().forEach(index::regimen);
            PatientPlan patients = patients(index, policies, model);
            LookPlan[] looks = design.looks().stream().map(l -> look(l, index)).toArray(LookPlan[]::new);
            return assemble(platform, patients, looks, index);
        }

        private SimulationPlan assemble(
                PlatformPlan platform, PatientPlan patients, LookPlan[] looks, NameIndex index) {
            List<MetricDefinition> metrics = new ArrayList<>();
            ConductColumns conduct = ConductColumns.layOut(patients, looks, metrics);
            List<CurveDefinition> curves = new ArrayList<>();
            List<String> hypotheses = new ArrayList<>();
            List<AnalysisPlan> analyses = new ArrayList<>();
            for (AnalysisConfiguration configuration : design.analyses()) {
                Analysis analysis = configuration.create(index);
                analyses.add(new AnalysisPlan(
                        analysis,
                        metrics.size(),
                        analysis.metrics().size(),
                        hypotheses.size(),
                        configuration.hypotheses().size(),
                        curves.size()));
                metrics.addAll(analysis.metrics());
                curves.addAll(analysis.curves());
                hypotheses.addAll(configuration.hypotheses());
            }
            ConductCurves conductCurves = ConductCurves.layOut(platform, patients, curves);
            int primary = design.primaryHypothesis() == null ? -1 : hypotheses.indexOf(design.primaryHypothesis());
            return new SimulationPlan(
                    variant,
                    seed,
                    platform,
                    patients,
                    looks,
                    analyses.toArray(AnalysisPlan[]::new),
                    hypotheses.toArray(String[]::new),
                    primary,
                    conduct,
                    conductCurves,
                    List.copyOf(metrics),
                    List.copyOf(curves));
        }

        private PatientModelContext context(List<Regimen> regimens) {
            return new PatientModelContext(
                    List.copyOf(file.treatments().keySet()),
                    List.copyOf(file.treatments().values()),
                    regimens,
                    assayIds,
                    assays);
        }

        private static int[] levels(int[] factors, PatientModel model) {
            int[] levels = new int[factors.length];
            for (int i = 0; i < factors.length; i++) {
                levels[i] = model.factorLevels()[factors[i]];
            }
            return levels;
        }

        private PlatformPlan platform(AllocationPlan allocation, int[] factors, int[] levels) {
            AccrualPlan accrual = at("/design/accrual", () -> new AccrualPlan(design.accrual()));
            return new PlatformPlan(
                    design.sampleSize(),
                    accrual,
                    allocation,
                    factors,
                    levels,
                    dropoutPerDay(design.dropout()),
                    Calendar.days(design.maximumDurationMonths()));
        }

        private static double dropoutPerDay(@Nullable Dropout dropout) {
            return dropout == null ? 0 : -StrictFunctions.log1p(-dropout.probabilityPerYear()) / Calendar.DAYS_PER_YEAR;
        }

        private PatientPlan patients(NameIndex index, List<Policy> policies, PatientModel model) {
            int regimens = index.regimens().size();
            ArmPlan[] arms = new ArmPlan[policies.size()];
            for (int i = 0; i < arms.length; i++) {
                Arm arm = design.arms().get(i);
                arms[i] = new ArmPlan(arm.id(), policies.get(i), schedules(arm, index, regimens));
            }
            AssayPlan[] assayPlans = new AssayPlan[assays.size()];
            for (int i = 0; i < assayPlans.length; i++) {
                AssayConfiguration a = assays.get(i);
                assayPlans[i] = new AssayPlan(
                        assayIds.get(i), a.channels().size(), a.turnAroundDays(), a.imaging(), a.confirmsProgression());
            }
            List<EndpointConfiguration> endpoints = List.copyOf(file.endpoints().values());
            boolean[] binary = new boolean[endpoints.size()];
            for (int i = 0; i < binary.length; i++) {
                binary[i] = endpoints.get(i).binary();
            }
            Endpoint[] compiled = endpoints.stream().map(e -> e.create(index)).toArray(Endpoint[]::new);
            boolean endsEarly = model.lineages().isEmpty();
            for (Endpoint endpoint : compiled) {
                endsEarly &= endpoint.endsAtFirstProgression();
            }
            return new PatientPlan(
                    model,
                    index.regimens().toArray(Regimen[]::new),
                    file.treatments().keySet().toArray(String[]::new),
                    arms,
                    assayPlans,
                    biomarkers(),
                    imagingAssay(endpoints, index),
                    compiled,
                    file.endpoints().keySet().toArray(String[]::new),
                    binary,
                    endsEarly);
        }

        private BiomarkerPlan[] biomarkers() {
            List<String> ofDisease = file.population().disease().biomarkers();
            List<BiomarkerPlan> biomarkers = new ArrayList<>();
            for (int a = 0; a < assays.size(); a++) {
                for (String id : assays.get(a).biomarkers()) {
                    biomarkers.add(new BiomarkerPlan(
                            "%s by %s".formatted(id, assayIds.get(a)),
                            a,
                            assays.get(a).channels().indexOf(id),
                            ofDisease.indexOf(id),
                            assays.get(a).limitOfDetection()));
                }
            }
            return biomarkers.toArray(BiomarkerPlan[]::new);
        }

        private static int imagingAssay(List<EndpointConfiguration> endpoints, NameIndex index) {
            List<String> imaging = new ArrayList<>();
            for (EndpointConfiguration endpoint : endpoints) {
                String assay = endpoint.imagingAssay();
                if (assay != null && !imaging.contains(assay)) {
                    imaging.add(assay);
                }
            }
            if (imaging.size() > 1) {
                throw new ConfigurationException(
                        "/endpoints",
                        "expected one imaging assay for all endpoints but found " + String.join(", ", imaging));
            }
            return imaging.isEmpty() ? -1 : index.assay(imaging.get(0));
        }

        private ArmPlan.Schedule[] schedules(Arm arm, NameIndex index, int regimens) {
            Map<String, Assessment> assessments = new LinkedHashMap<>(design.assessments());
            if (arm.assessments() != null) {
                assessments.putAll(arm.assessments());
            }
            List<ArmPlan.Schedule> schedules = new ArrayList<>();
            for (int assay = 0; assay < assayIds.size(); assay++) {
                Assessment a = assessments.get(assayIds.get(assay));
                if (a != null) {
                    schedules.add(new ArmPlan.Schedule(
                            assay,
                            a.everyWeeks() * Calendar.DAYS_PER_WEEK,
                            a.jitterDays(),
                            active(a.whileOn(), index, regimens),
                            a.untilProgression()));
                }
            }
            return schedules.toArray(ArmPlan.Schedule[]::new);
        }

        private static boolean[] active(@Nullable String whileOn, NameIndex index, int regimens) {
            boolean[] active = new boolean[regimens];
            if (whileOn == null) {
                Arrays.fill(active, true);
            } else {
                for (int regimen : index.regimensWith(whileOn)) {
                    active[regimen] = true;
                }
            }
            return active;
        }

        private static LookPlan look(Look look, NameIndex index) {
            return new LookPlan(look.id(), Trigger.of(look.when(), index), Trigger.inWords(look.when()));
        }

        private static <T> T at(String pointer, Supplier<T> part) {
            try {
                return part.get();
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(pointer, String.valueOf(e.getMessage()));
            }
        }
    }
}
