package org.evotrial.engine.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.reduce.ReplicateTable;
import org.evotrial.engine.trace.MetricNames;

/** {@code replicates.csv.gz}: one row per scenario and replicate, one column per metric; empty where nothing was measured. */
final class ReplicateCsv implements Closeable {
    private final CsvWriter csv;
    private final List<String> header;

    /**
     * Begins the file.
     *
     * @param file the file; replaced
     * @param plans all plans whose tables will be written
     */
    ReplicateCsv(Path file, List<SimulationPlan> plans) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        plans.forEach(p -> p.metrics().forEach(m -> names.add(MetricNames.of(m))));
        header = List.copyOf(names);
        csv = CsvWriter.builder()
                .build(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8));
        List<String> first = new ArrayList<>(List.of("scenario", "replicate"));
        first.addAll(header);
        csv.writeRecord(first);
    }

    /** Writes the replicates of a scenario. */
    void write(ReplicateTable table) {
        List<String> own = table.plan().metrics().stream().map(MetricNames::of).toList();
        double[][] columns = new double[header.size()][];
        for (int i = 0; i < columns.length; i++) {
            int index = own.indexOf(header.get(i));
            columns[i] = index < 0 ? new double[0] : table.column(index);
        }
        List<String> record = new ArrayList<>();
        for (int r = 0; r < table.replicates(); r++) {
            record.clear();
            record.add(table.plan().variant());
            record.add(Integer.toString(r));
            for (double[] column : columns) {
                record.add(column.length == 0 || Double.isNaN(column[r]) ? "" : number(column[r]));
            }
            csv.writeRecord(record);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
