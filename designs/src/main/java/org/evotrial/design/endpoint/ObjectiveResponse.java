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
 * Complete or partial response on the first line of treatment, without confirmation. Binary: a patient without response
 * by the data cut-off is a non-responder, also if lost to follow-up or dead before an assessment. The day of the event is
 * that of the first assessment with a response.
 *
 * @param label for tables
 * @param assay the imaging assay
 */
@TypeId("objective-response")
@Description("Complete or partial response on the first line of treatment, without confirmation.")
public record ObjectiveResponse(
        @Description("Label for tables.") @Default("\"ORR\"")
        String label,

        @Description("The imaging assay by which response is assessed.") @Reference(to = Reference.Target.ASSAY)
        String assay)
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
        return new FirstResponse();
    }

    private record FirstResponse() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return course.firstResponseDay();
        }

        @Override
        public boolean endsAtFirstProgression() {
            return true;
        }
    }
}
