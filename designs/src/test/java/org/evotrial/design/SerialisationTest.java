package org.evotrial.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.evotrial.design.analysis.AlphaSpending;
import org.evotrial.design.analysis.GroupSequentialLogRank;
import org.evotrial.design.analysis.GroupSequentialLogRank.Information;
import org.evotrial.design.analysis.IntervalScale;
import org.evotrial.design.analysis.LandmarkRate;
import org.evotrial.design.analysis.SurvivalSummary;
import org.evotrial.design.endpoint.MolecularProgression;
import org.evotrial.design.endpoint.ObjectiveResponse;
import org.evotrial.design.endpoint.OverallSurvival;
import org.evotrial.design.endpoint.PathologicalCompleteResponse;
import org.evotrial.design.endpoint.ProgressionFreeSurvival;
import org.evotrial.design.endpoint.SecondProgressionFreeSurvival;
import org.evotrial.design.endpoint.TimeOnTreatment;
import org.evotrial.design.endpoint.TimeToNextTreatment;
import org.evotrial.design.endpoint.TimeToProgression;
import org.evotrial.design.policy.CtdnaSwitch;
import org.evotrial.design.policy.FixedRegimen;
import org.evotrial.design.policy.SequenceAtProgression;
import org.evotrial.design.trial.Columns;
import org.evotrial.design.trial.NamedThings;
import org.evotrial.design.trial.Report;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.PolicyConfiguration;
import org.junit.jupiter.api.Test;

/** A plan is sent to executors, so whatever is compiled must survive serialisation. */
class SerialisationTest {
    private final NamedThings index = new NamedThings("control", "experimental").lookEvents(10, 20);
    private final RegimenChoice drug = RegimenChoice.of("drug");

    @Test
    void compiledPoliciesAndEndpointsAreSerialisable() throws Exception {
        List<PolicyConfiguration> policies = List.of(
                new FixedRegimen(drug),
                new SequenceAtProgression(List.of(drug)),
                new CtdnaSwitch(drug, "plasma", "T790M", 1, List.of(drug)));
        for (PolicyConfiguration policy : policies) {
            assertThat(copy(policy.create(index)).initialRegimen()).isEqualTo(1);
        }
        List<EndpointConfiguration> endpoints = List.of(
                new ProgressionFreeSurvival(null, null, null, ProgressionFreeSurvival.Site.ANY),
                new ProgressionFreeSurvival(null, null, null, ProgressionFreeSurvival.Site.CNS),
                new ProgressionFreeSurvival(null, null, "drug", ProgressionFreeSurvival.Site.ANY),
                new OverallSurvival("OS"),
                new TimeToProgression("TTP", null),
                new ObjectiveResponse("ORR", "imaging", false),
                new TimeOnTreatment("ToT", "drug"),
                new TimeToNextTreatment("TTNT", null, true),
                new SecondProgressionFreeSurvival("PFS2", "imaging"),
                new MolecularProgression("TTMP", "plasma", List.of("EGFR", "T790M"), true),
                new PathologicalCompleteResponse("pCR", "plasma", "EGFR"));
        for (EndpointConfiguration endpoint : endpoints) {
            assertThat(copy(endpoint.create(index)).endsAtFirstProgression())
                    .isEqualTo(endpoint.create(index).endsAtFirstProgression());
        }
    }

    @Test
    void compiledAnalysesGiveTheSameAfterSerialisation() throws Exception {
        List<AnalysisConfiguration> analyses = List.of(
                new GroupSequentialLogRank(
                        "h",
                        "os",
                        "experimental",
                        "control",
                        0.025,
                        new AlphaSpending.KimDeMets(2),
                        Information.OBSERVED,
                        null,
                        null,
                        List.of(0.0),
                        false,
                        null),
                new LandmarkRate("h", "os", "control", 6, 0.3, 0.05, IntervalScale.PLAIN, 0.95, null),
                new SurvivalSummary(null, "control", List.of(6.0), 12, 1, IntervalScale.LOG_LOG, 0.95, null));
        for (AnalysisConfiguration configuration : analyses) {
            Analysis analysis = configuration.create(index);
            assertThat(values(copy(analysis))).isEqualTo(values(analysis));
        }
    }

    private static List<Double> values(Analysis analysis) {
        Report report = new Report(analysis);
        Analysis.Workspace workspace = analysis.newWorkspace();
        workspace.begin();
        workspace.analyse(Columns.reference(1).at(1, true), report);
        return IntStream.range(0, analysis.metrics().size())
                .mapToObj(report::value)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
