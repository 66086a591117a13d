package org.evotrial.spi;

import java.io.Serializable;
import java.util.List;

/** An analysis of the trial's data: hypotheses, tests, boundaries, decisions, estimates. */
public interface AnalysisConfiguration extends Serializable {
    /** Identifiers of the hypotheses that this analysis decides, in order; empty for a descriptive analysis. */
    List<String> hypotheses();

    /**
     * Compiles the analysis.
     *
     * @throws ConfigurationException if it refers to something of the wrong kind
     */
    Analysis create(TrialIndex index);

    /** One sentence for the report's synopsis. */
    String synopsis();
}
