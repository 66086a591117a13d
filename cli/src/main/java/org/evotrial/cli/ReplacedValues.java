package org.evotrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.text.ShellCommand;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The option of all commands that read a file of which single values can be replaced. */
final class ReplacedValues {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description =
                    "Replaces a value, named by its JSON Pointer into the file with its library files and defaults"
                            + " filled in; repeatable.")
    private List<String> settings = new ArrayList<>();

    /**
     * JSON Pointer to the value that replaces what is there. The value is JSON, or a text where it is no JSON.
     *
     * @throws CommandException if a setting has no pointer or no value
     */
    Map<String, JsonNode> overrides() {
        Map<String, JsonNode> overrides = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0 || !setting.startsWith("/")) {
                throw new CommandException(
                        ExitCode.CONFIGURATION,
                        "--set expects /pointer=value, for example --set /simulation/replicates=500, but found \"%s\"."
                                .formatted(setting));
            }
            overrides.put(setting.substring(0, equals), value(setting.substring(equals + 1)));
        }
        return overrides;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return value.isMissingNode() ? StringNode.valueOf(text) : value;
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    /** Adds the option as it was given. */
    ShellCommand addTo(ShellCommand command) {
        return command.options("--set", settings);
    }
}
