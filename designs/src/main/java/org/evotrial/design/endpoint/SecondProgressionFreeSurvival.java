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
 * PFS2: time from randomisation to the second recorded progression, on a line of treatment that began on or after the day of
 * the first progression, or death (EMA, Guideline on the clinical evaluation of anticancer medicinal products,
 * EMA/CHMP/205/95). A switch before the first progression does not begin the next line: progression after it is the first. Who is
 * not given another treatment at progression has no event but death, and neither has a patient of a model that declares a single
 * progression.
 *
 * @param label for tables
 * @param assay the imaging assay; null for patient models that declare progression themselves
 */
@TypeId("progression-free-survival-2")
@Description("Time from randomisation to progression on the line of treatment after the first progression, or death.")
public record SecondProgressionFreeSurvival(
        @Description("Label for tables.") @Default("\"PFS2\"")
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
        return "death is an event; a switch before the first progression is ignored (treatment policy); the first progression"
                + " is not an event";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        if (assay != null) {
            index.assay(assay);
        }
        return new SecondProgression();
    }

    private record SecondProgression() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return Math.min(course.secondProgressionDay(), course.deathDay());
        }
    }
}
