package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An interval against the bounds that it must keep, small enough for a table cell. The admissible side is shaded.
 *
 * @param title accessible name
 * @param value the estimate
 * @param lower lower limit of its interval
 * @param upper upper limit of its interval
 * @param atLeast lower bound, or NaN
 * @param atMost upper bound, or NaN
 */
public record VerdictChart(String title, double value, double lower, double upper, double atLeast, double atMost)
        implements Chart {
    private static final double WIDTH = 170;
    private static final double HEIGHT = 30;

    @Override
    public String description() {
        return "The interval is a bar, the estimate a dot, the bound a line; the admissible side is shaded.";
    }

    @Override
    public String svg() {
        Scale x = horizontal();
        Svg svg = Svg.picture(this, WIDTH, HEIGHT);
        double from = Double.isNaN(atLeast) ? 2 : x.at(atLeast);
        double to = Double.isNaN(atMost) ? WIDTH - 2 : x.at(atMost);
        svg.rectangle(from, 4, to - from, HEIGHT - 8, "admissible");
        for (double bound : new double[] {atLeast, atMost}) {
            if (!Double.isNaN(bound)) {
                svg.line(x.at(bound), 2, x.at(bound), HEIGHT - 2, "bound");
            }
        }
        svg.open("g", "class", "ink");
        svg.line(x.at(lower), HEIGHT / 2, x.at(upper), HEIGHT / 2, "line whisker");
        svg.element("circle", "cx", Svg.number(x.at(value)), "cy", Svg.number(HEIGHT / 2), "r", "4", "class", "mark");
        return svg.close().finish();
    }

    private Scale horizontal() {
        List<Double> values = new ArrayList<>();
        for (double number : new double[] {value, lower, upper, atLeast, atMost}) {
            if (!Double.isNaN(number)) {
                values.add(number);
            }
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double margin = high > low ? (high - low) * 0.25 : 1;
        return Scale.linear(low - margin, high + margin, 2, WIDTH - 2);
    }
}
