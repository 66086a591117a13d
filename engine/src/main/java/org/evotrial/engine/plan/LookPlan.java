package org.evotrial.engine.plan;

import java.io.Serializable;

/**
 * A data cut-off.
 *
 * @param id name
 * @param trigger when it takes place
 * @param description the trigger in words
 */
public record LookPlan(String id, Trigger trigger, String description) implements Serializable {}
