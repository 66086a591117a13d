package org.evotrial.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.config.TrialDocument;

/** A trial of 60 patients, ten a month evenly spaced, with two arms of exponential times (medians 6 and 9 months). */
public final class SmallTrial {
    private static final String FILE = """
            {
              "schemaVersion": "1", "id": "small", "title": "Small",
              "population": { "description": "constant hazards", "disease": %s },
              "treatments": {
                "standard": { "type": "hazards", "medianProgressionFreeMonths": 6 },
                "new": { "type": "hazards", "medianProgressionFreeMonths": 9 }
              },
              "endpoints": { "pfs": { "type": "progression-free-survival" } },
              "design": {
                "type": "composed", "sampleSize": 60,
                "accrual": { "pattern": "evenly-spaced", "periods": [ { "patientsPerMonth": 10 } ] },
                "arms": [
                  { "id": "control", "role": "control", "policy": { "type": "fixed", "regimen": "standard" } },
                  { "id": "experimental", "role": "experimental", "policy": { "type": "fixed", "regimen": "new" } }
                ],
                "looks": [ %s ],
                "analyses": [ { "type": "survival-summary", "control": "control", "landmarksMonths": [6], "curveMonths": 12 } ],
                "maximumDurationMonths": 30
              },
              "simulation": { "replicates": 120, "truthPatients": 200 },
              "acceptance": [ { "metric": "randomised", "atLeast": 1 } ]
            }
            """;

    private SmallTrial() {}

    /** The trial with these looks, as JSON. */
    public static TrialDocument read(Path folder, String disease, String looks) {
        Path file = folder.resolve("trial.json");
        try {
            Files.writeString(file, FILE.formatted(disease, looks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Trials.read(file, Map.of());
    }

    /** The plan of the base scenario with these looks. */
    public static SimulationPlan plan(Path folder, String looks) {
        return plan(read(folder, "{ \"type\": \"piecewise-exponential\" }", looks), "base");
    }

    /** The plan of a scenario with the file's seed. */
    public static SimulationPlan plan(TrialDocument trial, String scenario) {
        return trial.variants().stream()
                .filter(v -> v.id().equals(scenario))
                .map(v -> new Planner().plan(v, trial.base().simulation().seed()))
                .findFirst()
                .orElseThrow();
    }

    /** A look at a calendar month. */
    public static String calendar(String id, double month) {
        return "{ \"id\": \"%s\", \"when\": { \"type\": \"calendar\", \"months\": %s } }".formatted(id, month);
    }

    /** A look at a number of events. */
    public static String events(String id, int count) {
        return "{ \"id\": \"%s\", \"when\": { \"type\": \"events\", \"endpoint\": \"pfs\", \"count\": %d } }"
                .formatted(id, count);
    }
}
