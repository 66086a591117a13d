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
public record Look(String id, Condition when) implements Serializable {}
