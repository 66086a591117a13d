package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvotrialCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "report",
                "check",
                "compare",
                "replay",
                "schema",
                "designs",
                "verify",
                "calibrate"
            })
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        Invocation help = Invocation.of(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: evotrial " + command, "Examples:", "  evotrial " + command, "130");
    }

    @Test
    void helpListsAllCommands() {
        assertThat(Invocation.of("--help").out())
                .contains(
                        "run ",
                        "validate ",
                        "report ",
                        "check ",
                        "compare ",
                        "replay ",
                        "schema ",
                        "designs ",
                        "verify ",
                        "calibrate ");
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearestOne() {
        Invocation invocation = Invocation.of("rnu", "trial.json");

        assertThat(invocation.exitCode()).isEqualTo(1);
        assertThat(invocation.err()).contains("did you mean \"run\"?");
        assertThat(invocation.out()).isEmpty();
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheNearestOne() {
        assertThat(Invocation.of("run", "--replicate", "4", "trial.json").err())
                .contains("did you mean \"--replicates\"?");
    }

    @Test
    void nothingToDoIsWrongUsage() {
        assertThat(Invocation.of().exitCode()).isEqualTo(1);
        assertThat(Invocation.of("run").exitCode()).isEqualTo(1);
    }

    @Test
    void aStackTraceIsShownOnlyOnRequest(@TempDir Path empty) {
        assertThat(Invocation.of("compare", empty, empty).err()).doesNotContain("\tat ");
        assertThat(Invocation.of("compare", "--stacktrace", empty, empty).err()).contains("\tat ");
    }

    @Test
    void designsListsWhatATrialFileCanBeComposedOf() {
        Invocation designs = Invocation.of("designs");

        assertThat(designs.exitCode()).isZero();
        assertThat(designs.out())
                .contains("ctdna-switching", "group-sequential", "fixed", "ctdna-switch", "progression-free-survival")
                .contains("ctdna ", "piecewise-exponential", "landmark-rate");
    }

    @Test
    void schemaPrintsAJsonSchema() {
        Invocation schema = Invocation.of("schema");

        assertThat(schema.exitCode()).isZero();
        assertThat(schema.out()).startsWith("{").contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void validateCountsWhatWouldBeSimulated(@TempDir Path folder) throws IOException {
        Invocation validate = Invocation.of("validate", Invocation.smallTrial(folder));

        assertThat(validate.exitCode()).isZero();
        assertThat(validate.out())
                .contains("no problems; trial small, 2 scenarios and sweep cells, 600 replicates, 2 acceptance rules");
    }

    @Test
    void aPluginJarMustExist() {
        Invocation designs = Invocation.of("designs", "--plugin", "no-such.jar");

        assertThat(designs.exitCode()).isEqualTo(1);
        assertThat(designs.err()).contains("no-such.jar");
    }
}
