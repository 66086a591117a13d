package org.evotrial.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.evotrial.model.config.TrialSchema;
import org.evotrial.model.result.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of trial files. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema (draft 2020-12) of trial files.",
        description =
                "Name it in the property \"$schema\" of a trial file for completion and documentation in editors.",
        footerHeading = "%nExamples:%n",
        footer = {"  evotrial schema > trial.schema.json", "  evotrial schema --plugin my-policies.jar"})
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        byte[] schema = StoredRun.bytes(new TrialSchema(root.evotrial().vocabulary()).tree());
        out.print(new String(schema, StandardCharsets.UTF_8));
        out.flush();
        return ExitCode.PASS.number();
    }
}
