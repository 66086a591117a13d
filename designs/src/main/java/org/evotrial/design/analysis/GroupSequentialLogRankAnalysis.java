package org.evotrial.design.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.LookReport.Decision;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.TrialIndex;
import org.evotrial.statistics.groupsequential.BoundaryMonitor;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.survival.LogRankTest;
import org.jspecify.annotations.Nullable;

/**
 * The compiled {@link GroupSequentialLogRank}. Decided once in a replicate; the hazard ratio is estimated by Cox
 * regression at the look that decides, and its interval is the naive one (not adjusted for the looks).
 */
final class GroupSequentialLogRankAnalysis implements Analysis {
    private static final double CONFIDENCE = 0.95;

    private final GroupSequentialLogRank configuration;
    private final GroupSequentialDesign design;
    private final List<String> lookIds;
    private final List<MetricDefinition> metrics;
    private final Metrics at;
    private final HazardRatioMetrics hazardRatio;
    private final int endpoint;
    private final int experimental;
    private final int control;
    private final boolean twoArms;
    private final double maximumEvents;
    private final @Nullable String intercurrentEvents;

    GroupSequentialLogRankAnalysis(
            GroupSequentialLogRank configuration, TrialIndex index, GroupSequentialDesign design) {
        this.configuration = configuration;
        this.design = design;
        lookIds = List.copyOf(index.lookIds());
        endpoint = index.endpoint(configuration.endpoint());
        experimental = index.arm(configuration.experimental());
        control = index.arm(configuration.control());
        if (experimental == control) {
            throw new IllegalArgumentException(
                    "the experimental and the control arm are both %s".formatted(configuration.control()));
        }
        twoArms = index.arms().size() == 2;
        maximumEvents = configuration.eventsAtFullInformation(index);
        if (observed() && Double.isNaN(maximumEvents)) {
            throw new IllegalArgumentException("observed information needs maximumEvents");
        }
        intercurrentEvents =
                index.endpointConfiguration(configuration.endpoint()).intercurrentEvents();
        at = new Metrics(lookIds.size(), configuration.futilityBounds() != null);
        List<MetricDefinition> list = define();
        MetricDefinition selectors = MetricDefinition.mean("hazardRatio", "")
                .withHypothesis(configuration.hypothesis())
                .withEndpoint(configuration.endpoint())
                .withArm(configuration.experimental())
                .withDetail("at the look that decides");
        hazardRatio = new HazardRatioMetrics(list, selectors, CONFIDENCE);
        metrics = List.copyOf(list);
    }

    /** Where each metric stands in the list. */
    private record Metrics(int looks, boolean futility) implements Serializable {
        static final int REJECTION = 0;
        static final int FIRST_BY_LOOK = 1;

        int rejectionAt(int look) {
            return FIRST_BY_LOOK + look;
        }

        int zAt(int look) {
            return FIRST_BY_LOOK + looks + look;
        }

        int futilityProbability() {
            return FIRST_BY_LOOK + 2 * looks;
        }

        int futilityAt(int look) {
            return FIRST_BY_LOOK + 2 * looks + 1 + look;
        }
    }

    private List<MetricDefinition> define() {
        List<MetricDefinition> list = new ArrayList<>();
        list.add(probability("rejectionProbability"));
        lookIds.forEach(
                look -> list.add(probability("rejectionProbabilityByLook").withLook(look)));
        lookIds.forEach(look -> list.add(MetricDefinition.mean("logRankZ", "")
                .withHypothesis(configuration.hypothesis())
                .withLook(look)));
        if (at.futility()) {
            list.add(probability("futilityProbability"));
            lookIds.forEach(
                    look -> list.add(probability("futilityProbabilityByLook").withLook(look)));
        }
        return list;
    }

    private MetricDefinition probability(String name) {
        return MetricDefinition.probability(name).withHypothesis(configuration.hypothesis());
    }

    private boolean observed() {
        return configuration.information() == GroupSequentialLogRank.Information.OBSERVED;
    }

    @Override
    public List<MetricDefinition> metrics() {
        return metrics;
    }

    @Override
    public List<Estimand> estimands() {
        String comparison = "%s, %s against %s"
                .formatted(configuration.endpoint(), configuration.experimental(), configuration.control());
        return List.of(hazardRatio.estimand(endpoint, experimental, control, comparison, intercurrentEvents));
    }

    @Override
    public List<TrialSummary.Boundary> boundaries() {
        List<TrialSummary.Boundary> list = new ArrayList<>();
        for (int look = 1; look <= design.looks(); look++) {
            double futility = design.futilityBound(look);
            list.add(new TrialSummary.Boundary(
                    configuration.hypothesis(),
                    lookIds.get(look - 1),
                    design.informationFraction(look),
                    design.criticalValue(look),
                    design.stageLevel(look),
                    design.alphaSpent(look),
                    Double.isInfinite(futility) ? Double.NaN : futility));
        }
        return list;
    }

    @Override
    public Analysis.Workspace newWorkspace() {
        return new Workspace();
    }

    private final class Workspace implements Analysis.Workspace {
        private final TwoArmColumns columns = new TwoArmColumns(endpoint, experimental, control, twoArms);
        private final LogRankTest logRank = new LogRankTest(0);
        private final BoundaryMonitor monitor = design.monitor();
        private boolean decided;

        @Override
        public void begin() {
            decided = false;
            monitor.start();
        }

        @Override
        public void analyse(LookData data, LookReport out) {
            if (decided) {
                return;
            }
            int look = data.look();
            logRank.compute(columns.risks(data, configuration.stratified()));
            double z = logRank.z();
            out.metric(at.zAt(look), logRank.informative() ? z : Double.NaN);
            Decision decision = decision(data, z);
            out.decide(0, decision);
            if (decision != Decision.CONTINUE) {
                decided = true;
                conclude(look, decision, out);
            }
        }

        private Decision decision(LookData data, double z) {
            if (logRank.informative() && z >= criticalValue(data)) {
                return Decision.REJECT;
            }
            if (data.last()) {
                return Decision.RETAIN;
            }
            return logRank.informative() && z <= design.futilityBound(data.look() + 1)
                    ? Decision.STOP_FOR_FUTILITY
                    : Decision.CONTINUE;
        }

        private double criticalValue(LookData data) {
            if (!observed()) {
                return design.criticalValue(data.look() + 1);
            }
            double fraction = logRank.totalEvents() / maximumEvents;
            return data.last() ? monitor.lastCriticalValue(fraction) : monitor.interimCriticalValue(fraction);
        }

        private void conclude(int look, Decision decision, LookReport out) {
            boolean rejected = decision == Decision.REJECT;
            boolean futile = decision == Decision.STOP_FOR_FUTILITY;
            out.metric(Metrics.REJECTION, rejected ? 1 : 0);
            for (int k = 0; k < at.looks(); k++) {
                out.metric(at.rejectionAt(k), rejected && k == look ? 1 : 0);
            }
            if (at.futility()) {
                out.metric(at.futilityProbability(), futile ? 1 : 0);
                for (int k = 0; k < at.looks(); k++) {
                    out.metric(at.futilityAt(k), futile && k == look ? 1 : 0);
                }
            }
            hazardRatio.report(columns.risks(), out);
        }
    }
}
