package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evotrial.engine.VirtualPatients;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.PatientResult;
import org.evotrial.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Follows one virtual patient and writes a page about the course. */
@Command(
        name = "patient",
        header = "Follows one virtual patient and writes a page: clones, scans, plasma, treatment.",
        description = {
            "The page shows what the scans and samples saw, and the truth behind it: a fish plot of every lesion, phenotypes,"
                    + " the sum of diameters with its RECIST categories, allele fractions with their calls, treatment,"
                    + " events and the clonal phylogeny. The same seed gives the same page."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial patient egfr-nsclc --seed 7",
            "  evotrial patient egfr-nsclc --treatment library:osimertinib --years 3",
            "  evotrial patient my-disease.json --treatment drug-a.json --treatment drug-b.json"
        })
final class PatientCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FollowUpOptions followUp = new FollowUpOptions();

    @Option(
            names = "--patient",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Number of the patient in the population of the same seed; default: ${DEFAULT-VALUE}, the first.")
    private int patient;

    @Override
    public Integer call() throws IOException {
        if (patient < 0) {
            throw new CommandException(
                    ExitCode.CONFIGURATION, "The number of the patient (%d) must be at least 0.".formatted(patient));
        }
        VirtualPatients patients = root.evotrial().virtualPatients();
        TrialDocument trial = followUp.read(patients, spec.commandLine().getErr());
        String command = followUp.command("patient", root.plugins())
                .option("--patient", patient == 0 ? null : patient)
                .toString();
        PatientResult result = patients.patient(trial, patient, command);
        String name = trial.base().id() + "-patient-" + followUp.seed() + (patient == 0 ? "" : "-" + patient);
        Path folder = followUp.folder(name);
        result.write(folder);
        Path page = new ReportWriter().write(folder);
        PrintWriter out = spec.commandLine().getOut();
        out.print(TraceText.summary(result.course()));
        out.printf("%nPage: %s%n", page);
        out.flush();
        return ExitCode.PASS.number();
    }
}
