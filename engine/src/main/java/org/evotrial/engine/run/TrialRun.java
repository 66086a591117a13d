package org.evotrial.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunInterruptedException;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.acceptance.AcceptanceGate;
import org.evotrial.engine.acceptance.JUnitXml;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.provenance.BuildInformation;
import org.evotrial.engine.provenance.RunRecord;
import org.evotrial.engine.provenance.Sha256;
import org.evotrial.engine.random.Purpose;
import org.evotrial.engine.reduce.OperatingCharacteristics;
import org.evotrial.engine.reduce.ReplicateTable;
import org.evotrial.engine.trace.Examples;
import org.evotrial.engine.truth.TrueDistributions;
import org.evotrial.model.config.Simulation;
import org.evotrial.model.config.Sweep;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialVariant;
import org.evotrial.model.design.Arm;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.StoredRun;
import org.evotrial.model.result.SweepAxes;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.model.result.Truth;
import org.evotrial.model.result.Verdict;
import org.jspecify.annotations.Nullable;

/** One run of one trial file, from its plans to the files it leaves behind. */
public final class TrialRun {
    /** Folder of the finished blocks of a run that is not complete. */
    public static final String CHECKPOINT_FOLDER = ".checkpoint";

    private final TrialDocument trial;
    private final RunOptions options;
    private final Progress progress;
    private final List<String> plugins;
    private final RunRecord record = new RunRecord();
    private final Path folder;
    private final long seed;
    private final Simulation simulation;
    private final List<PlannedScenario> scenarios;
    private final OperatingCharacteristics characteristics;
    private final ScenarioDifferences differences;
    private final byte[] configuration;
    private final List<PatientTrace> examplePatients = new ArrayList<>();
    private final List<TrialTrace> exampleTrials = new ArrayList<>();
    private long completed;
    private long patients;

    /** Plans the run. */
    public TrialRun(Planner planner, List<String> plugins, TrialDocument trial, RunOptions options, Progress progress) {
        this.trial = trial;
        this.options = options;
        this.progress = progress;
        this.plugins = plugins;
        simulation = trial.base().simulation();
        Long chosen = options.seed();
        seed = chosen == null ? simulation.seed() : chosen;
        folder = options.outputDirectory().resolve(trial.base().id());
        configuration = StoredRun.bytes(trial.effective());
        scenarios = plan(planner);
        characteristics = new OperatingCharacteristics(simulation.confidence());
        differences = new ScenarioDifferences(
                scenarios.stream().map(s -> s.variant().id()).toList(),
                trial.base().acceptance(),
                characteristics);
    }

    private List<PlannedScenario> plan(Planner planner) {
        options.scenarios().forEach(trial::variant);
        List<PlannedScenario> planned = new ArrayList<>();
        Integer chosen = options.replicates();
        for (TrialVariant variant : trial.variants()) {
            if (options.scenarios().isEmpty() || options.scenarios().contains(variant.id())) {
                int replicates = chosen == null ? variant.replicates() : chosen;
                planned.add(new PlannedScenario(variant, planner.plan(variant, seed), replicates));
            }
        }
        return planned;
    }

    /**
     * Carries the run out.
     *
     * @throws RunInterruptedException if this thread was interrupted; finished blocks are kept
     */
    public StoredRun run() throws IOException, RunInterruptedException {
        Files.createDirectories(folder);
        long requested =
                scenarios.stream().mapToLong(PlannedScenario::replicates).sum();
        progress.runStarted(trial.base().id(), scenarios.size(), requested, resumable());
        ScenarioRun runner = new ScenarioRun(
                new Workers(options.threads(), record.processorTime()), progress, simulation.confidence());
        try {
            return write(simulate(runner), requested);
        } catch (InterruptedException e) {
            throw new RunInterruptedException(runner.kept(), requested);
        }
    }

    private long resumable() throws IOException {
        long resumable = 0;
        if (options.resume()) {
            for (PlannedScenario scenario : scenarios) {
                resumable += ScenarioRun.resumable(checkpoint(scenario), fingerprint(scenario), scenario.replicates());
            }
        }
        return resumable;
    }

    private Path checkpoint(PlannedScenario scenario) {
        return folder.resolve(CHECKPOINT_FOLDER).resolve(scenario.variant().id() + ".blocks");
    }

    private List<ScenarioResult> simulate(ScenarioRun runner) throws IOException, InterruptedException {
        List<ScenarioResult> results = new ArrayList<>();
        try (ReplicateCsv csv = new ReplicateCsv(
                folder.resolve("replicates.csv.gz"),
                scenarios.stream().map(PlannedScenario::plan).toList())) {
            for (int i = 0; i < scenarios.size(); i++) {
                PlannedScenario scenario = scenarios.get(i);
                progress.scenarioStarted(scenario.variant().id(), i, scenario.replicates());
                ReplicateTable table = runner.replicates(
                        scenario.plan(),
                        scenario.replicates(),
                        checkpoint(scenario),
                        fingerprint(scenario),
                        options.resume());
                completed += table.completed();
                patients += table.patients();
                csv.write(table);
                differences.add(table);
                results.add(result(scenario, table, runner));
                if (!scenario.sweep()) {
                    addExamples(scenario, table);
                }
            }
        }
        results.replaceAll(r -> r.plus(differences.of(r.id())));
        return results;
    }

    private String fingerprint(PlannedScenario scenario) {
        BuildInformation build = BuildInformation.read();
        return String.join(
                "|",
                Sha256.of(configuration),
                Long.toString(seed),
                scenario.variant().id(),
                Purpose.SCHEME,
                build.version(),
                String.valueOf(build.commit()),
                String.join(",", plugins));
    }

    private ScenarioResult result(PlannedScenario scenario, ReplicateTable table, ScenarioRun runner)
            throws InterruptedException {
        List<Estimate> estimates = new ArrayList<>(characteristics.summaries(table, !scenario.sweep()));
        List<Truth> truths = List.of();
        List<Curve> curves = List.of();
        List<ScenarioResult.Failure> failures = failures(table);
        int truthPatients = truthPatients(scenario);
        if (truthPatients > 0) {
            TrueDistributions truth = truth(scenario, truthPatients, runner, failures);
            truths = truth.truths();
            estimates.addAll(characteristics.againstTruth(table, truths));
            if (!scenario.sweep()) {
                estimates.addAll(truth.bestArms());
                estimates.addAll(truth.clonalMilestones());
                control().ifPresent(c -> estimates.addAll(characteristics.differencesFromArm(table, c)));
                curves = new ArrayList<>(OperatingCharacteristics.curves(table));
                curves.addAll(truth.curves());
            }
        }
        TrialVariant v = scenario.variant();
        return new ScenarioResult(
                v.id(),
                v.title(),
                v.kind(),
                v.remarks(),
                v.overrides(),
                v.sweepCell(),
                scenario.replicates(),
                table.completed(),
                failures,
                estimates,
                truths,
                curves);
    }

    private List<ScenarioResult.Failure> failures(ReplicateTable table) {
        List<ScenarioResult.Failure> failures = new ArrayList<>();
        table.failures().forEach(f -> failures.add(new ScenarioResult.Failure(f.replicate(), f.message())));
        return failures;
    }

    /** The true distributions; if their run fails, unknown ones, and the failure is reported with those of the replicates. */
    private TrueDistributions truth(
            PlannedScenario scenario, int truthPatients, ScenarioRun runner, List<ScenarioResult.Failure> failures)
            throws InterruptedException {
        try {
            return runner.truth(scenario.plan(), truthPatients);
        } catch (WorkerFailure e) {
            failures.add(ScenarioResult.Failure.ofTruth("the run that computes the truth: " + e.getMessage()));
            return TrueDistributions.unknown(scenario.plan(), simulation.confidence());
        }
    }

    /** Patients of the run that computes the truth; 0 for none, as in cells of a sweep that asks for none. */
    private int truthPatients(PlannedScenario scenario) {
        Sweep sweep = trial.base().sweep();
        if (scenario.sweep() && sweep != null) {
            Integer ofCells = sweep.truthPatients();
            return ofCells == null ? 0 : ofCells;
        }
        Integer chosen = options.truthPatients();
        return chosen == null ? simulation.truthPatients() : chosen;
    }

    private Optional<String> control() {
        return trial.base().design().compose().arms().stream()
                .filter(a -> a.role() == Arm.Role.CONTROL)
                .map(Arm::id)
                .findFirst();
    }

    private void addExamples(PlannedScenario scenario, ReplicateTable table) {
        if (scenario.variant().kind().equals("base")) {
            examplePatients.addAll(
                    Examples.patients(scenario.plan(), scenario.variant().file(), simulation.examplePatients()));
            exampleTrials.addAll(Examples.trials(table, scenario.variant().file(), "base"));
        } else if (scenario.variant().kind().startsWith("null")) {
            Examples.trials(table, scenario.variant().file(), "null").stream()
                    .filter(t -> t.label().startsWith("false positive"))
                    .limit(1)
                    .forEach(exampleTrials::add);
        }
    }

    private StoredRun write(List<ScenarioResult> results, long requested) throws IOException {
        List<Verdict> verdicts = AcceptanceGate.judge(trial.base().acceptance(), results);
        RunResult result = new RunResult(
                RunResult.FORMAT_VERSION,
                new TrialDescription(trial, scenarios.get(0).plan()).summary(),
                results,
                sweep(),
                verdicts,
                examplePatients,
                exampleTrials,
                trial.effective());
        Provenance provenance = record.finish(
                options,
                seed,
                configuration,
                StoredRun.bytes(result),
                new RunRecord.Counts(requested, completed, patients),
                plugins);
        StoredRun run = new StoredRun(result, provenance);
        run.write(folder);
        Files.write(folder.resolve("effective-config.json"), configuration);
        JUnitXml.write(folder.resolve("acceptance.xml"), trial.base().id(), verdicts, false);
        deleteCheckpoints();
        progress.runFinished();
        return run;
    }

    private @Nullable SweepAxes sweep() {
        var sweep = trial.base().sweep();
        return sweep == null
                ? null
                : new SweepAxes(sweep.axes().stream()
                        .map(a -> new SweepAxes.Axis(a.pointer(), a.label(), a.values()))
                        .toList());
    }

    private void deleteCheckpoints() throws IOException {
        Path checkpoints = folder.resolve(CHECKPOINT_FOLDER);
        for (PlannedScenario scenario : scenarios) {
            Files.deleteIfExists(checkpoint(scenario));
        }
        try (var left = Files.newDirectoryStream(checkpoints)) {
            if (left.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(checkpoints);
    }
}
