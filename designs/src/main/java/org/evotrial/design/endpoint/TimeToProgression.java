package org.evotrial.design.endpoint;

import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/**
 * Time from randomisation to recorded progression. A death without progression ends the patient's observation and is
 * censored: the estimand is that of a world in which nobody dies without progression (hypothetical strategy).
 *
 * @param label for tables
 * @param assay the imaging assay; null for patient models that declare progression themselves
 */
@TypeId("time-to-progression")
@Description("Time from randomisation to recorded progression; death without progression is censored.")
public record TimeToProgression(
        @Description("Label for tables.") @Default("\"TTP\"")
        String label,

        @Description("The imaging assay that finds progression; none for patient models that declare it themselves.")
        @Nullable
        @Reference(to = Reference.Target.ASSAY)
        String assay)
        implements EndpointConfiguration {
    @Override
    public @Nullable String imagingAssay() {
        return assay;
    }

    @Override
    public String intercurrentEvents() {
        return "death without progression is censored (hypothetical); a switch before progression is ignored";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        if (assay != null) {
            index.assay(assay);
        }
        return new FirstProgression();
    }

    private record FirstProgression() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return course.firstProgressionDay();
        }

        @Override
        public boolean endsAtFirstProgression() {
            return true;
        }
    }
}
