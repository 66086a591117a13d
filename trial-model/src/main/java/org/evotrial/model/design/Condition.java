package org.evotrial.model.design;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;

/** The condition that triggers a look: an algebra over calendar time, events, numbers and follow-up. */
@Description("The condition that triggers a look.")
public sealed interface Condition extends Serializable {
    /**
     * Calendar time.
     *
     * @param months months since the trial opened
     */
    @TypeId("calendar")
    @Description("A calendar time since the trial opened.")
    record Calendar(
            @Description("Months since the trial opened.") @PositiveOrZero
            double months) implements Condition {}

    /**
     * A number of events in all arms together.
     *
     * @param endpoint the endpoint
     * @param count the number
     */
    @TypeId("events")
    @Description("A number of events of an endpoint in all arms together.")
    record Events(
            @Description("The endpoint.") @Reference(to = Reference.Target.ENDPOINT)
            String endpoint,

            @Description("Number of events.") @Min(1) int count)
            implements Condition {}

    /**
     * A number of randomised patients.
     *
     * @param count the number
     */
    @TypeId("randomised")
    @Description("A number of randomised patients.")
    record Randomised(
            @Description("Number of randomised patients.") @Min(1)
            int count) implements Condition {}

    /**
     * A minimum follow-up of every patient after the last planned one was randomised.
     *
     * @param months months after the randomisation of the last planned patient
     */
    @TypeId("minimum-follow-up")
    @Description("Months after the last planned patient was randomised.")
    record MinimumFollowUp(
            @Description("Months after the randomisation of the last planned patient.") @PositiveOrZero
            double months) implements Condition {}

    /**
     * All of the conditions.
     *
     * @param conditions at least one
     */
    @TypeId("and")
    @Description("All of the conditions hold.")
    record And(
            @Description("The conditions, at least one.") @NotEmpty
            List<Condition> conditions) implements Condition {}

    /**
     * The first of the conditions.
     *
     * @param conditions at least one
     */
    @TypeId("or")
    @Description("Any of the conditions holds.")
    record Or(
            @Description("The conditions, at least one.") @NotEmpty
            List<Condition> conditions) implements Condition {}
}
