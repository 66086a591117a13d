package org.evotrial.design.endpoint;

import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * Time from randomisation to death of any cause, whatever treatment was taken in between.
 *
 * @param label for tables
 */
@TypeId("overall-survival")
@Description("Time from randomisation to death of any cause.")
public record OverallSurvival(
        @Description("Label for tables.") @Default("\"OS\"") String label) implements EndpointConfiguration {
    @Override
    public String intercurrentEvents() {
        return "switches, later lines and crossover are part of the strategy (treatment policy)";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        return new Death();
    }

    private record Death() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return course.deathDay();
        }
    }
}
