package org.evotrial.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.evotrial.engine.Progress;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private final Evotrial evotrial = Evotrial.create(ReplayTest.class.getClassLoader());
    private final TrialDocument trial = Trials.read(Trials.example("group-sequential"), Map.of());

    @TempDir
    Path folder;

    private List<NamedCsvRecord> rows() throws IOException {
        Path file = folder.resolve("group-sequential").resolve("replicates.csv.gz");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    @Test
    void showsTheNumbersOfTheReplicatesRow() throws Exception {
        evotrial.simulator().run(trial, Trials.options(folder, 2, 60), Progress.SILENT);
        List<NamedCsvRecord> rows = rows();
        assertThat(rows).hasSize(180);
        for (int place : new int[] {0, 51, 59, 60, 119, 175}) {
            NamedCsvRecord row = rows.get(place);
            TrialTrace trace = evotrial.replayer()
                    .trial(trial, row.getField("scenario"), Integer.parseInt(row.getField("replicate")), null);
            Map<String, Double> values = new LinkedHashMap<>();
            trace.looks().forEach(l -> l.values().forEach(v -> values.put(v.metric(), v.value())));
            TrialTrace.LookTrace last = trace.looks().get(trace.looks().size() - 1);

            assertThat(values).hasSizeGreaterThan(20);
            values.forEach((metric, value) -> assertThat(Double.parseDouble(row.getField(metric)))
                    .as(metric)
                    .isEqualTo(value));
            assertThat(row.getField("randomised")).isEqualTo(Integer.toString(last.randomised()));
            assertThat(row.getField("events[pfs]"))
                    .isEqualTo(Integer.toString(last.events().get(0)));
            assertThat(row.getField("endedAtLook[%s]".formatted(last.look()))).isEqualTo("1");
        }
    }

    @Test
    void showsEventsInCalendarOrderUpToTheLastLook() {
        TrialTrace trace = evotrial.replayer().trial(trial, "base", 3, null);

        assertThat(trace.events())
                .extracting(TrialTrace.TrialEvent::calendarDay)
                .isSorted();
        assertThat(trace.events().stream().filter(e -> e.what().startsWith("randomised")))
                .hasSize(trace.looks().get(trace.looks().size() - 1).randomised());
        assertThat(trace).isEqualTo(evotrial.replayer().trial(trial, "base", 3, null));
        assertThat(trace).isNotEqualTo(evotrial.replayer().trial(trial, "base", 3, 99L));
    }

    @Test
    void saysWhichScenariosAndPatientsThereAre() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> evotrial.replayer().trial(trial, "nul", 0, null))
                .withMessageContaining("base, null, smaller-effect");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> evotrial.replayer().patient(trial, "base", 0, 350, null))
                .withMessageContaining("but found 350");
    }
}
