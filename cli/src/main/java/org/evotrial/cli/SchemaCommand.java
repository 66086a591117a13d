package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.evotrial.model.calibration.CalibrationSchema;
import org.evotrial.model.config.TrialSchema;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.model.result.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of trial files or of calibration files. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema (draft 2020-12) of trial files, or of calibration files.",
        description =
                "Name it in the property \"$schema\" of a trial file for completion and documentation in editors.",
        footerHeading = "%nExamples:%n",
        footer = {"  evotrial schema > trial.schema.json", "  evotrial schema --plugin my-policies.jar"})
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--calibration", description = "The schema of the targets files of evotrial calibrate.")
    private boolean calibration;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Vocabulary vocabulary = root.evotrial().vocabulary();
        byte[] schema = StoredRun.bytes(
                calibration ? new CalibrationSchema(vocabulary).tree() : new TrialSchema(vocabulary).tree());
        out.print(new String(schema, StandardCharsets.UTF_8));
        out.flush();
        return ExitCode.PASS.number();
    }
}
