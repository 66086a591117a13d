package org.evotrial.engine.cohort;

import org.evotrial.model.result.PopulationResult.Member;

/**
 * A patient who was followed to the end.
 *
 * @param member what is shown
 * @param eventDays day of every endpoint of the plan; infinity if it did not happen
 * @param firstPositiveDays day of the first positive sample of every biomarker of the plan; infinity if there is none
 * @param progressionDay day of the first progression; infinity if there is none
 */
record Followed(Member member, double[] eventDays, double[] firstPositiveDays, double progressionDay) {}
