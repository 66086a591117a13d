package org.evotrial.patient.disease;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Tumour DNA in plasma: in balance, sum over lesions of q deaths per day / clearance (Avanzini et al. 2020,
 * doi:10.1126/sciadv.abc4308).
 *
 * @param genomeEquivalentsPerCellDeath q of the median patient
 * @param sigmaLog between-patient standard deviation of ln q
 * @param nonShedderProbability share of patients whose tumours shed nothing
 * @param clearanceHalfLifeMinutes half-life of cell-free DNA
 * @param plasmaLitres volume in which it is diluted
 * @param nonTumourVariants clonal haematopoiesis and germline variants; none by default
 * @param remarks sources
 */
@Description("Tumour DNA in plasma: shed at each cell death, cleared with a half-life, diluted in the plasma volume.")
public record Shedding(
        @Description("Genome equivalents shed per cell death by the median patient.") @PositiveOrZero
        double genomeEquivalentsPerCellDeath,

        @Description("Between-patient standard deviation of the logarithm of the DNA shed per cell death.")
        @Default("0")
        @PositiveOrZero
        double sigmaLog,

        @Description("Share of patients whose tumours shed nothing.") @Default("0") @Probability
        double nonShedderProbability,

        @Description("Half-life of cell-free DNA.") @Default("30") @Positive
        double clearanceHalfLifeMinutes,

        @Description("Plasma volume in which the DNA is diluted.") @Default("2.75") @Positive
        double plasmaLitres,

        @Default("[]") @Description("Variants of normal cells that are taken for the tumour's.")
        List<NonTumourVariant> nonTumourVariants,

        @Nullable List<String> remarks)
        implements Serializable {}
