package org.evotrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {
    private static final int REPLICATES = 8000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    /** Ctrl-C is the signal INT; env gives the process the signal's usual meaning, whatever the build was started from. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrlCKeepsFinishedBlocksAndTheSameCommandResumes() throws Exception {
        Path trial = Invocation.smallTrial(folder);
        Path output = folder.resolve("interrupted");
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", java()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EvotrialCommand.class.getName()));
        command.addAll(List.of("run", trial.toString(), "--output", output.toString()));
        command.addAll(List.of("--replicates", Integer.toString(REPLICATES), "--threads", "1"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitFirstBlocks(output.resolve("small/.checkpoint/base.blocks"), process);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readString(log)).contains("replicates are kept").doesNotContain("\tat ");
        assertThat(output.resolve("small/results.json")).doesNotExist();

        Invocation resumed = run(trial, output, 2);
        Invocation fresh = run(trial, folder.resolve("fresh"), 1);

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.err()).contains("small: resuming, ");
        assertThat(fresh.err()).doesNotContain("resuming");
        assertThat(output.resolve("small/results.json"))
                .hasSameBinaryContentAs(folder.resolve("fresh/small/results.json"));
    }

    @Test
    void anInterruptedThreadEndsWith130() throws IOException {
        Path trial = Invocation.smallTrial(folder);
        Thread.currentThread().interrupt();

        Invocation run = run(trial, folder.resolve("results"), 1);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.err()).contains("Interrupted");
    }

    private static Invocation run(Path trial, Path output, int threads) {
        return Invocation.of(
                "run",
                trial,
                "--output",
                output,
                "--replicates",
                REPLICATES,
                "--threads",
                threads,
                "--progress",
                "log");
    }

    private static void awaitFirstBlocks(Path checkpoint, Process process) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!(Files.exists(checkpoint) && Files.size(checkpoint) > 10_000)) {
            assertThat(process.isAlive()).as("still simulating").isTrue();
            assertThat(System.nanoTime()).as("waiting for a block").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
