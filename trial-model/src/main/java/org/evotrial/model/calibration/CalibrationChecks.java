package org.evotrial.model.calibration;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.NameUse;
import org.evotrial.model.json.NearestName;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.Wording;
import org.evotrial.spi.AssayConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What must hold between the objects of a calibration file. */
final class CalibrationChecks {
    private final CheckedTree tree;
    private final ProblemLog log;

    CalibrationChecks(CheckedTree tree, ProblemLog log) {
        this.tree = tree;
        this.log = log;
    }

    /** Every name must refer to something; can be told from a tree with other problems. */
    void checkNames() {
        for (NameUse use : tree.uses()) {
            Set<String> names = names(use.target());
            if (names != null && !names.contains(use.name())) {
                log.add(
                        ProblemCode.UNKNOWN_REFERENCE,
                        use.place(),
                        "%s of this file (%s)".formatted(noun(use.target()), Wording.oneOf(names)),
                        Wording.of(use.name()),
                        NearestName.question(use.name(), names));
            }
        }
    }

    private @Nullable Set<String> names(Reference.Target target) {
        return switch (target) {
            case TREATMENT -> keys("treatments");
            case ASSAY -> keys("assays");
            case ARM -> {
                Set<String> ids = new LinkedHashSet<>();
                for (JsonNode arm : tree.effective().path("arms")) {
                    ids.add(arm.path("id").asString(""));
                }
                yield ids;
            }
            case ENDPOINT, LOOK, HYPOTHESIS, SCENARIO, BIOMARKER, DISEASE_BIOMARKER, FACTOR -> null;
        };
    }

    private @Nullable Set<String> keys(String property) {
        JsonNode map = tree.effective().path(property);
        return map.isObject() ? new LinkedHashSet<>(map.propertyNames()) : null;
    }

    private static String noun(Reference.Target target) {
        return target == Reference.Target.ARM
                ? "an arm"
                : target == Reference.Target.ASSAY ? "an assay" : "a treatment";
    }

    /** What only the records tell. */
    void check(CalibrationFile file) {
        if (file.disease() == null) {
            log.add(
                    ProblemCode.MISSING_PROPERTY,
                    tree.places().ofMissing("", "disease"),
                    "a disease, here or as the argument of the command",
                    "nothing");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < file.arms().size(); i++) {
            String id = file.arms().get(i).id();
            if (!ids.add(id)) {
                add(
                        ProblemCode.DUPLICATE_ID,
                        "/arms/" + i + "/id",
                        "a different name for each arm",
                        Wording.of(id) + " again");
            }
        }
        boolean fitted = false;
        for (int i = 0; i < file.targets().size(); i++) {
            fitted |= !file.targets().get(i).heldBack();
            checkTarget(file, file.targets().get(i), Pointers.child("/targets", i));
        }
        if (!fitted) {
            add(
                    ProblemCode.INCONSISTENT_OBJECT,
                    "/targets",
                    "at least one target that is fitted",
                    "only targets held back");
        }
    }

    private void checkTarget(CalibrationFile file, CalibrationTarget target, String pointer) {
        CalibrationArm arm = file.arms().stream()
                .filter(a -> a.id().equals(target.arm()))
                .findFirst()
                .orElse(null);
        if (arm == null) {
            return;
        }
        Double months = target.atMonths();
        if (months != null && months > arm.followUpMonths()) {
            add(
                    ProblemCode.OUT_OF_RANGE,
                    pointer + "/atMonths",
                    "at most the followUpMonths of the arm (%s)".formatted(Wording.number(arm.followUpMonths())),
                    Wording.number(months));
        }
        String assayId = target.assay();
        AssayConfiguration assay = assayId == null ? null : file.assays().get(assayId);
        String biomarker = target.biomarker();
        if (assayId == null || assay == null || biomarker == null) {
            return;
        }
        List<String> channels = assay.channels();
        if (!channels.contains(biomarker)) {
            log.add(
                    ProblemCode.BIOMARKER_NOT_MEASURED,
                    tree.places().ofValue(pointer + "/biomarker"),
                    "a biomarker that %s reports (%s)".formatted(assayId, Wording.oneOf(channels)),
                    Wording.of(biomarker),
                    NearestName.question(biomarker, channels));
        }
        boolean scheduled = file.assessments().containsKey(assayId)
                || (arm.assessments() != null && arm.assessments().containsKey(assayId));
        if (!scheduled) {
            add(
                    ProblemCode.ASSAY_NOT_SCHEDULED,
                    pointer + "/assay",
                    "an assay with a schedule in assessments",
                    Wording.of(assayId));
        }
    }

    private void add(ProblemCode code, String pointer, String expected, String found) {
        log.add(code, tree.places().ofValue(pointer), expected, found);
    }
}
