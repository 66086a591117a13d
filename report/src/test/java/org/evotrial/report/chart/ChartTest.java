package org.evotrial.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evotrial.report.chart.BoundaryChart.Point;
import org.evotrial.report.chart.KaplanMeierChart.ArmCurve;
import org.evotrial.report.figure.Figure;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final String HOSTILE = "<script>alert(\"1\")</script> & 'more'\u0007";

    @Test
    void everyChartEscapesItsTextsAndHasANameAndADescription() throws Exception {
        for (Chart chart : hostileCharts()) {
            Document svg = parsed(chart.svg());
            assertThat(svg.getElementsByTagName("script").getLength())
                    .as("scripts")
                    .isZero();
            assertThat(svg.getDocumentElement().getAttribute("aria-label")).contains("<script>");
            assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
        }
    }

    @Test
    void everyChartDrawsTheSameTwice() {
        assertThat(hostileCharts().stream().map(Chart::svg).toList())
                .isEqualTo(hostileCharts().stream().map(Chart::svg).toList());
    }

    @Test
    void theMedianIsWhereTheCurveCrossesOneHalf() {
        List<Double> months = new ArrayList<>();
        List<Double> survival = new ArrayList<>();
        for (int month = 0; month <= 24; month++) {
            months.add((double) month);
            survival.add(Math.exp(-Math.log(2) * month / 9.3)); // exponential with a median of 9.3 months
        }
        // linear interpolation between whole months of a curve with curvature (ln 2 / 9.3)^2 / 2
        assertThat(KaplanMeierChart.crossing(months, survival)).isCloseTo(9.3, within(0.01));
        assertThat(KaplanMeierChart.crossing(months.subList(0, 5), survival.subList(0, 5)))
                .isNaN();
    }

    @Test
    void aCurveIsInterruptedWhereThereIsNoNumber() {
        Frame frame = new Frame(Scale.linear(0, 4, 0, 4), Scale.linear(0, 1, 1, 0));
        List<Double> xs = List.of(0.0, 1.0, 2.0, 3.0, 4.0);
        String line = frame.lineThrough(xs, List.of(1.0, 0.0, Double.NaN, 1.0, 0.0));
        assertThat(line).isEqualTo("M0 0L1 1M3 0L4 1");
        String band = frame.bandBetween(xs, List.of(0.0, 0.0, Double.NaN, 0.0, 0.0), List.of(1.0, 1.0, 1.0, 1.0, 1.0));
        assertThat(band).isEqualTo("M0 0L1 0L1 1L0 1ZM3 0L4 0L4 1L3 1Z");
    }

    /**
     * 1000 cells fill the height of 120: a founder with 800, of which 200 descend through C797S, of these 100 through T790M, and a
     * second founder with 200 above it. Below and above its child the founder has 600 / 2 and C797S 100 / 2.
     */
    @Test
    void lineagesLieInsideTheOneTheyDescendFromWhateverTheirNames() throws Exception {
        List<String> lineages = List.of("sensitive", "T790M", "C797S", "tolerant");
        List<List<Double>> cells = List.of(List.of(600.0), List.of(100.0), List.of(100.0), List.of(200.0));
        FishPlot plot = new FishPlot(
                "Lineages",
                lineages,
                List.of(-1, 2, 0, -1),
                List.of(0.0),
                cells,
                new FishPlot.Decades(0, 3, 120, true));
        Document svg = parsed(new PatientChart("t", "d", 1, List.of(), List.of(plot)).svg());
        NodeList paths = svg.getElementsByTagName("path");
        List<double[]> bands = new ArrayList<>();
        for (int i = 0; i < paths.getLength(); i++) {
            String[] ends = ((Element) paths.item(i)).getAttribute("d").split("[ MLZ]+", -1);
            bands.add(new double[] {Double.parseDouble(ends[2]), Double.parseDouble(ends[4])});
        }
        double bottom = bands.get(0)[1];
        // sensitive 0-800, C797S 300-500, T790M 350-450 within it, tolerant 800-1000; .12 units per cell
        assertThat(bands.stream().map(band -> new double[] {band[0] - bottom, band[1] - bottom}))
                .usingElementComparator((a, b) -> Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 0.25 ? 0 : 1)
                .containsExactly(
                        new double[] {96, 0}, new double[] {60, 36}, new double[] {54, 42}, new double[] {120, 96});
    }

    @Test
    void aTornadoBarReachesFromNoughtToTheDifference() throws Exception {
        Figure figure = new Figure("x", "", "", "1");
        TornadoChart chart = new TornadoChart(
                "t",
                "difference",
                List.of(
                        new TornadoChart.Bar(List.of("far"), -9, -9, -9, figure),
                        new TornadoChart.Bar(List.of("nothing"), 0, Double.NaN, Double.NaN, figure),
                        new TornadoChart.Bar(List.of("noise"), -1, -2.2, 0.2, figure)));
        NodeList bars = parsed(chart.svg()).getElementsByTagName("rect");
        List<String> widths = new ArrayList<>();
        List<String> styles = new ArrayList<>();
        for (int i = 0; i < bars.getLength(); i++) {
            widths.add(((Element) bars.item(i)).getAttribute("width"));
            styles.add(((Element) bars.item(i)).getAttribute("class"));
        }
        // low = -9, high = .2: margin .04 * 9.2 = .368; 312 * 9 / 9.936 = 282.6, 312 / 9.936 = 31.4
        assertThat(widths).containsExactly("282.6", "0", "31.4");
        assertThat(styles).containsExactly("area", "band", "band");
    }

    @Test
    void aHeatMapRefusesAGridWithHoles() {
        assertThatThrownBy(() -> new HeatMap("t", "x", List.of("1", "2"), "y", List.of("a"), List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 rows of 2 cells");
    }

    @Test
    void ticksAreRoundAndWithinTheScale() {
        assertThat(Scale.linear(0, 97, 0, 1).ticks(5)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
        assertThat(Scale.decades(1e-4, 1, 0, 1).ticks(4)).allMatch(tick -> tick >= 0.99e-4 && tick <= 1.01);
        assertThat(Scale.decades(1e-4, 1, 0, 1).label(1e-3)).isEqualTo("10⁻³");
        assertThat(Scale.monthStep(41, 9)).isEqualTo(6);
    }

    private static List<Chart> hostileCharts() {
        List<Double> grid = List.of(0.0, 1.0, 2.0);
        List<Double> values = List.of(1.0, 0.4, Double.NaN);
        ArmCurve curve = new ArmCurve(HOSTILE, grid, values, values, values, grid, values, grid, values);
        Figure figure = new Figure(HOSTILE, HOSTILE, HOSTILE, "1");
        HeatMap.Cell cell = new HeatMap.Cell(1, 0.1, figure);
        PatientChart patient = new PatientChart(
                HOSTILE,
                HOSTILE,
                2,
                List.of(1.0),
                List.of(
                        new TreatmentPanel(List.of(new TreatmentPanel.Period(HOSTILE, 0, 2))),
                        new SeriesPanel(
                                HOSTILE,
                                true,
                                1e-3,
                                50,
                                List.of(new SeriesPanel.Series(HOSTILE, "c0", true, grid, values, List.of(true)))),
                        new FishPlot(HOSTILE, List.of(HOSTILE), List.of(-1), grid, List.of(List.of(1.0, 0.0, 1e9)))));
        return List.of(
                new KaplanMeierChart(HOSTILE, HOSTILE, List.of(curve)),
                new HeatMap(HOSTILE, HOSTILE, List.of(HOSTILE), HOSTILE, List.of(HOSTILE), List.of(List.of(cell))),
                new IntervalChart(
                        HOSTILE, HOSTILE, true, List.of(new IntervalChart.Row(HOSTILE, 0.5, 0.4, 0.6, figure))),
                new TornadoChart(
                        HOSTILE,
                        HOSTILE,
                        List.of(new TornadoChart.Bar(List.of(HOSTILE, HOSTILE), -0.5, -0.6, -0.4, figure))),
                new TimeChart(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        false,
                        true,
                        grid,
                        List.of(new TimeChart.Series(HOSTILE, 0, List.of(1.0, 2.0, 4.0)))),
                new VerdictChart(HOSTILE, 0.5, 0.4, 0.6, Double.NaN, 0.55),
                new BoundaryChart(HOSTILE, List.of(new Point(HOSTILE, 1, 2, Double.NaN, 0.025))),
                new FlowChart(
                        HOSTILE,
                        List.of(HOSTILE),
                        List.of(new FlowChart.Arm(HOSTILE, HOSTILE, HOSTILE)),
                        List.of(new FlowChart.Look(HOSTILE, HOSTILE))),
                patient);
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
