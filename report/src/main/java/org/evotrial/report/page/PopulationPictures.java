package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PopulationResult.Channel;
import org.evotrial.model.result.PopulationResult.LineMechanisms;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.report.chart.FishPlot;
import org.evotrial.report.chart.FractionHistogram;
import org.evotrial.report.chart.PatientChart;
import org.evotrial.report.chart.ShareBars;
import org.evotrial.report.chart.SpiderChart;
import org.evotrial.report.chart.SwimmerChart;
import org.evotrial.report.chart.WaterfallChart;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;

/** The pictures of a population but its survival curves. */
final class PopulationPictures {
    private static final int MOST_THREADS = 150;
    private static final int MOST_LANES = 40;

    private final PopulationResult result;

    PopulationPictures(PopulationResult result) {
        this.result = result;
    }

    Picture waterfall() {
        List<WaterfallChart.Bar> bars = new ArrayList<>();
        for (Member member : result.patients()) {
            if (!Double.isNaN(member.bestChange())) {
                bars.add(new WaterfallChart.Bar(100 * member.bestChange(), member.bestResponse()));
            }
        }
        int missing = result.patients().size() - bars.size();
        String caption =
                "A bar per patient: the smallest sum of diameters on %s, up to its progression, against baseline."
                        .formatted(firstLine());
        String without = missing == 0
                ? ""
                : " %s without target lesions or without a scan after baseline have no bar."
                        .formatted(missing == 1 ? "One patient" : Rounding.count(missing) + " patients");
        return Picture.of(
                new WaterfallChart("Best change of the sum of diameters", bars),
                caption + without
                        + " Dashed: −30 % and +20 %, the thresholds of response and progression; increases beyond 100 % are cut. Colours: best response by RECIST 1.1.");
    }

    private String firstLine() {
        return result.cohort().lines().isEmpty()
                ? "the first line"
                : result.cohort().lines().get(0);
    }

    Picture spider() {
        List<SpiderChart.Thread> threads = new ArrayList<>();
        for (Member member : result.patients()) {
            if (threads.size() < MOST_THREADS && !member.changes().isEmpty()) {
                List<Double> months = new ArrayList<>(List.of(0.0));
                List<Double> percents = new ArrayList<>(List.of(0.0));
                for (int i = 0; i < member.changes().size(); i++) {
                    months.add(months(member.scanDays().get(i)));
                    percents.add(100 * member.changes().get(i));
                }
                threads.add(
                        new SpiderChart.Thread("patient " + member.patient(), member.bestResponse(), months, percents));
            }
        }
        return Picture.of(
                new SpiderChart("Change of the sum of diameters over time", threads, PatientPage.SINCE),
                "The first %d patients with a scan, not a selection, on %s up to its progression."
                        .formatted(threads.size(), firstLine()));
    }

    Picture swimmer() {
        List<Member> shown = result.patients().stream()
                .limit(MOST_LANES)
                .sorted(Comparator.comparingDouble(Member::lastDay).reversed())
                .toList();
        List<String> regimens = result.patients().stream()
                .flatMap(member -> member.lines().stream())
                .map(PatientTrace.TreatmentPeriod::regimen)
                .distinct()
                .toList();
        List<SwimmerChart.Lane> lanes =
                shown.stream().map(member -> lane(member, regimens)).toList();
        return Picture.of(
                new SwimmerChart("Treatment over time", regimens, lanes, PatientPage.SINCE),
                "A lane per patient: the first %d, not a selection, by length of follow-up. The number at the left is that of option --patient."
                        .formatted(lanes.size()));
    }

    private static SwimmerChart.Lane lane(Member member, List<String> regimens) {
        List<SwimmerChart.Period> periods = member.lines().stream()
                .map(p ->
                        new SwimmerChart.Period(regimens.indexOf(p.regimen()), months(p.fromDay()), months(p.toDay())))
                .toList();
        List<SwimmerChart.Happening> happenings = new ArrayList<>();
        if (!Double.isNaN(member.responseDay())) {
            happenings.add(new SwimmerChart.Happening(SwimmerChart.Kind.RESPONSE, months(member.responseDay())));
        }
        member.progressions()
                .forEach(p ->
                        happenings.add(new SwimmerChart.Happening(SwimmerChart.Kind.PROGRESSION, months(p.day()))));
        boolean died = !Double.isNaN(member.deathDay());
        happenings.add(new SwimmerChart.Happening(
                died ? SwimmerChart.Kind.DEATH : SwimmerChart.Kind.ALIVE, months(member.lastDay())));
        return new SwimmerChart.Lane(Integer.toString(member.patient()), periods, happenings);
    }

    List<Picture> mechanisms() {
        List<Picture> pictures = new ArrayList<>();
        for (LineMechanisms line : result.mechanisms()) {
            List<ShareBars.Bar> bars = new ArrayList<>();
            for (Estimate share : line.shares()) {
                String lineage = String.valueOf(share.detail());
                int index = Math.max(0, result.cohort().lineages().indexOf(lineage));
                bars.add(new ShareBars.Bar(
                        lineage, FishPlot.style(index), share.value(), share.lower(), share.upper(), Figure.of(share)));
            }
            String title = "Line %d, %s: %s progressions"
                    .formatted(line.line(), line.regimen(), Rounding.count(line.progressions()));
            pictures.add(
                    Picture.of(new ShareBars(title, "Lineage with most cells in progressing lesions", bars), title));
        }
        return pictures;
    }

    List<Picture> fractions() {
        List<Picture> pictures = new ArrayList<>();
        for (int c = 0; c < result.channels().size(); c++) {
            Channel channel = result.channels().get(c);
            List<Double> detected = new ArrayList<>();
            int without = 0;
            for (Member member : result.patients()) {
                if (member.baselineDetected().get(c)) {
                    detected.add(member.baselineVaf().get(c));
                } else {
                    without++;
                }
            }
            int lineage = result.cohort().lineages().indexOf(channel.biomarker());
            String style = lineage < 0 ? "c0" : FishPlot.style(lineage);
            String name = channel.biomarker() + " by " + channel.assay();
            pictures.add(Picture.of(
                    new FractionHistogram(name, style, detected, without, channel.limitOfDetection()), name));
        }
        return pictures;
    }

    private static double months(double day) {
        return day / PatientChart.DAYS_PER_MONTH;
    }
}
