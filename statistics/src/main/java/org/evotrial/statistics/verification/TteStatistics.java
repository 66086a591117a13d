package org.evotrial.statistics.verification;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.survival.CoxTwoArm;
import org.evotrial.statistics.survival.KaplanMeier;
import org.evotrial.statistics.survival.LogRankTest;
import org.evotrial.statistics.survival.LogRankWeights.FlemingHarrington;
import org.evotrial.statistics.survival.MaxCombo;
import org.evotrial.statistics.survival.RestrictedMean;
import org.evotrial.statistics.survival.SurvivalQuantile;
import org.evotrial.statistics.survival.Ties;
import org.evotrial.statistics.survival.WeightedLogRankTest;

/** The statistics of the time-to-event file by their names there, with the signs of the packages. */
final class TteStatistics {
    private static final String NUMBER = "([0-9.]+)";
    /** Pattern of the name, and what it stands for; positive z of survdiff means more events in arm 1. */
    private static final Map<Pattern, BiFunction<MatchResult, TteSample, Double>> STATISTICS = Map.of(
            Pattern.compile("(stratified_)?logrank_(O_arm1|E_arm1|V|z|chisq)"), TteStatistics::logRank,
            Pattern.compile("(peto)_rho" + NUMBER + "_z"), TteStatistics::peto,
            Pattern.compile("simtrial_fh_" + NUMBER + "_" + NUMBER + "_z"), TteStatistics::flemingHarrington,
            Pattern.compile("simtrial_maxcombo_p"), TteStatistics::maxCombo,
            Pattern.compile("cox_(efron|breslow|exact)_(stratified_)?(loghr|se)"), TteStatistics::cox,
            Pattern.compile("km_median(|_lower_loglog|_upper_loglog)_arm([01])"), TteStatistics::median,
            Pattern.compile("km_(surv|se)_t" + NUMBER + "_arm([01])"), TteStatistics::kaplanMeier,
            Pattern.compile("rmst" + NUMBER + "(_se)?_arm([01])"), TteStatistics::restrictedMean);

    private TteStatistics() {}

    /**
     * Recomputes a statistic.
     *
     * @return its value; positive infinity for a time that is not reached
     * @throws IllegalArgumentException if the name is not known
     */
    static double value(String name, TteSample sample) {
        for (Map.Entry<Pattern, BiFunction<MatchResult, TteSample, Double>> each : STATISTICS.entrySet()) {
            Matcher matcher = each.getKey().matcher(name);
            if (matcher.matches()) {
                return each.getValue().apply(matcher, sample);
            }
        }
        throw new IllegalArgumentException(
                String.format("The statistic (%s) must match one of %s.", name, STATISTICS.keySet()));
    }

    private static double logRank(MatchResult name, TteSample sample) {
        LogRankTest test = new LogRankTest(0).compute(sample.risks(name.group(1) != null));
        return switch (name.group(2)) {
            case "O_arm1" -> test.observed();
            case "E_arm1" -> test.expected();
            case "V" -> test.variance();
            case "z" -> -test.z();
            default -> test.z() * test.z();
        };
    }

    private static double peto(MatchResult name, TteSample sample) {
        return -weighted(new FlemingHarrington(number(name, 2), 0), sample);
    }

    private static double flemingHarrington(MatchResult name, TteSample sample) {
        return weighted(new FlemingHarrington(number(name, 1), number(name, 2)), sample);
    }

    private static double weighted(FlemingHarrington weights, TteSample sample) {
        return new WeightedLogRankTest(weights).compute(sample.risks(false)).z(0);
    }

    private static double maxCombo(MatchResult name, TteSample sample) {
        WeightedLogRankTest tests = new WeightedLogRankTest(
                new FlemingHarrington(0, 0), new FlemingHarrington(0, 1), new FlemingHarrington(1, 0));
        return MaxCombo.oneSided(tests.compute(sample.risks(false))).pValue();
    }

    private static double cox(MatchResult name, TteSample sample) {
        Ties ties = switch (name.group(1)) {
            case "efron" -> Ties.EFRON;
            case "breslow" -> Ties.BRESLOW;
            default -> Ties.DISCRETE;
        };
        CoxTwoArm fit = CoxTwoArm.of(sample.risks(name.group(2) != null), ties);
        return "se".equals(name.group(3)) ? fit.standardError() : fit.logHazardRatio();
    }

    private static double median(MatchResult name, TteSample sample) {
        KaplanMeier curve = curve(name.group(2), sample);
        ConfidenceInterval interval = SurvivalQuantile.medianInterval(curve, 0.95);
        return switch (name.group(1)) {
            case "" -> SurvivalQuantile.median(curve);
            case "_lower_loglog" -> interval.lower();
            default -> interval.upper();
        };
    }

    private static double kaplanMeier(MatchResult name, TteSample sample) {
        KaplanMeier curve = curve(name.group(3), sample);
        double t = number(name, 2);
        return "se".equals(name.group(1)) ? curve.standardError(t) : curve.survival(t);
    }

    private static double restrictedMean(MatchResult name, TteSample sample) {
        RestrictedMean mean = RestrictedMean.of(curve(name.group(3), sample), number(name, 1));
        return name.group(2) == null ? mean.value() : mean.standardError();
    }

    private static KaplanMeier curve(String arm, TteSample sample) {
        return KaplanMeier.of(sample.time(), sample.event(), sample.arm(), Integer.parseInt(arm), sample.time().length);
    }

    private static double number(MatchResult name, int group) {
        return Double.parseDouble(name.group(group));
    }
}
