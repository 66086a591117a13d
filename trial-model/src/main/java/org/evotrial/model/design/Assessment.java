package org.evotrial.model.design;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.jspecify.annotations.Nullable;

/**
 * When an assay is made. A baseline sample on day 0 is always taken.
 *
 * @param everyWeeks interval between samples
 * @param jitterDays each visit takes place uniformly within this many days around its planned day
 * @param whileOn only while the patient is on a regimen with this treatment; null: throughout
 * @param untilProgression stop after the first recorded progression
 */
@Description("When an assay is made: the interval between samples and the part of the course in which they are taken.")
public record Assessment(
        @Description("Interval between samples.") @Positive double everyWeeks,

        @Description("Each visit takes place uniformly within this many days around its planned day.")
        @Default("0")
        @PositiveOrZero
        double jitterDays,

        @Description("Only while the patient is on a regimen with this treatment; by default throughout.")
        @Nullable
        @Reference(to = Reference.Target.TREATMENT)
        String whileOn,

        @Description("Stop after the first recorded progression.") @Default("false")
        boolean untilProgression)
        implements Serializable {}
