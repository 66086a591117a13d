package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.evotrial.engine.calibration.Calibration;
import org.evotrial.engine.calibration.CalibrationOptions;
import org.evotrial.engine.calibration.CalibrationText;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.calibration.CalibratedFile;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.CalibrationResult;
import org.evotrial.model.calibration.CalibrationResult.Parameter;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.result.StoredRun;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Fits parameters of a disease to published figures. */
@Command(
        name = "calibrate",
        header = "Fits parameters of a disease to published figures.",
        description = {
            "The targets file names treatments, arms, published figures with their errors, and the parameters with their"
                    + " ranges. The same virtual patients meet every value of the parameters; the estimates are checked on"
                    + " patients that the fit has not seen, and figures that are held back are compared.",
            "Written are report.md, calibration.json and every file that holds a parameter, with its estimate and a"
                    + " remark. docs/calibration.md explains the targets file and the report."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial calibrate egfr-nsclc --targets examples/calibration/egfr-nsclc/targets.json",
            "  evotrial calibrate my-disease.json --targets targets.json --patients 200 --evaluations 50"
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final double NANOSECONDS_PER_MINUTE = 60e9;

    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DISEASE",
            description = "The name of a library disease (library:egfr-nsclc, or egfr-nsclc) or a file; default: the"
                    + " disease of the targets file.")
    private @Nullable String disease;

    @Option(names = "--targets", required = true, paramLabel = "FILE", description = "The targets file.")
    private Path targets;

    @Option(
            names = "--patients",
            paramLabel = "N",
            description = "Virtual patients per arm; default: as the file says.")
    private @Nullable Integer patients;

    @Option(
            names = "--verification-patients",
            paramLabel = "N",
            description = "Fresh virtual patients per arm in the final check; default: four times as many.")
    private @Nullable Integer verificationPatients;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Simulations of the cohort in the fit by all starts together; default: 60 for each parameter"
                    + " and 60 more. Refinement and profiles need some more.")
    private @Nullable Integer evaluations;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "3",
            description = "Starts of the fit; default: ${DEFAULT-VALUE}.")
    private int starts;

    @Option(
            names = "--profile-points",
            paramLabel = "N",
            defaultValue = "3",
            description = "Points of a parameter's profile on each side, 0 for no profiles; default: ${DEFAULT-VALUE}.")
    private int profilePoints;

    @Option(
            names = "--time-limit",
            paramLabel = "MINUTES",
            description = "Ends fit and profiles after this time with what they have, so that the result depends on the"
                    + " machine; default: none.")
    private @Nullable Double timeLimit;

    @Option(names = "--seed", paramLabel = "SEED", description = "Master seed; default: as the file says.")
    private @Nullable Long seed;

    @Mixin
    private final Workload workload = new Workload();

    @Option(
            names = {"-o", "--out", "--output"},
            paramLabel = "FOLDER",
            defaultValue = "evotrial-calibration",
            description = "Where the files are written; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        CalibrationOptions options = options();
        CalibrationDocument document = TrialFiles.targets(
                targets,
                reference(),
                root.evotrial().calibrationReader(),
                spec.commandLine().getErr());
        Interruption interruption = Interruption.ofThisThread();
        try (StatusLine line = workload.statusLine(spec.commandLine().getErr())) {
            CalibrationDisplay display = new CalibrationDisplay(line, System::nanoTime);
            CalibrationResult result = calibration(document, options, display).run();
            line.close();
            write(document, result);
            return ExitCode.PASS.number();
        } catch (InterruptedException e) {
            spec.commandLine().getErr().println("Interrupted: nothing was written.");
            return ExitCode.INTERRUPTED.number();
        } finally {
            interruption.close();
        }
    }

    private CalibrationOptions options() {
        return CommandException.unlessRefused(() -> new CalibrationOptions(
                patients, verificationPatients, evaluations, starts, profilePoints, seed, workload.threads()));
    }

    /** What the argument names: a file if there is one, otherwise a library disease. */
    private @Nullable String reference() {
        if (disease == null || disease.startsWith("library:")) {
            return disease;
        }
        boolean path = Files.exists(Path.of(disease)) || disease.endsWith(".json") || disease.contains("/");
        return path ? disease : "library:" + disease;
    }

    private Calibration calibration(
            CalibrationDocument document, CalibrationOptions options, CalibrationDisplay display) {
        try {
            return new Calibration(document, options, display, stop());
        } catch (ConfigurationException e) {
            spec.commandLine().getErr().print(ProblemReport.of(targets.toString(), List.of(document.explain(e))));
            throw new CommandException(
                    ExitCode.CONFIGURATION, "%s cannot be used; nothing was simulated.".formatted(targets), e);
        }
    }

    private BooleanSupplier stop() {
        if (timeLimit == null) {
            return () -> false;
        }
        long end = System.nanoTime() + Math.round(timeLimit * NANOSECONDS_PER_MINUTE);
        return () -> System.nanoTime() - end >= 0;
    }

    private void write(CalibrationDocument document, CalibrationResult result) throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("report.md"), CalibrationText.markdown(result));
        Files.write(output.resolve("calibration.json"), StoredRun.bytes(result));
        double[] estimates =
                result.parameters().stream().mapToDouble(Parameter::estimate).toArray();
        PrintWriter out = spec.commandLine().getOut();
        out.print(CalibrationText.plain(result));
        out.println();
        for (CalibratedFile file : document.calibrated(estimates, remark(result))) {
            Path path = output.resolve(file.name());
            Files.write(path, file.text().getBytes(StandardCharsets.UTF_8));
            out.println("Calibrated file: " + path);
        }
        out.println("Report: " + output.resolve("report.md"));
        out.flush();
    }

    private String remark(CalibrationResult result) {
        long fitted = result.targets().stream().filter(t -> !t.heldBack()).count();
        return "calibrated by evotrial calibrate to %s (%d fitted targets, %s patients per arm, seed %d)."
                .formatted(name(), fitted, Numbers.count(result.patients()), result.seed());
    }

    /** The targets file with its folder, which tells calibrations of several diseases apart. */
    private String name() {
        Path folder = targets.toAbsolutePath().normalize().getParent();
        Path within = folder == null ? null : folder.getFileName();
        Path file = targets.getFileName();
        return within == null ? String.valueOf(file) : within + "/" + file;
    }
}
