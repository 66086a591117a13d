package org.evotrial.model.design;

import java.io.Serializable;
import org.evotrial.model.json.Description;

/**
 * A data cut-off.
 *
 * @param id name of the look
 * @param when the condition that triggers it
 */
@Description("A data cut-off: its name and the condition that triggers it.")
public record Look(
        @Description("Name of the look.") String id,
        @Description("The condition that triggers it.") Condition when) implements Serializable {}
