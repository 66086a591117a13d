package org.evotrial.model.design;

import java.io.Serializable;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;

/**
 * Loss to follow-up at a constant hazard, independent of everything else.
 *
 * @param probabilityPerYear probability of being lost within 12 months
 */
@Description("Loss to follow-up at a constant hazard.")
public record Dropout(
        @Description("Probability of being lost within 12 months.") @Probability
        double probabilityPerYear) implements Serializable {}
