package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.report.figure.Rounding;

/**
 * The sum of the target lesions' diameters with its nadir, below a row of response categories, one at every scan.
 *
 * @param scans in order of time
 * @param trueDays grid of the true sum
 * @param trueSums the sum without measurement error, mm
 */
public record RecistPanel(List<Scan> scans, List<Double> trueDays, List<Double> trueSums) implements Panel {
    private static final double ROW = 16;
    private static final double GAP = 6;
    private static final double PLOT = 110;
    private static final double WIDEST = 24;

    /**
     * A scan.
     *
     * @param day when
     * @param sum measured sum, mm
     * @param nadir smallest sum since the line of treatment began, mm
     * @param category {@code CR}, {@code PR}, {@code SD}, {@code PD}, {@code NE} or {@code baseline}
     */
    public record Scan(double day, double sum, double nadir, String category) {}

    @Override
    public String heading() {
        return "Sum of target diameters, mm";
    }

    @Override
    public double height() {
        return ROW + GAP + PLOT;
    }

    @Override
    public List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        entries.add(new Legend.Entry("ink mark", Legend.Shape.DOT, "measured"));
        entries.add(new Legend.Entry("ink line thin", Legend.Shape.LINE, "true"));
        entries.add(new Legend.Entry("c6 dashed", Legend.Shape.LINE, "nadir of the line"));
        return entries;
    }

    /** Class of a response category. */
    static String style(String category) {
        return switch (category) {
            case "CR" -> "r0";
            case "PR" -> "r1";
            case "SD" -> "r2";
            case "PD" -> "r3";
            default -> "r4";
        };
    }

    @Override
    public void draw(Svg svg, Scale days, double top) {
        double high = 1;
        for (Scan scan : scans) {
            high = Math.max(high, scan.sum());
        }
        for (double sum : trueSums) {
            high = Math.max(high, sum);
        }
        double plotTop = top + ROW + GAP;
        Frame frame = new Frame(days, Scale.linear(0, high * 1.05, plotTop + PLOT, plotTop));
        drawCategories(svg, days, top);
        frame.drawRows(svg, frame.y().ticks(4));
        svg.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), "axis");
        svg.open("g", "class", "ink");
        svg.path(frame.lineThrough(trueDays, trueSums), "line thin").close();
        svg.open("g", "class", "c6").path(nadir(frame), "dashed").close();
        for (Scan scan : scans) {
            svg.open("g", "class", style(scan.category()));
            String sum = new Rounding(1).text(scan.sum());
            svg.dot(
                    days.at(scan.day()),
                    frame.y().at(scan.sum()),
                    3.6,
                    "mark edged",
                    scan.category() + ", " + sum + " mm");
            svg.close();
        }
    }

    private void drawCategories(Svg svg, Scale days, double top) {
        for (int i = 0; i < scans.size(); i++) {
            Scan scan = scans.get(i);
            double x = days.at(scan.day());
            double next = i + 1 < scans.size() ? days.at(scans.get(i + 1).day()) : x + WIDEST;
            double width = Math.max(3, Math.min(WIDEST, next - x - 1.5));
            if (scan.category().equals("baseline")) {
                continue;
            }
            svg.open("g", "class", style(scan.category()));
            double left = Math.min(x - width / 2, days.high() - width);
            svg.rectangle(left, top, width, ROW, "area", scan.category());
            svg.close();
            if (width >= 14) {
                svg.text(left + width / 2, top + 11.5, "middle", "chip", scan.category());
            }
        }
    }

    /** Horizontal from scan to scan; it jumps where a new line of treatment begins. */
    private String nadir(Frame frame) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < scans.size(); i++) {
            String y = Svg.number(frame.y().at(scans.get(i).nadir()));
            double end =
                    i + 1 < scans.size() ? scans.get(i + 1).day() : frame.x().to();
            data.append(i == 0 ? 'M' : 'L')
                    .append(Svg.number(frame.x().at(scans.get(i).day())))
                    .append(' ')
                    .append(y);
            data.append('L').append(Svg.number(frame.x().at(end))).append(' ').append(y);
        }
        return data.toString();
    }
}
