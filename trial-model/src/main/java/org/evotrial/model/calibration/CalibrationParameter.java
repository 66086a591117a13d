package org.evotrial.model.calibration;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A number of the disease or of a treatment that is fitted within a range.
 *
 * @param pointer JSON Pointer that begins with {@code /disease/} or {@code /treatments/}
 * @param tied further numbers that follow this one: pointer to factor
 * @param from lower end of the range
 * @param to upper end of the range
 * @param scale on which the fit moves
 * @param start where the fit begins; null: what the files say
 * @param remarks sources
 */
@Description("A number of the disease or of a treatment that is fitted within a range.")
public record CalibrationParameter(
        @Description("JSON Pointer that begins with /disease/ or /treatments/.")
        String pointer,

        @Description("Further numbers that follow this one: JSON Pointer to the factor by which they are larger.")
        @Default("{}")
        Map<String, Double> tied,

        @Description("Lower end of the range.") double from,
        @Description("Upper end of the range.") double to,

        @Description("The scale on which the fit moves: linear, log for rates and fractions over orders of magnitude,"
                + " logit for probabilities.")
        @Default("\"linear\"")
        Scale scale,

        @Description("Where the fit begins; by default what the files say.") @Nullable
        Double start,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {
    /** The scale on which a parameter moves. */
    public enum Scale {
        LINEAR,
        /** Logarithm: for positive numbers. */
        LOG,
        /** Log-odds: for numbers between 0 and 1. */
        LOGIT
    }

    public CalibrationParameter {
        String found = "%s to %s".formatted(Wording.number(from), Wording.number(to));
        if (!(from < to)) {
            throw new IllegalArgumentException("expected a range whose from lies below its to but found " + found);
        }
        if (scale != Scale.LINEAR && !(from > 0)) {
            throw new IllegalArgumentException("expected a range above 0 for the scale %s but found %s"
                    .formatted(scale.name().toLowerCase(Locale.ROOT), found));
        }
        if (scale == Scale.LOGIT && !(to < 1)) {
            throw new IllegalArgumentException("expected a range below 1 for the scale logit but found " + found);
        }
    }

    /** The pointer without what all pointers into the disease begin with, for tables. */
    public String label() {
        return pointer.startsWith("/disease/") ? pointer.substring("/disease".length()) : pointer;
    }
}
