package org.evotrial.statistics.verification;

import java.util.List;
import org.evotrial.statistics.survival.TwoArmRiskTable;

/** One data set of time-to-event data with two arms (0 control, 1 experimental) and strata. */
final class TteSample {
    private final double[] time;
    private final boolean[] event;
    private final int[] arm;
    private final int[] stratum;

    private TteSample(List<ReferenceRow> rows) {
        time = LookRows.numbers(rows, "time");
        arm = rows.stream().mapToInt(row -> row.integer("arm")).toArray();
        stratum = rows.stream().mapToInt(row -> row.integer("stratum")).toArray();
        event = new boolean[time.length];
        for (int i = 0; i < event.length; i++) {
            event[i] = rows.get(i).integer("event") == 1;
        }
    }

    /**
     * The subjects of a data set.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TteSample read(ReferenceTable data, int dataset) {
        List<ReferenceRow> rows = data.rows().stream()
                .filter(row -> row.integer("dataset") == dataset)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format("The dataset (%d) must be one of the file %s.", dataset, data.file()));
        }
        return new TteSample(rows);
    }

    double[] time() {
        return time;
    }

    boolean[] event() {
        return event;
    }

    int[] arm() {
        return arm;
    }

    TwoArmRiskTable risks(boolean stratified) {
        TwoArmRiskTable table = new TwoArmRiskTable(time.length);
        return stratified
                ? table.fillStratified(time, event, arm, stratum, time.length)
                : table.fill(time, event, arm, time.length);
    }
}
