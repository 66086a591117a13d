package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evotrial.engine.PopulationOptions;
import org.evotrial.engine.VirtualPatients;
import org.evotrial.engine.text.EstimateLabel;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.TextTable;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.PublishedFigures;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PublishedTarget;
import org.evotrial.report.ReportWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Follows many virtual patients and writes a page about them. */
@Command(
        name = "population",
        header = "Follows many virtual patients and writes a page: response, survival, mechanisms, plasma.",
        description = {
            "The page has a waterfall, spider and swimmer plot, Kaplan-Meier curves of PFS and OS, mechanisms at"
                    + " progression, allele fractions at baseline and a table of estimates with their Monte Carlo errors."
                    + " Patients are followed to death or the end of follow-up; nobody drops out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial population egfr-nsclc",
            "  evotrial population egfr-nsclc --treatment library:osimertinib --patients 5000",
            "  evotrial population egfr-nsclc --targets examples/calibration/egfr-nsclc/targets.json"
        })
final class PopulationCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FollowUpOptions followUp = new FollowUpOptions();

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of patients; default: ${DEFAULT-VALUE}.")
    private int patients;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description =
                    "Published figures to compare with: a targets file of the command calibrate, of which the arms"
                            + " count whose lines are the first of these patients' lines.")
    private @Nullable Path targets;

    @Mixin
    private final Workload workload = new Workload();

    @Override
    public Integer call() throws IOException {
        VirtualPatients virtual = root.evotrial().virtualPatients();
        TrialDocument trial = followUp.read(virtual, spec.commandLine().getErr());
        PopulationOptions options = options(trial);
        PopulationResult result;
        try (StatusLine line = workload.statusLine(spec.commandLine().getErr())) {
            result = virtual.population(trial, options, line.progress(System::nanoTime));
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED.number();
        }
        Path folder = followUp.folder(trial.base().id() + "-population");
        result.write(folder);
        show(result, new ReportWriter().write(folder));
        return ExitCode.PASS.number();
    }

    private PopulationOptions options(TrialDocument trial) {
        List<Path> plugins = root.plugins();
        List<PublishedTarget> published = published(trial);
        String command = followUp.command("population", plugins)
                .option("--patients", patients)
                .option("--targets", targets)
                .toString();
        return CommandException.unlessRefused(() -> new PopulationOptions(
                patients,
                workload.threads(),
                published,
                command,
                followUp.command("patient", plugins).toString()));
    }

    private List<PublishedTarget> published(TrialDocument trial) {
        if (targets == null) {
            return List.of();
        }
        CalibrationDocument document = TrialFiles.targets(
                targets,
                null,
                root.evotrial().calibrationReader(),
                spec.commandLine().getErr());
        return PublishedFigures.of(
                document.base(), root.evotrial().virtualPatients().lines(trial));
    }

    private void show(PopulationResult result, Path page) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %s patients, %s%n",
                result.cohort().title(),
                Numbers.count(result.patients().size()),
                result.cohort().policy());
        TextTable table = new TextTable("estimate", "value", "standard error");
        for (Estimate estimate : result.estimates()) {
            table.row(
                    EstimateLabel.of(estimate),
                    Double.isNaN(estimate.value()) ? "not reached" : Numbers.significant(estimate.value(), 3),
                    Double.isNaN(estimate.mcse()) ? "-" : Numbers.significant(estimate.mcse(), 2));
        }
        out.print(table);
        out.printf("%nPage: %s%n", page);
        out.flush();
    }
}
