package org.evotrial.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evotrial.engine.text.TextTable;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TreatmentConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists what a trial file can be composed of. */
@Command(
        name = "designs",
        header = "Lists designs, policies, analyses, endpoints, assays, treatments and patient models.",
        description = "The first word of each line is the value of the property \"type\" in a trial file.",
        footerHeading = "%nExamples:%n",
        footer = {"  evotrial designs", "  evotrial designs --plugin my-policies.jar"})
final class DesignsCommand implements Callable<Integer> {
    @ParentCommand
    private EvotrialCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Vocabulary vocabulary = root.evotrial().vocabulary();
        PrintWriter out = spec.commandLine().getOut();
        sections().forEach((heading, point) -> {
            Map<String, Class<? extends Record>> types = vocabulary.types(point);
            if (!types.isEmpty()) {
                TextTable table = new TextTable(heading, "");
                types.forEach((id, type) -> table.row("  " + id, description(type)));
                out.println(table);
            }
        });
        out.flush();
        return ExitCode.PASS.number();
    }

    private static Map<String, Class<?>> sections() {
        Map<String, Class<?>> sections = new LinkedHashMap<>();
        sections.put("Designs", DesignConfiguration.class);
        sections.put("Policies", PolicyConfiguration.class);
        sections.put("Analyses", AnalysisConfiguration.class);
        sections.put("Endpoints", EndpointConfiguration.class);
        sections.put("Assays", AssayConfiguration.class);
        sections.put("Treatments", TreatmentConfiguration.class);
        sections.put("Patient models", PatientModelConfiguration.class);
        return sections;
    }

    private static String description(Class<? extends Record> type) {
        Description description = type.getAnnotation(Description.class);
        return description == null ? "" : description.value();
    }
}
