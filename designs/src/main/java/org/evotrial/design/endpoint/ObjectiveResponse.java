package org.evotrial.design.endpoint;

import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * Complete or partial response on the first line of treatment, with or without confirmation. Binary: a patient without response
 * by the data cut-off is a non-responder, also if lost to follow-up or dead before an assessment. The day of the event is
 * that of the first assessment with a response, or of the one that confirms it.
 *
 * @param label for tables
 * @param assay the imaging assay
 * @param confirmed whether an assessment at least four weeks later must confirm it (RECIST 1.1, section 4.6)
 */
@TypeId("objective-response")
@Description("Complete or partial response on the first line of treatment.")
public record ObjectiveResponse(
        @Description("Label for tables.") @Default("\"ORR\"")
        String label,

        @Description("The imaging assay by which response is assessed.") @Reference(to = Reference.Target.ASSAY)
        String assay,

        @Description("Whether an assessment at least four weeks later must confirm it.") @Default("false")
        boolean confirmed)
        implements EndpointConfiguration {
    @Override
    public boolean binary() {
        return true;
    }

    @Override
    public String imagingAssay() {
        return assay;
    }

    @Override
    public String intercurrentEvents() {
        return "patients who die, drop out or switch before a response are non-responders (composite)";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        index.assay(assay);
        return new FirstResponse(confirmed);
    }

    private record FirstResponse(boolean confirmed) implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return confirmed ? course.confirmedResponseDay() : course.firstResponseDay();
        }

        @Override
        public boolean endsAtFirstProgression() {
            return true;
        }
    }
}
