package org.evotrial.engine.plan;

import java.io.Serializable;
import org.evotrial.spi.Policy;

/**
 * How the patients of an arm are treated and assessed.
 *
 * @param id name
 * @param policy treatment policy
 * @param schedules one per assay that is scheduled in this arm, in the order of the assays
 */
public record ArmPlan(String id, Policy policy, Schedule[] schedules) implements Serializable {
    /**
     * When an assay is made.
     *
     * @param assay index of the assay
     * @param everyDays interval
     * @param jitterDays visits lie uniformly within this many days around their planned day
     * @param activeOn per regimen whether samples are taken while the patient is on it
     * @param untilProgression stop after the first recorded progression
     */
    public record Schedule(int assay, double everyDays, double jitterDays, boolean[] activeOn, boolean untilProgression)
            implements Serializable {}
}
