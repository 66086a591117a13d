package org.evotrial.model.config;

import java.util.Set;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.NameUse;
import org.evotrial.model.json.NearestName;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.Wording;

/** Checks that every name refers to something. */
final class NameChecks {
    private final CheckedTree tree;
    private final ProblemLog log;

    NameChecks(CheckedTree tree, ProblemLog log) {
        this.tree = tree;
        this.log = log;
    }

    void check(KnownNames known) {
        for (NameUse use : tree.uses()) {
            Set<String> names = known.of(use.target());
            if (names != null && !names.contains(use.name())) {
                log.add(
                        code(use.target()),
                        use.place(),
                        "%s (%s)".formatted(noun(use.target()), Wording.oneOf(names)),
                        Wording.of(use.name()),
                        NearestName.question(use.name(), names));
            }
        }
    }

    private static ProblemCode code(Reference.Target target) {
        return switch (target) {
            case BIOMARKER -> ProblemCode.BIOMARKER_NOT_MEASURED;
            case DISEASE_BIOMARKER -> ProblemCode.BIOMARKER_NOT_OF_DISEASE;
            case TREATMENT, ASSAY, ENDPOINT, ARM, LOOK, HYPOTHESIS, SCENARIO, FACTOR -> ProblemCode.UNKNOWN_REFERENCE;
        };
    }

    private static String noun(Reference.Target target) {
        return switch (target) {
            case TREATMENT -> "a treatment of this trial";
            case ASSAY -> "an assay of this trial";
            case ENDPOINT -> "an endpoint of this trial";
            case ARM -> "an arm of the design";
            case LOOK -> "a look of the design";
            case HYPOTHESIS -> "a hypothesis of an analysis";
            case SCENARIO -> "a scenario";
            case BIOMARKER -> "a biomarker that an assay of this trial measures";
            case DISEASE_BIOMARKER -> "a biomarker of the disease";
            case FACTOR -> "a baseline factor of the patient model";
        };
    }
}
