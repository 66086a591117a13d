package org.evotrial.patient.disease;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * Hazard of death per month: background + atReference (cells / reference)^exponent; certain from the lethal burden on.
 *
 * @param backgroundPerMonth hazard of death from other causes
 * @param perMonthAtReference further hazard at the reference burden
 * @param referenceCells reference burden, cells in the whole patient
 * @param exponent how steeply it rises with burden
 * @param lethalCells burden at which the patient dies at once
 * @param remarks sources
 */
@Description("Hazard of death per month: background plus a part that rises with the number of tumour cells.")
public record Mortality(
        @Description("Hazard of death from other causes.") @PositiveOrZero
        double backgroundPerMonth,

        @Description("Further hazard at the reference burden.") @PositiveOrZero
        double perMonthAtReference,

        @Description("Reference burden: cells in the whole patient.") @Default("1e12") @Positive
        double referenceCells,

        @Description("How steeply the hazard rises with burden.") @Default("1") @PositiveOrZero
        double exponent,

        @Description("Burden at which the patient dies at once.") @Default("1e13") @Positive
        double lethalCells,

        @Nullable List<String> remarks)
        implements Serializable {}
