package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;

/** A few hundred of the points of a long series, its ends among them. */
record TimeGrid(List<Integer> points) {
    static TimeGrid of(int size, int most) {
        List<Integer> points = new ArrayList<>();
        double step = Math.max(1, (size - 1) / (double) (most - 1));
        for (double at = 0; at < size - 0.5; at += step) {
            points.add((int) Math.rint(at));
        }
        if (size > 0 && points.get(points.size() - 1) != size - 1) {
            points.add(size - 1);
        }
        return new TimeGrid(points);
    }

    List<Double> of(List<Double> series) {
        return points.stream().map(series::get).toList();
    }
}
