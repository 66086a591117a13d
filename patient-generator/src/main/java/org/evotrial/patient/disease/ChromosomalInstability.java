package org.evotrial.patient.disease;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * Chromosomal instability with an optimum. A patient's level z is log-normal. It multiplies the rates of copy-number events by z,
 * and past an optimum adds h max(0, z - optimum) deaths per cell and day to all cells: resistance emerges most often at
 * intermediate z. Level 1 is that at which the disease's rates hold.
 *
 * <p>A tumour that can be seen has grown: its clones before treatment arise at a net growth of at least a thousandth of the birth
 * rate, even where the additional deaths would exceed that; from baseline on they count in full.
 *
 * @param medianLevel median of z
 * @param sigmaLog standard deviation of ln z between patients
 * @param allMutations whether z multiplies all mutations, losses and fusions, too
 * @param optimum level past which instability kills
 * @param deathsPerDayPerExcess h, additional deaths per cell and day and unit of z past the optimum
 * @param remarks sources
 */
@Description("Chromosomal instability: multiplies the supply of copy-number events, and past an optimum kills.")
public record ChromosomalInstability(
        @Default("1") @Positive @Description("Median level; 1 is that at which the disease's rates hold.")
        double medianLevel,

        @Default("0") @PositiveOrZero @Description("Between-patient standard deviation of the logarithm of the level.")
        double sigmaLog,

        @Default("false") @Description("Whether the level multiplies all mutations and not only copy-number events.")
        boolean allMutations,

        @Positive @Description("Level past which instability kills.")
        double optimum,

        @PositiveOrZero @Description("Additional deaths per cell and day, per unit of the level past the optimum.")
        double deathsPerDayPerExcess,

        @Nullable List<String> remarks)
        implements Serializable {

    /** Factor on the rate of copy-number events at a level. */
    public double copyNumberFactor(double level) {
        return level;
    }

    /** Factor on the rates of other mutations at a level. */
    public double otherFactor(double level) {
        return allMutations ? level : 1;
    }

    /** Additional deaths per cell and day at a level. */
    public double deathsPerDay(double level) {
        return deathsPerDayPerExcess * Math.max(0, level - optimum);
    }
}
