package org.evotrial.design;

import java.util.List;
import org.evotrial.design.analysis.GroupSequentialLogRank;
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
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.PolicyConfiguration;

/** Offers the endpoints, policies, analyses and designs of this module. */
public final class DesignsPlugin implements Plugin {
    @Override
    public List<Class<? extends EndpointConfiguration>> endpoints() {
        return List.of(
                ProgressionFreeSurvival.class,
                OverallSurvival.class,
                TimeToProgression.class,
                ObjectiveResponse.class,
                MolecularProgression.class,
                PathologicalCompleteResponse.class,
                TimeOnTreatment.class,
                TimeToNextTreatment.class,
                SecondProgressionFreeSurvival.class);
    }

    @Override
    public List<Class<? extends PolicyConfiguration>> policies() {
        return List.of(FixedRegimen.class, SequenceAtProgression.class, CtdnaSwitch.class);
    }

    @Override
    public List<Class<? extends AnalysisConfiguration>> analyses() {
        return List.of(GroupSequentialLogRank.class, LandmarkRate.class, SurvivalSummary.class);
    }

    @Override
    public List<Class<? extends DesignConfiguration>> designs() {
        return List.of(CtdnaSwitching.class, GroupSequential.class);
    }
}
