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
 * @param contents table of contents
 * @param conclusions what follows from the numbers, in words
 * @param verdicts what was promised and whether it holds
 * @param design the design
 * @param characteristics operating characteristics
 * @param sweep the sweep, or null
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
        List<Entry> contents,
        ConclusionsSection conclusions,
        VerdictSection verdicts,
        DesignSection design,
        CharacteristicsSection characteristics,
        @Nullable SweepSection sweep,
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
        SurvivalSection survival = SurvivalSection.of(scenarios, wording);
        List<PatientView> patients = result.examplePatients().stream()
                .map(trace -> PatientView.of(trace, wording, run.provenance()))
                .toList();
        List<TrialView> trials = result.exampleTrials().stream()
                .map(trace -> TrialView.of(trace, wording, run.provenance()))
                .toList();
        ConclusionsSection conclusions = ConclusionsSection.of(result, wording);
        return new Page(
                result.trial().title(),
                result.trial().id(),
                facts(run, scenarios, cells),
                result.trial().remarks(),
                notices(run),
                contents(
                        !conclusions.isEmpty(),
                        sweep != null,
                        !survival.isEmpty(),
                        !patients.isEmpty(),
                        !trials.isEmpty()),
                conclusions,
                VerdictSection.of(result, wording),
                DesignSection.of(result.trial()),
                CharacteristicsSection.of(scenarios, wording),
                sweep,
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

    private static List<Entry> contents(
            boolean conclusions, boolean sweep, boolean survival, boolean patients, boolean trials) {
        List<Entry> contents = new ArrayList<>();
        if (conclusions) {
            contents.add(new Entry("conclusions", "Conclusions"));
        }
        contents.add(new Entry("acceptance", "Acceptance"));
        contents.add(new Entry("design", "Design"));
        contents.add(new Entry("characteristics", "Operating characteristics"));
        if (sweep) {
            contents.add(new Entry("sweep", "Sweep"));
        }
        if (survival) {
            contents.add(new Entry("survival", "Survival curves"));
        }
        if (patients) {
            contents.add(new Entry("patients", "Example patients"));
        }
        if (trials) {
            contents.add(new Entry("trials", "Example trials"));
        }
        contents.add(new Entry("scenarios", "Scenarios in full"));
        contents.add(new Entry("assumptions", "Assumptions"));
        contents.add(new Entry("methods", "Monte Carlo error"));
        contents.add(new Entry("coverage", "Coverage of this report"));
        contents.add(new Entry("provenance", "Provenance"));
        return contents;
    }
}
