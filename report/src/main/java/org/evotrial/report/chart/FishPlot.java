package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A fish (Muller) plot: the height is the logarithm of all cells, divided among lineages by their share; a lineage lies
 * inside the one that it descends from.
 *
 * @param heading which part of the body
 * @param lineages names
 * @param parents for every lineage the index of the one that it descends from, or -1
 * @param days grid
 * @param cells {@code cells.get(lineage).get(gridPoint)}
 * @param scale what the height stands for
 */
public record FishPlot(
        String heading,
        List<String> lineages,
        List<Integer> parents,
        List<Double> days,
        List<List<Double>> cells,
        Decades scale)
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
    public FishPlot(
            String heading, List<String> lineages, List<Integer> parents, List<Double> days, List<List<Double>> cells) {
        this(heading, lineages, parents, days, cells, new Decades(Double.NaN, Double.NaN, HEIGHT, true));
    }

    public FishPlot {
        if (cells.size() != lineages.size() || parents.size() != lineages.size()) {
            throw new IllegalArgumentException("There are %d lineages but cells of %d and parents of %d."
                    .formatted(lineages.size(), cells.size(), parents.size()));
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
        for (int point = 0; point < points; point++) {
            nest(point, totals[point], lower, upper);
        }
        svg.rectangle(x.low(), top, x.high() - x.low(), scale.height(), "pond");
        for (int lineage : preorder()) {
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

    private List<Integer> preorder() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lineages.size(); i++) {
            if (parents.get(i) < 0) {
                visit(i, order);
            }
        }
        return order;
    }

    private void visit(int lineage, List<Integer> order) {
        order.add(lineage);
        for (int child = 0; child < lineages.size(); child++) {
            if (parents.get(child) == lineage) {
                visit(child, order);
            }
        }
    }

    /** Founders lie one above the other, and every lineage inside its parent, whose own cells surround its children. */
    private void nest(int point, double total, double[][] lower, double[][] upper) {
        int count = lineages.size();
        double[] own = new double[count];
        double[] whole = new double[count];
        int[] children = new int[count];
        List<Integer> order = preorder();
        for (int i = order.size() - 1; i >= 0; i--) {
            int lineage = order.get(i);
            own[lineage] = total > 0 ? Math.max(0, cells.get(lineage).get(point)) / total : 0;
            whole[lineage] += own[lineage];
            int parent = parents.get(lineage);
            if (parent >= 0) {
                whole[parent] += whole[lineage];
                children[parent]++;
            }
        }
        double[] next = new double[count];
        double founders = 0;
        for (int lineage : order) {
            int parent = parents.get(lineage);
            double start = parent < 0 ? founders : next[parent];
            lower[lineage][point] = start;
            upper[lineage][point] = start + whole[lineage];
            if (parent < 0) {
                founders = upper[lineage][point];
            } else {
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
