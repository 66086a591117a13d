package org.evotrial.design.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.TrialIndex;

/** The compiled {@link SurvivalSummary}: a list of parts, each of which owns a range of metrics and curves. */
final class SurvivalSummaryAnalysis implements Analysis {
    /** One thing that is described. */
    interface Part extends Serializable {
        /** The part's working memory for one thread. */
        Reporter newReporter();
    }

    /** Describes the data of a look. */
    interface Reporter {
        void report(LookData data, LookReport out);
    }

    /** What the parts report, in order, collected while they are made. */
    static final class Catalogue {
        final SurvivalSummary configuration;
        final TrialIndex index;
        final List<MetricDefinition> metrics = new ArrayList<>();
        final List<Estimand> estimands = new ArrayList<>();
        final List<CurveDefinition> curves = new ArrayList<>();

        Catalogue(SurvivalSummary configuration, TrialIndex index) {
            this.configuration = configuration;
            this.index = index;
        }

        /** Index of a new metric. */
        int add(MetricDefinition metric) {
            metrics.add(metric);
            return metrics.size() - 1;
        }

        /** Index of a new curve. */
        int addCurve(String curve, String arm, String endpoint) {
            curves.add(new CurveDefinition(curve, arm, endpoint, configuration.grid()));
            return curves.size() - 1;
        }
    }

    private final List<Part> parts;
    private final List<MetricDefinition> metrics;
    private final List<Estimand> estimands;
    private final List<CurveDefinition> curves;

    SurvivalSummaryAnalysis(SurvivalSummary configuration, TrialIndex index) {
        Catalogue catalogue = new Catalogue(configuration, index);
        List<Part> list = new ArrayList<>();
        List<String> endpoints = configuration.endpoints() == null ? index.endpoints() : configuration.endpoints();
        for (String endpoint : endpoints) {
            boolean binary = index.endpointConfiguration(endpoint).binary();
            for (String arm : index.arms()) {
                list.add(
                        binary
                                ? new ResponseShare(catalogue, endpoint, arm)
                                : new ArmSurvival(catalogue, endpoint, arm));
            }
            String control = configuration.control();
            if (control != null && !binary) {
                index.arms().stream()
                        .filter(arm -> !arm.equals(control))
                        .forEach(arm -> list.add(new ArmComparison(catalogue, endpoint, arm, control)));
            }
        }
        parts = List.copyOf(list);
        metrics = List.copyOf(catalogue.metrics);
        estimands = List.copyOf(catalogue.estimands);
        curves = List.copyOf(catalogue.curves);
    }

    @Override
    public List<MetricDefinition> metrics() {
        return metrics;
    }

    @Override
    public List<Estimand> estimands() {
        return estimands;
    }

    @Override
    public List<CurveDefinition> curves() {
        return curves;
    }

    @Override
    public boolean onlyAtEnd() {
        return true;
    }

    @Override
    public Analysis.Workspace newWorkspace() {
        return new Workspace(parts.stream().map(Part::newReporter).toArray(Reporter[]::new));
    }

    private static final class Workspace implements Analysis.Workspace {
        private final Reporter[] reporters;

        Workspace(Reporter[] reporters) {
            this.reporters = reporters;
        }

        @Override
        public void begin() {}

        @Override
        public void analyse(LookData data, LookReport out) {
            for (Reporter reporter : reporters) {
                reporter.report(data, out);
            }
        }
    }
}
