package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands that documents and help texts show can be typed as they stand: they parse, and the files they name exist. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");

    /** A line of a code block, or a code span. */
    private static final Pattern SHOWN =
            Pattern.compile("^ *(?:\\$ )?\\./(evotrial .*)$|`\\./(evotrial [^`]*)`", Pattern.MULTILINE);

    /** A word of a command, with quoted parts; {@code #}, {@code >} and {@code |} end the command. */
    private static final Pattern WORD = Pattern.compile("[#>|].*|(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "examples", "benchmarks", "maven-plugin")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("target"))
                        .sorted()
                        .forEach(documents::add);
            }
        }
        return documents;
    }

    private static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        Matcher shown = SHOWN.matcher(text.replaceAll("\\\\\n *", ""));
        while (shown.find()) {
            commands.add(shown.group(1) == null ? shown.group(2) : shown.group(1));
        }
        return commands;
    }

    /** The words after {@code evotrial}. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find() && !word.group().matches("[#>|].*")) {
            words.add(word.group().replaceAll("['\"]", ""));
        }
        return words.subList(1, words.size());
    }

    /** What is wrong with a command; empty if it can be typed. */
    private static String mistake(String command) {
        try {
            ParseResult parsed = parse(command);
            return parsed.subcommand() == null ? "" : missingFiles(parsed.subcommand());
        } catch (ParameterException e) {
            return e.getMessage();
        }
    }

    private static ParseResult parse(String command) {
        return EvotrialCommand.commandLine().parseArgs(words(command).toArray(String[]::new));
    }

    private static String missingFiles(ParseResult parsed) {
        List<String> missing = new ArrayList<>();
        for (String word : parsed.originalArgs()) {
            if (word.endsWith(".json") && !Files.exists(ROOT.resolve(word))) {
                missing.add(word);
            }
        }
        for (PositionalParamSpec positional : parsed.matchedPositionals()) {
            if (positional.paramLabel().equals("DISEASE")) {
                String disease = positional.getValue().toString().replaceFirst("^library:", "");
                boolean shipped =
                        EvotrialCommand.class.getResource("/org/evotrial/library/" + disease + ".json") != null;
                if (!disease.endsWith(".json") && !shipped) {
                    missing.add(disease);
                }
            }
        }
        return missing.isEmpty() ? "" : "There is no " + String.join(", ", missing);
    }

    @Test
    void everyCommandOfTheDocumentsCanBeTyped() throws IOException {
        int found = 0;
        for (Path document : documents()) {
            for (String command : commands(Files.readString(document))) {
                assertThat(mistake(command)).as("%s: %s", document, command).isEmpty();
                found++;
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void everyExampleOfAHelpTextParses() {
        CommandLine root = EvotrialCommand.commandLine();
        List<CommandLine> all = new ArrayList<>(root.getSubcommands().values());
        all.add(root);
        for (CommandLine commandLine : all) {
            String[] examples = commandLine.getCommandSpec().usageMessage().footer();
            assertThat(examples).as(commandLine.getCommandName()).isNotEmpty();
            for (String example : examples) {
                assertThat(parse(example.strip().split("   +", 2)[0]).subcommand())
                        .isNotNull();
            }
        }
    }

    @Test
    void findsCommandsInBlocksAndInSentences() {
        assertThat(
                        commands(
                                "Text\n\n    ./evotrial run \\\n      a.json   # why\n\nThen `./evotrial check b`, not `evotrial`."))
                .containsExactly("evotrial run a.json   # why", "evotrial check b");
    }

    @Test
    void seesMistypedOptionsAndMissingFilesAndDiseases() {
        assertThat(mistake("evotrial run examples/apple/trial.json --seeed 3")).contains("--seeed");
        assertThat(mistake("evotrial run examples/appel/trial.json")).contains("examples/appel/trial.json");
        assertThat(mistake("evotrial patient egfr-nsclcc")).contains("egfr-nsclcc");
        assertThat(mistake("evotrial rum examples/apple/trial.json")).contains("rum");
        assertThat(mistake("evotrial run examples/apple/trial.json --seed 3  # a comment"))
                .isEmpty();
        assertThat(words("evotrial run 'a b.json' --set /title=\"x y\" > file"))
                .containsExactly("run", "a b.json", "--set", "/title=x y");
    }
}
