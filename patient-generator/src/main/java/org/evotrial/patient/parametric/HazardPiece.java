package org.evotrial.patient.parametric;

import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;

/**
 * A hazard that is constant from one month until the next piece begins, the last one for ever.
 *
 * @param fromMonth beginning of the piece, months
 * @param perMonth hazard per month
 */
@Description("A hazard that is constant from a month until the next piece begins; the last one holds for ever.")
public record HazardPiece(
        @Description("Beginning of the piece, months.") @Default("0") @PositiveOrZero
        double fromMonth,

        @Description("Hazard per month.") @PositiveOrZero double perMonth)
        implements Serializable {}
