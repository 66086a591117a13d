package org.evotrial.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.CohortRunner;
import org.evotrial.engine.replicate.CourseListener;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.spi.PatientView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a calibration's arm, of which every toxic event ends the first. */
class LinesUntilProgressionTest {
    private static final ClassLoader LOADER = LinesUntilProgressionTest.class.getClassLoader();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENTS = 40;

    @TempDir
    private Path folder;

    /** The shipped targets with a toxic first drug: an event in 100 days on average, and a second line. */
    private SimulationPlan plan() throws IOException {
        Path shipped = Path.of("..", "examples", "calibration", "egfr-nsclc", "targets.json");
        ObjectNode targets = (ObjectNode) JSON.readTree(Files.readString(shipped));
        try (InputStream library = LOADER.getResourceAsStream("org/evotrial/library/gefitinib.json")) {
            ObjectNode gefitinib = (ObjectNode) JSON.readTree(library);
            gefitinib.putObject("toxicity").put("hazardPerDay", 0.01).put("discontinuationProbability", 1);
            ((ObjectNode) targets.get("treatments")).set("gefitinib", gefitinib);
        }
        ((ObjectNode) targets.get("arms").get(0))
                .putArray("regimens")
                .add("gefitinib")
                .add("osimertinib");
        Path file = Files.writeString(folder.resolve("targets.json"), targets.toString());
        CalibrationDocument document = Objects.requireNonNull(
                Evotrial.create(LOADER).calibrationReader().read(file, null).document());
        return new CalibrationPlanner(new Planner()).plan(document.at(document.starts()));
    }

    @Test
    void aLineEndsAtProgressionOrWhenAllItsDrugsWereDiscontinued() throws IOException {
        SimulationPlan plan = plan();
        List<PatientView.News> reasons = new ArrayList<>();
        CourseListener listener = new CourseListener() {
            @Override
            public void regimenChanged(double day, int from, int to, PatientView.News reason) {
                if (plan.patients().regimens()[to].contains("osimertinib")) {
                    reasons.add(reason);
                }
            }
        };
        CohortRunner runner = new CohortRunner(plan.patients(), plan.newStreams());
        for (int patient = 0; patient < PATIENTS; patient++) {
            runner.follow(VirtualCohort.CALIBRATION, patient, 0, 3000, listener);
        }

        assertThat(reasons)
                .contains(PatientView.News.DISCONTINUATION, PatientView.News.PROGRESSION)
                .doesNotContain(PatientView.News.RESULT);
    }
}
