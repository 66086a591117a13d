package org.evotrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportWriterTest {
    @Test
    void writesPages() throws Exception {
        for (var run : new org.evotrial.model.result.StoredRun[] {
            ExampleRuns.switching(), ExampleRuns.groupSequential(), ExampleRuns.empty()
        }) {
            Path folder = Path.of("target", "pages", run.result().trial().id());
            new ReportWriter().write(run, folder);
            assertThat(Files.size(folder.resolve("index.html"))).isPositive();
        }
    }
}
