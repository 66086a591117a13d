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
 * Pathological complete response at surgery after neoadjuvant treatment. Binary: patients who die, drop out or are not
 * operated are non-responders.
 *
 * @param label for tables
 * @param assay the assay of the specimen
 * @param channel its channel that is positive for a complete response
 */
@TypeId("pathological-complete-response")
@Description("No residual tumour found in the specimen of surgery after neoadjuvant treatment.")
public record PathologicalCompleteResponse(
        @Description("Label for tables.") @Default("\"pCR\"")
        String label,

        @Description("The assay of the specimen, of type surgical-pathology.") @Reference(to = Reference.Target.ASSAY)
        String assay,

        @Description("Channel of the assay that is positive for a complete response.") @Default("\"complete-response\"")
        String channel)
        implements EndpointConfiguration {
    @Override
    public boolean binary() {
        return true;
    }

    @Override
    public String intercurrentEvents() {
        return "patients who die, drop out or are not operated are non-responders (composite)";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        return new CompleteResponse(index.assay(assay), index.channel(assay, channel));
    }

    private record CompleteResponse(int assay, int channel) implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return course.firstPositiveDay(assay, channel);
        }
    }
}
