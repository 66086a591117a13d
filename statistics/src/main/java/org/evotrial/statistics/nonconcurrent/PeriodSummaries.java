package org.evotrial.statistics.nonconcurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.montecarlo.SampleMoments;

/**
 * Means of an arm, of its concurrent controls, and of the earlier controls by period, with their variances.
 *
 * @param arm the experimental arm
 * @param concurrent controls who entered while it was open
 * @param earlier controls who entered before, by period
 */
record PeriodSummaries(Summary arm, Summary concurrent, List<Summary> earlier) {
    /**
     * A mean or log odds.
     *
     * @param mean estimate
     * @param variance of the estimate
     */
    record Summary(double mean, double variance) {}

    static PeriodSummaries of(PlatformData data, ControlComparison comparison) {
        PlatformData concurrent = data.concurrent(comparison.arm());
        double opening = Double.POSITIVE_INFINITY;
        SampleMoments arm = new SampleMoments();
        SampleMoments control = new SampleMoments();
        for (int i = 0; i < concurrent.size(); i++) {
            boolean treated = concurrent.arm(i) == comparison.arm();
            (treated ? arm : control).add(concurrent.response(i));
            opening = treated ? Math.min(opening, concurrent.time(i)) : opening;
        }
        Map<Integer, SampleMoments> periods = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            if (data.arm(i) == 0 && data.time(i) < opening) {
                periods.computeIfAbsent(data.period(i), p -> new SampleMoments())
                        .add(data.response(i));
            }
        }
        Admissible.inRange("number of concurrent controls", control.count(), 1, Long.MAX_VALUE);
        List<SampleMoments> groups = new ArrayList<>(periods.values());
        groups.add(0, control);
        groups.add(0, arm);
        List<Summary> summaries = comparison.endpoint() == Endpoint.BINARY
                ? groups.stream().map(PeriodSummaries::logOdds).toList()
                : means(groups);
        return new PeriodSummaries(summaries.get(0), summaries.get(1), summaries.subList(2, summaries.size()));
    }

    private static List<Summary> means(List<SampleMoments> groups) {
        double squares = 0;
        long freedom = 0;
        for (SampleMoments group : groups) {
            if (group.count() > 1) {
                squares += group.variance() * (group.count() - 1);
                freedom += group.count() - 1;
            }
        }
        Admissible.inRange("degrees of freedom within groups", freedom, 1, Long.MAX_VALUE);
        double variance = Admissible.positive("variance within groups", squares / freedom);
        return groups.stream()
                .map(group -> new Summary(group.mean(), variance / group.count()))
                .toList();
    }

    private static Summary logOdds(SampleMoments group) {
        double responses = group.mean() * group.count() + 0.5;
        double failures = group.count() + 1 - responses;
        if (group.minimum() < 0 || group.maximum() > 1) {
            throw new IllegalArgumentException(
                    String.format("The responses (%s to %s) must be 0 or 1.", group.minimum(), group.maximum()));
        }
        return new Summary(StrictMath.log(responses / failures), 1 / responses + 1 / failures);
    }
}
