package org.evotrial.design.endpoint;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * Time from randomisation to the sample of the first positive result of an assay: a variant in plasma, or the progression
 * of a serum marker.
 *
 * @param label for tables
 * @param assay the assay
 * @param channels its channels; the first positive call of any is the event
 * @param deathIsEvent whether death without it is an event too (composite); otherwise it is censored (hypothetical)
 */
@TypeId("molecular-progression")
@Description(
        "Time from randomisation to the first positive result of an assay: a variant in plasma, or a marker's rise.")
public record MolecularProgression(
        @Description("Label for tables.") @Default("\"Molecular progression\"")
        String label,

        @Description("The assay.") @Reference(to = Reference.Target.ASSAY)
        String assay,

        @Description("Channels of the assay; the first positive call of any is the event.") @NotEmpty
        List<String> channels,

        @Description("Whether death without it is an event; otherwise it is censored.") @Default("false")
        boolean deathIsEvent)
        implements EndpointConfiguration {
    @Override
    public String intercurrentEvents() {
        return (deathIsEvent ? "death is an event" : "death without it is censored (hypothetical)")
                + "; a switch before it is ignored (treatment policy)";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        int[] indices = channels.stream()
                .mapToInt(channel -> index.channel(assay, channel))
                .toArray();
        return new FirstPositive(index.assay(assay), indices, deathIsEvent);
    }

    private record FirstPositive(int assay, int[] channels, boolean deathIsEvent) implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            double day = deathIsEvent ? course.deathDay() : Double.POSITIVE_INFINITY;
            for (int channel : channels) {
                day = Math.min(day, course.firstPositiveDay(assay, channel));
            }
            return day;
        }
    }
}
