package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A fish (Muller) plot: the height is the logarithm of all cells, divided among lineages by their share; a lineage lies
 * inside the one that it descends from.
 *
 * @param heading which part of the body
 * @param lineages names; the markers of a lineage are joined by {@code +}, and it descends from the largest subset of them
 * @param days grid
 * @param cells {@code cells.get(lineage).get(gridPoint)}
 * @param scale what the height stands for
 */
public record FishPlot(
        String heading, List<String> lineages, List<Double> days, List<List<Double>> cells, Decades scale)
        implements Panel {
    private static final double HEIGHT = 120;
    private static final double VISIBLE_SHARE = 0.005;

    /**
     * What the height stands for.
     *
     * @param from exponent of the number of cells at which a tumour can no longer be seen; NaN: the plot finds its own
     * @param to exponent of the number of cells that fills the height
     * @param height height of the strip
     * @param named whether the lineages are named beside the heading
     */
    public record Decades(double from, double to, double height, boolean named) {}

    /** A plot with a scale of its own. */
    public FishPlot(String heading, List<String> lineages, List<Double> days, List<List<Double>> cells) {
        this(heading, lineages, days, cells, new Decades(Double.NaN, Double.NaN, HEIGHT, true));
    }

    public FishPlot {
        if (cells.size() != lineages.size()) {
            throw new IllegalArgumentException(
                    "There are %d lineages but cells of %d.".formatted(lineages.size(), cells.size()));
        }
    }

    @Override
    public double height() {
        return scale.height();
    }

    @Override
    public List<Legend.Entry> legend() {
        return scale.named() ? names() : List.of();
    }

    private List<Legend.Entry> names() {
        return visible().stream()
                .map(i -> new Legend.Entry(style(i) + " area", Legend.Shape.AREA, lineages.get(i)))
                .toList();
    }

    /** Indices of the lineages that can be seen. */
    public List<Integer> visible() {
        List<Integer> visible = new ArrayList<>();
        double[] totals = totals();
        for (int i = 0; i < lineages.size(); i++) {
            if (isVisible(i, totals)) {
                visible.add(i);
            }
        }
        return visible;
    }

    /** Whether a lineage ever has a share that can be seen. */
    private boolean isVisible(int lineage, double[] totals) {
        for (int i = 0; i < totals.length; i++) {
            if (cells.get(lineage).get(i) >= Math.max(1, VISIBLE_SHARE * totals[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean exists(int lineage) {
        return cells.get(lineage).stream().anyMatch(n -> n > 0);
    }

    /** Colour class of a lineage. */
    public static String style(int lineage) {
        return "l" + lineage % 12;
    }

    @Override
    public void draw(Svg svg, Scale x, double top) {
        double[] totals = totals();
        double[] range = decades(totals);
        int points = days.size();
        double[][] lower = new double[lineages.size()][points];
        double[][] upper = new double[lineages.size()][points];
        int[] parents = parents();
        for (int point = 0; point < points; point++) {
            nest(point, totals[point], parents, lower, upper);
        }
        svg.rectangle(x.low(), top, x.high() - x.low(), scale.height(), "pond");
        for (int lineage : preorder(parents)) {
            if (!exists(lineage)) {
                continue;
            }
            svg.open("g", "class", style(lineage)).tooltip(lineages.get(lineage));
            svg.path(area(x, top, totals, range, lower[lineage], upper[lineage]), "area")
                    .close();
        }
        svg.text(x.low() - 7, top + 10, "end", "tick", Scale.power((int) range[1]));
        svg.text(x.low() - 7, top + scale.height() / 2 + 4, "end", "tick", Scale.power((int) range[0]));
        svg.text(x.low() - 7, top + scale.height() - 2, "end", "tick", Scale.power((int) range[1]));
    }

    /** For every lineage the one it descends from, or -1. */
    int[] parents() {
        List<Set<String>> markers = lineages.stream().map(FishPlot::markers).toList();
        int[] parents = new int[lineages.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i == 0 ? -1 : 0;
            for (int j = 0; j < parents.length; j++) {
                boolean ancestor = markers.get(i).containsAll(markers.get(j))
                        && markers.get(j).size() < markers.get(i).size();
                boolean closer = parents[i] < 0
                        || markers.get(j).size() > markers.get(parents[i]).size();
                if (i != 0 && j != 0 && ancestor && closer) {
                    parents[i] = j;
                }
            }
        }
        return parents;
    }

    private static Set<String> markers(String lineage) {
        String name = lineage.toLowerCase(Locale.ROOT).strip();
        return name.isEmpty() || name.equals("s") || name.equals("sensitive") || name.equals("wild-type")
                ? Set.of()
                : new HashSet<>(Arrays.asList(name.split("\\s*\\+\\s*")));
    }

    private List<Integer> preorder(int[] parents) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] < 0) {
                visit(i, parents, order);
            }
        }
        return order;
    }

    private static void visit(int lineage, int[] parents, List<Integer> order) {
        order.add(lineage);
        for (int child = 0; child < parents.length; child++) {
            if (parents[child] == lineage) {
                visit(child, parents, order);
            }
        }
    }

    private void nest(int point, double total, int[] parents, double[][] lower, double[][] upper) {
        double[] own = new double[parents.length];
        double[] whole = new double[parents.length];
        int[] children = new int[parents.length];
        List<Integer> order = preorder(parents);
        for (int i = order.size() - 1; i >= 0; i--) {
            int lineage = order.get(i);
            own[lineage] = total > 0 ? Math.max(0, cells.get(lineage).get(point)) / total : 0;
            whole[lineage] += own[lineage];
            if (parents[lineage] >= 0) {
                whole[parents[lineage]] += whole[lineage];
                children[parents[lineage]]++;
            }
        }
        double[] next = new double[parents.length];
        for (int lineage : order) {
            int parent = parents[lineage];
            double start = parent < 0 ? 0 : next[parent];
            lower[lineage][point] = start;
            upper[lineage][point] = start + whole[lineage];
            if (parent >= 0) {
                next[parent] = upper[lineage][point] + own[parent] / (children[parent] + 1);
            }
            next[lineage] = start + own[lineage] / (children[lineage] + 1);
        }
    }

    private String area(Scale x, double top, double[] totals, double[] range, double[] lower, double[] upper) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < upper.length; i++) {
            data.append(i == 0 ? 'M' : 'L').append(point(x, top, i, upper[i], totals[i], range));
        }
        for (int i = lower.length - 1; i >= 0; i--) {
            data.append('L').append(point(x, top, i, lower[i], totals[i], range));
        }
        return data.isEmpty() ? "" : data.append('Z').toString();
    }

    private String point(Scale x, double top, int i, double share, double total, double[] range) {
        double log = total > 1 ? StrictMath.log10(total) : 0;
        double height = scale.height() * Math.max(0, Math.min(1, (log - range[0]) / (range[1] - range[0])));
        double y = top + scale.height() / 2 + height * (share - 0.5);
        return Svg.number(x.at(days.get(i))) + " " + Svg.number(y);
    }

    private double[] totals() {
        double[] totals = new double[days.size()];
        for (List<Double> lineage : cells) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += Math.max(0, lineage.get(i));
            }
        }
        return totals;
    }

    /** Decades that the height stands for: from one below the smallest total to the largest, rounded up. */
    private double[] decades(double[] totals) {
        if (!Double.isNaN(scale.from())) {
            return new double[] {scale.from(), scale.to()};
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 1;
        for (double total : totals) {
            low = total >= 1 ? Math.min(low, total) : low;
            high = Math.max(high, total);
        }
        double bottom = Double.isInfinite(low) ? 0 : Math.max(0, Math.floor(StrictMath.log10(low)) - 1);
        return new double[] {bottom, Math.max(bottom + 1, Math.ceil(StrictMath.log10(high)))};
    }
}
