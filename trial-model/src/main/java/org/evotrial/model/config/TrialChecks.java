package org.evotrial.model.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Look;
import org.evotrial.model.json.BoundTree;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.NameUse;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.Wording;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.EndpointConfiguration;
import org.jspecify.annotations.Nullable;

/** What must hold between the objects of a trial file. */
final class TrialChecks {
    private static final String DESIGN = "/design";

    private final BoundTree<TrialFile> bound;
    private final TrialFile trial;
    private final DesignPlan plan;
    private final CheckedTree tree;
    private final ProblemLog log;

    TrialChecks(BoundTree<TrialFile> bound, DesignPlan plan, CheckedTree tree, ProblemLog log) {
        this.bound = bound;
        this.trial = bound.root();
        this.plan = plan;
        this.tree = tree;
        this.log = log;
    }

    /** The design spelled out; null if it rejects its own values. */
    static @Nullable DesignPlan compose(TrialFile trial, CheckedTree tree, ProblemLog log) {
        try {
            return trial.design().compose();
        } catch (RuntimeException rejected) {
            String explanation = rejected instanceof IllegalArgumentException ? rejected.getMessage() : null;
            String message = explanation == null ? rejected.toString() : explanation;
            log.add(ProblemCode.INCONSISTENT_OBJECT, tree.places().ofValue(DESIGN), message, "");
            return null;
        }
    }

    void check() {
        checkNames();
        checkControlArm();
        checkTreatments();
        checkBiomarkers();
        checkWatchedAssays();
        trial.endpoints().forEach(this::checkImaging);
        new PlanChecks(plan, this::inDesign, log).check();
        for (BoundTree.At record : bound.records()) {
            if (record.value() instanceof Checked checked) {
                checked.check(new Context(record.pointer()));
            }
        }
    }

    private void checkNames() {
        unique(plan.arms().stream().map(Arm::id).toList(), "arm", i -> inDesign("/arms/" + i + "/id"));
        unique(plan.looks().stream().map(Look::id).toList(), "look", i -> inDesign("/looks/" + i + "/id"));
        unique(
                trial.scenarios().stream().map(Scenario::id).toList(),
                "scenario",
                i -> value("/scenarios/" + i + "/id"));
        Set<String> hypotheses = new HashSet<>();
        for (int i = 0; i < plan.analyses().size(); i++) {
            AnalysisConfiguration analysis = plan.analyses().get(i);
            for (String hypothesis : analysis.hypotheses()) {
                once(hypothesis, "hypothesis", hypotheses, inDesign("/analyses/" + i));
            }
        }
        for (int i = 0; i < trial.scenarios().size(); i++) {
            String id = trial.scenarios().get(i).id();
            if (id.equals(KnownNames.BASE) || SweepCells.ids(trial.sweep()).contains(id)) {
                log.add(
                        ProblemCode.DUPLICATE_ID,
                        value("/scenarios/" + i + "/id"),
                        "a name that evotrial does not use itself",
                        Wording.of(id));
            }
        }
    }

    private void unique(List<String> ids, String noun, IntFunction<Place> place) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            once(ids.get(i), noun, seen, place.apply(i));
        }
    }

    private void once(String id, String noun, Set<String> seen, Place place) {
        if (!seen.add(id)) {
            log.add(
                    ProblemCode.DUPLICATE_ID,
                    place,
                    "a different name for each %s".formatted(noun),
                    "%s again".formatted(Wording.of(id)));
        }
    }

    private void checkControlArm() {
        long controls =
                plan.arms().stream().filter(a -> a.role() == Arm.Role.CONTROL).count();
        boolean several = plan.arms().size() > 1;
        if (controls > 1 || (several && controls == 0)) {
            log.add(
                    ProblemCode.CONTROL_ARM,
                    inDesign("/arms"),
                    "exactly one arm with the role control",
                    controls == 0 ? "none" : String.valueOf(controls));
        }
        for (int i = 0; !several && i < trial.scenarios().size(); i++) {
            if (trial.scenarios().get(i).kind() == Scenario.Kind.NULL_BY_BIOLOGY) {
                log.add(
                        ProblemCode.CONTROL_ARM,
                        value("/scenarios/" + i + "/kind"),
                        "a control arm and an experimental arm for a null hypothesis by biology",
                        "a single arm");
            }
        }
    }

    // Only arms that are written in the file can be judged: a named design may give its arms treatments itself.
    private void checkTreatments() {
        for (int i = 0; i < plan.arms().size(); i++) {
            String policy = DESIGN + "/arms/" + i + "/policy";
            boolean treats = tree.uses().stream()
                    .anyMatch(use ->
                            use.target() == Reference.Target.TREATMENT && Pointers.within(use.pointer(), policy));
            if (!treats && RecordReader.at(tree.effective(), policy) != null) {
                log.add(
                        ProblemCode.ARM_WITHOUT_TREATMENT,
                        value(policy),
                        "a policy that names at least one treatment",
                        "none in the arm %s"
                                .formatted(Wording.of(plan.arms().get(i).id())));
            }
        }
    }

    private void checkBiomarkers() {
        List<String> defined = trial.population().disease().biomarkers();
        trial.assays().forEach((id, assay) -> {
            String pointer = Pointers.child("/assays", id);
            boolean named = tree.uses().stream()
                    .anyMatch(use -> use.target() == Reference.Target.DISEASE_BIOMARKER
                            && Pointers.within(use.pointer(), pointer));
            for (String biomarker : assay.biomarkers()) {
                if (!named && !defined.contains(biomarker)) {
                    log.add(
                            ProblemCode.BIOMARKER_NOT_OF_DISEASE,
                            value(pointer),
                            "biomarkers of the disease (%s)".formatted(Wording.oneOf(defined)),
                            Wording.of(biomarker));
                }
            }
        });
    }

    private void checkImaging(String id, EndpointConfiguration endpoint) {
        String assay = endpoint.imagingAssay();
        AssayConfiguration images = assay == null ? null : trial.assays().get(assay);
        if (assay == null || images == null) {
            return;
        }
        Place place = value(Pointers.child("/endpoints", id));
        if (!images.imaging()) {
            log.add(ProblemCode.ASSAY_NOT_SCHEDULED, place, "an imaging assay", Wording.of(assay));
        }
        List<String> without = plan.arms().stream()
                .filter(arm -> !scheduled(assay, arm))
                .map(arm -> Wording.of(arm.id()))
                .toList();
        if (!without.isEmpty()) {
            log.add(
                    ProblemCode.ASSAY_NOT_SCHEDULED,
                    place,
                    "a schedule of the assay %s in the assessments of the design".formatted(Wording.of(assay)),
                    "none for %s".formatted(String.join(", ", without)));
        }
    }

    // An assay without a schedule is never made, not even at baseline: a policy would wait for it in vain.
    private void checkWatchedAssays() {
        for (int i = 0; i < plan.arms().size(); i++) {
            Arm arm = plan.arms().get(i);
            String policy = DESIGN + "/arms/" + i + "/policy";
            for (NameUse use : tree.uses()) {
                boolean watched = use.target() == Reference.Target.ASSAY && Pointers.within(use.pointer(), policy);
                if (watched && trial.assays().containsKey(use.name()) && !scheduled(use.name(), arm)) {
                    log.add(
                            ProblemCode.ASSAY_NOT_SCHEDULED,
                            use.place(),
                            "an assay with a schedule in the assessments of the design or of the arm",
                            Wording.of(use.name()));
                }
            }
        }
    }

    private boolean scheduled(String assay, Arm arm) {
        boolean own = arm.assessments() != null && arm.assessments().containsKey(assay);
        // A misspelt schedule is reported as such.
        boolean misspelt =
                !trial.assays().keySet().containsAll(plan.assessments().keySet());
        return own || misspelt || plan.assessments().containsKey(assay);
    }

    private Place value(String pointer) {
        return tree.places().ofValue(pointer);
    }

    /** A place within the design as far as it is written in the file. */
    private Place inDesign(String pointer) {
        return value(DESIGN + pointer);
    }

    private final class Context implements CheckContext {
        private final String record;

        private Context(String record) {
            this.record = record;
        }

        @Override
        public TrialFile trial() {
            return trial;
        }

        @Override
        public DesignPlan plan() {
            return plan;
        }

        @Override
        public void problem(String pointer, String expected, String found) {
            log.add(ProblemCode.INCONSISTENT_OBJECT, value(record + pointer), expected, found);
        }
    }
}
