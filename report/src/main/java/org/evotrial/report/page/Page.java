package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The whole report: what the template walks over.
 *
 * @param title title of the trial
 * @param id name of the trial
 * @param facts a line of facts below the title
 * @param remarks sources and comments of the file as a whole
 * @param notices things that every reader must know
 * @param conclusions what follows from the numbers, in words
 * @param verdicts what was promised and whether it holds
 * @param design the design
 * @param characteristics operating characteristics
 * @param sweep the sweep, or null
 * @param sensitivity differences of scenarios and cells from the base, or null
 * @param allocation allocation over time
 * @param survival curves
 * @param patients example patients
 * @param trials example trials
 * @param assumptions the effective configuration
 * @param provenance where the numbers come from
 * @param coverage what a regulator asks for and where it is
 * @param confidence confidence of the Monte Carlo intervals in words
 */
public record Page(
        String title,
        String id,
        List<String> facts,
        List<String> remarks,
        List<String> notices,
        ConclusionsSection conclusions,
        VerdictSection verdicts,
        DesignSection design,
        CharacteristicsSection characteristics,
        @Nullable SweepSection sweep,
        @Nullable SensitivitySection sensitivity,
        AllocationSection allocation,
        SurvivalSection survival,
        List<PatientView> patients,
        List<TrialView> trials,
        AssumptionsSection assumptions,
        ProvenanceSection provenance,
        List<CoverageItem> coverage,
        String confidence) {

    /** A line of the table of contents. */
    public record Entry(String anchor, String title) {}

    /** The page of a stored run. */
    public static Page of(StoredRun run) {
        RunResult result = run.result();
        Wording wording = new Wording(result.trial());
        List<ScenarioResult> scenarios = result.scenarios().stream()
                .filter(scenario -> scenario.sweepCell().isEmpty())
                .toList();
        List<ScenarioResult> cells = result.scenarios().stream()
                .filter(scenario -> !scenario.sweepCell().isEmpty())
                .toList();
        SweepSection sweep = result.sweep() == null ? null : SweepSection.of(result.sweep(), cells, wording);
        SensitivitySection sensitivity = SensitivitySection.of(result, wording);
        SurvivalSection survival = SurvivalSection.of(scenarios, wording);
        List<PatientView> patients = result.examplePatients().stream()
                .map(trace -> PatientView.of(trace, wording, run.provenance()))
                .toList();
        List<TrialView> trials = result.exampleTrials().stream()
                .map(trace -> TrialView.of(trace, wording, run.provenance()))
                .toList();
        return new Page(
                result.trial().title(),
                result.trial().id(),
                facts(run, scenarios, cells),
                result.trial().remarks(),
                notices(run),
                ConclusionsSection.of(result, wording),
                VerdictSection.of(result, wording),
                DesignSection.of(result.trial()),
                CharacteristicsSection.of(scenarios, wording),
                sweep,
                sensitivity,
                AllocationSection.of(scenarios, wording),
                survival,
                patients,
                trials,
                AssumptionsSection.of(result.configuration()),
                ProvenanceSection.of(result, run.provenance()),
                CoverageItem.all(result),
                Rounding.plain(result.trial().confidence() * 100, 6) + " %");
    }

    private static List<String> facts(StoredRun run, List<ScenarioResult> scenarios, List<ScenarioResult> cells) {
        List<String> facts = new ArrayList<>();
        facts.add("Design " + run.result().trial().designType());
        facts.add(Rounding.count(scenarios.size()) + (scenarios.size() == 1 ? " scenario" : " scenarios"));
        if (!cells.isEmpty()) {
            facts.add(Rounding.count(cells.size()) + " sweep cells");
        }
        facts.add(Rounding.count(run.provenance().replicatesCompleted()) + " replicates");
        facts.add(Rounding.count(run.provenance().virtualPatients()) + " virtual patients");
        facts.add("seed " + run.result().trial().seed());
        return facts;
    }

    private static List<String> notices(StoredRun run) {
        List<String> notices = new ArrayList<>(run.result().trial().notices());
        long failed = run.provenance().replicatesFailed();
        if (failed > 0) {
            notices.add(Rounding.count(failed)
                    + (failed == 1 ? " replicate failed and is" : " replicates failed and are")
                    + " in no estimate; the section on provenance lists the commands that replay them.");
        }
        if (run.provenance().replicatesCompleted() + failed < run.provenance().replicatesRequested()) {
            notices.add("The run was interrupted: not every replicate that was asked for has been simulated.");
        }
        return notices;
    }

    /** The table of contents. */
    public List<Entry> contents() {
        List<Entry> contents = new ArrayList<>();
        add(contents, !conclusions.isEmpty(), "conclusions", "Conclusions");
        add(contents, true, "acceptance", "Acceptance");
        add(contents, true, "design", "Design");
        add(contents, true, "characteristics", "Operating characteristics");
        add(contents, sweep != null, "sweep", "Sweep");
        add(contents, sensitivity != null, "sensitivity", "Sensitivity");
        add(contents, !allocation.isEmpty(), "allocation", "Allocation over time");
        add(contents, !survival.isEmpty(), "survival", "Survival curves");
        add(contents, !patients.isEmpty(), "patients", "Example patients");
        add(contents, !trials.isEmpty(), "trials", "Example trials");
        add(contents, true, "scenarios", "Scenarios in full");
        add(contents, true, "assumptions", "Assumptions");
        add(contents, true, "methods", "Monte Carlo error");
        add(contents, true, "coverage", "Coverage of this report");
        add(contents, true, "provenance", "Provenance");
        return contents;
    }

    private static void add(List<Entry> contents, boolean present, String anchor, String title) {
        if (present) {
            contents.add(new Entry(anchor, title));
        }
    }
}
