package org.evotrial.model.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of a sweep in row-major order: the last axis varies fastest. */
final class SweepCells {
    private SweepCells() {}

    /** For each cell its index on each axis. */
    static List<List<Integer>> of(@Nullable Sweep sweep) {
        if (sweep == null) {
            return List.of();
        }
        List<List<Integer>> cells = List.of(List.of());
        for (Sweep.Axis axis : sweep.axes()) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> cell : cells) {
                for (int value = 0; value < axis.values().size(); value++) {
                    List<Integer> extended = new ArrayList<>(cell);
                    extended.add(value);
                    longer.add(Collections.unmodifiableList(extended));
                }
            }
            cells = longer;
        }
        return cells;
    }

    /** {@code sweep-i-j}. */
    static String id(List<Integer> cell) {
        return "sweep-" + cell.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** The names of all cells. */
    static List<String> ids(@Nullable Sweep sweep) {
        return of(sweep).stream().map(SweepCells::id).toList();
    }
}
