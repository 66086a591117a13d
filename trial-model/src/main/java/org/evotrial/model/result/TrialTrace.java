package org.evotrial.model.result;

import java.util.List;

/**
 * One replicate, event by event.
 *
 * @param label why it is shown
 * @param scenario the scenario
 * @param replicate the replicate
 * @param events events in calendar order
 * @param looks what each look saw and decided
 */
public record TrialTrace(String label, String scenario, int replicate, List<TrialEvent> events, List<LookTrace> looks) {
    /**
     * An event of the trial.
     *
     * @param calendarDay days since the trial opened
     * @param patient index of the patient, or -1
     * @param what one sentence
     */
    public record TrialEvent(double calendarDay, int patient, String what) {}

    /**
     * A look.
     *
     * @param look its name
     * @param calendarDay data cut-off
     * @param randomised patients randomised by then
     * @param events events per endpoint, in the order of the trial's endpoints
     * @param values metric and value, as the analyses reported them
     * @param decisions one sentence per hypothesis
     */
    public record LookTrace(
            String look,
            double calendarDay,
            int randomised,
            List<Integer> events,
            List<MetricValue> values,
            List<String> decisions) {}

    /** A number that an analysis reported: its name with selectors, and its value. */
    public record MetricValue(String metric, double value) {}
}
