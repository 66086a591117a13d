package org.evotrial.engine.plan;

import java.io.Serializable;

/**
 * Who enters which arm and when.
 *
 * @param sampleSize planned number of patients
 * @param accrual arrivals
 * @param allocation assignment of arms
 * @param factors baseline factors that the allocation is stratified by
 * @param factorLevels number of levels of each of them
 * @param dropoutPerDay hazard of loss to follow-up
 * @param maximumDays calendar day of the final analysis whatever its condition
 */
public record PlatformPlan(
        int sampleSize,
        AccrualPlan accrual,
        AllocationPlan allocation,
        int[] factors,
        int[] factorLevels,
        double dropoutPerDay,
        double maximumDays)
        implements Serializable {
    /** Number of strata, at least 1. */
    public int strata() {
        int strata = 1;
        for (int levels : factorLevels) {
            strata *= levels;
        }
        return strata;
    }
}
