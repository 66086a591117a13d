package org.evotrial.design.endpoint;

import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * Time from randomisation until a treatment was stopped for good, or death. Interruptions of the treatment count as time on
 * it; dose reductions and combinations with it are the treatment too. A patient who never took it has no event but death.
 *
 * @param label for tables
 * @param treatment the treatment
 */
@TypeId("time-on-treatment")
@Description("Time from randomisation until a treatment was stopped for good, or death.")
public record TimeOnTreatment(
        @Description("Label for tables.") @Default("\"Time on treatment\"")
        String label,

        @Description("The treatment.") @Reference(to = Reference.Target.TREATMENT)
        String treatment)
        implements EndpointConfiguration {
    @Override
    public String intercurrentEvents() {
        return "death is an event (composite); interruptions count as time on treatment";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        int[] regimens = index.regimensWith(treatment);
        if (regimens.length == 0) {
            throw new ConfigurationException(
                    "/endpoints",
                    "no policy of this design ever gives %s, which %s refers to".formatted(treatment, label));
        }
        return new LastStop(regimens);
    }

    private record LastStop(int[] regimens) implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            double stop = Double.NEGATIVE_INFINITY;
            for (int regimen : regimens) {
                if (course.startDayOn(regimen) < Double.POSITIVE_INFINITY) {
                    stop = Math.max(stop, course.stopDayOn(regimen));
                }
            }
            return stop == Double.NEGATIVE_INFINITY ? course.deathDay() : Math.min(stop, course.deathDay());
        }
    }
}
