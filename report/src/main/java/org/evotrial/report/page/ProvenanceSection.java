package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.Provenance;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Rounding;

/**
 * Where the numbers come from.
 *
 * @param command the command that reproduces the run
 * @param facts name and value
 * @param failures failed replicates with the commands that replay them; empty if none failed
 */
public record ProvenanceSection(String command, List<Settings.Value> facts, Table failures) {
    private static final int MOST = 50;

    static ProvenanceSection of(RunResult result, Provenance from) {
        List<Settings.Value> facts = new ArrayList<>();
        facts.add(new Settings.Value("evotrial", from.evotrialVersion()));
        facts.add(new Settings.Value("Commit", from.commit() == null ? "unknown" : from.commit()));
        facts.add(new Settings.Value("Format of the results", result.formatVersion()));
        facts.add(new Settings.Value("Java", from.javaVersion()));
        facts.add(new Settings.Value("Operating system", from.operatingSystem()));
        facts.add(new Settings.Value("Threads", Integer.toString(from.threads())));
        facts.add(new Settings.Value("Master seed", Long.toString(from.seed())));
        facts.add(new Settings.Value("Random streams", from.streamScheme()));
        facts.add(new Settings.Value("Configuration, SHA-256", from.configurationHash()));
        facts.add(new Settings.Value("Results, SHA-256", from.resultsHash()));
        facts.add(new Settings.Value("Replicates requested", Rounding.count(from.replicatesRequested())));
        facts.add(new Settings.Value("Replicates completed", Rounding.count(from.replicatesCompleted())));
        facts.add(new Settings.Value("Replicates failed", Rounding.count(from.replicatesFailed())));
        facts.add(new Settings.Value("Virtual patients", Rounding.count(from.virtualPatients())));
        facts.add(new Settings.Value("Started", from.started()));
        facts.add(new Settings.Value("Wall-clock time", Rounding.plain(from.wallSeconds()) + " s"));
        facts.add(new Settings.Value("Processor time", Rounding.plain(from.cpuSeconds()) + " s"));
        facts.add(new Settings.Value("Plugins", from.plugins().isEmpty() ? "none" : String.join(", ", from.plugins())));
        return new ProvenanceSection(from.command(), facts, failures(result, from));
    }

    private static Table failures(RunResult result, Provenance from) {
        List<Table.Row> rows = new ArrayList<>();
        int total = 0;
        for (ScenarioResult scenario : result.scenarios()) {
            for (ScenarioResult.Failure failure : scenario.failures()) {
                total++;
                if (rows.size() < MOST) {
                    rows.add(new Table.Row(
                            scenario.title(),
                            "",
                            List.of(
                                    Table.Cell.number(
                                            failure.concernsTruth() ? "truth" : Integer.toString(failure.replicate())),
                                    Table.Cell.words(failure.message()),
                                    new Table.Cell(command(scenario, failure, from), "", "", "", "command"))));
                }
            }
        }
        String caption = total > MOST ? "First %d of %d failed replicates".formatted(MOST, total) : "Failed replicates";
        List<Table.Column> columns = List.of(
                Table.Column.number("Replicate"), Table.Column.text("What happened"), Table.Column.text("Replay"));
        return Table.of(caption, "Scenario", columns, rows);
    }

    private static String command(ScenarioResult scenario, ScenarioResult.Failure failure, Provenance from) {
        return failure.concernsTruth() ? from.command() : from.replayCommand(scenario.id(), failure.replicate());
    }
}
