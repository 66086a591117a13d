package org.evotrial.report.chart;

import java.util.List;
import org.evotrial.report.figure.Rounding;

/**
 * How allele fractions are distributed over patients: bars on a logarithmic axis for detected ones, and the share that was
 * not detected beside it.
 *
 * @param title accessible name
 * @param style colour class
 * @param fractions detected fractions
 * @param notDetected patients in whom nothing was detected
 * @param limit the assay's limit of detection; 0 if there is none
 */
public record FractionHistogram(String title, String style, List<Double> fractions, int notDetected, double limit)
        implements Chart {
    private static final double WIDTH = 400;
    private static final double LEFT = 108;
    private static final double RIGHT = 388;
    private static final double TOP = 22;
    private static final double BOTTOM = 138;
    private static final double LOWEST = 1e-5;
    private static final int BINS_PER_DECADE = 4;
    private static final int DECADES = 5;

    @Override
    public String description() {
        return "%d patients with a detected fraction, %d without.".formatted(fractions.size(), notDetected);
    }

    @Override
    public String svg() {
        int patients = fractions.size() + notDetected;
        double[] shares = shares(patients);
        double high = patients == 0 ? 1 : (double) notDetected / patients;
        double highest = 0.05;
        for (double share : shares) {
            highest = Math.max(highest, share);
        }
        Scale y = Scale.linear(0, highest * 1.1, BOTTOM, TOP);
        Frame frame = new Frame(Scale.decades(LOWEST, 1, LEFT, RIGHT), y);
        Svg svg = Svg.picture(this, WIDTH, BOTTOM + 42);
        frame.drawPercentRows(svg, y.ticks(3));
        svg.open("g", "class", style);
        for (int bin = 0; bin < shares.length; bin++) {
            double from = frame.x().at(edge(bin));
            double to = frame.x().at(edge(bin + 1));
            if (shares[bin] > 0) {
                double top = y.at(shares[bin]);
                svg.rectangle(from + 0.5, top, to - from - 1, BOTTOM - top, "area", percent(shares[bin]));
            }
        }
        svg.close();
        if (limit > LOWEST) {
            svg.open("g", "class", "ink")
                    .line(frame.x().at(limit), TOP, frame.x().at(limit), BOTTOM, "dashed")
                    .close();
        }
        frame.drawBase(svg, frame.x().ticks(6));
        frame.drawBaseLabel(svg, "Allele fraction of detected samples");
        drawNotDetected(svg, high);
        return svg.finish();
    }

    private static void drawNotDetected(Svg svg, double share) {
        double height = (BOTTOM - TOP) * share;
        svg.rectangle(18, TOP, 22, BOTTOM - TOP, "pond");
        svg.open("g", "class", "r4")
                .rectangle(18, BOTTOM - height, 22, height, "area")
                .close();
        svg.text(29, TOP - 7, "middle", "tick strong", percent(share));
        svg.text(29, BOTTOM + 17, "middle", "tick", "not");
        svg.text(29, BOTTOM + 30, "middle", "tick", "detected");
    }

    private double[] shares(int patients) {
        double[] shares = new double[BINS_PER_DECADE * DECADES];
        for (double fraction : fractions) {
            double place = (StrictMath.log10(Math.max(fraction, LOWEST)) + DECADES) * BINS_PER_DECADE;
            shares[Math.min(shares.length - 1, Math.max(0, (int) place))] += 1.0 / patients;
        }
        return shares;
    }

    private static double edge(int bin) {
        return StrictMath.pow(10, (double) bin / BINS_PER_DECADE - DECADES);
    }

    private static String percent(double share) {
        return new Rounding(share < 0.1 || share > 0.99 && share < 1 ? 1 : 0).text(100 * share) + " %";
    }
}
