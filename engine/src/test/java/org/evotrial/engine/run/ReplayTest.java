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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.evotrial.engine.Progress;
import org.evotrial.engine.RunOptions;
import org.evotrial.engine.Trials;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.TrialTrace;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Evotrial evotrial = Evotrial.create(ReplayTest.class.getClassLoader());
    private final TrialDocument trial = Trials.read(Trials.example("group-sequential"), Map.of());

    @TempDir
    Path folder;

    private List<NamedCsvRecord> rows(String of) throws IOException {
        Path file = folder.resolve(of).resolve("replicates.csv.gz");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    @Test
    void showsTheNumbersOfTheReplicatesRow() throws Exception {
        evotrial.simulator().run(trial, Trials.options(folder, 2, 60), Progress.SILENT);
        List<NamedCsvRecord> rows = rows("group-sequential");
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

    /** What the trace says of each patient adds up to the shares that the run counts from its own log. */
    @Test
    void showsToxicityReductionsAndDiscontinuations() throws Exception {
        TrialDocument toxic = Trials.read(
                Trials.example("apple"),
                Map.of(
                        "/treatments/gefitinib/toxicity",
                        JSON.readTree("{\"hazardPerDay\": 0.004, \"reducedDoses\": [0.5]}")));
        RunOptions options = new RunOptions(folder, 1, 1, 100, null, Set.of("base"), true, "run", "replay");
        evotrial.simulator().run(toxic, options, Progress.SILENT);
        NamedCsvRecord row = rows("apple").get(0);
        TrialTrace trace = evotrial.replayer().trial(toxic, "base", 0, null);

        for (String arm : List.of("A", "B", "C")) {
            Set<Integer> patients = patients(trace, what -> what.equals("randomised to arm " + arm));
            Map.of(
                            "gradeThreeToxicityRate", "toxicity of grade 3 or more",
                            "doseReductionRate", "gefitinib reduced to 50 % of its dose",
                            "toxicityDiscontinuationRate", "gefitinib discontinued for toxicity")
                    .forEach((metric, sentence) -> {
                        Set<Integer> affected = patients(trace, what -> what.equals(sentence));
                        affected.retainAll(patients);
                        assertThat(affected.isEmpty()).as(arm + metric).isEqualTo(arm.equals("A"));
                        assertThat(affected.size() / (double) patients.size())
                                .as(arm + metric)
                                .isEqualTo(Double.parseDouble(row.getField("%s[%s]".formatted(metric, arm))));
                    });
        }
        assertThat(trace.events())
                .extracting(TrialTrace.TrialEvent::what)
                .contains("gefitinib to osimertinib for toxicity");
    }

    private static Set<Integer> patients(TrialTrace trace, Predicate<String> happened) {
        Set<Integer> patients = new HashSet<>();
        trace.events().stream()
                .filter(event -> happened.test(event.what()))
                .forEach(event -> patients.add(event.patient()));
        return patients;
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
