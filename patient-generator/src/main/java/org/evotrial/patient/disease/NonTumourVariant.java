package org.evotrial.patient.disease;

import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A variant of normal cells that plasma tests take for the tumour's, with a fraction that stays for life: clonal
 * haematopoiesis (most of the variants in the plasma of people without cancer: Razavi et al. 2019,
 * doi:10.1038/s41591-019-0652-7) or the germline (fraction .5).
 *
 * @param biomarker what it is taken for
 * @param probability share of patients who carry it
 * @param medianVaf median fraction of the normal cell-free DNA that carries it
 * @param sigmaLog between-patient standard deviation of ln of the fraction
 * @param remarks sources
 */
@Description("A variant of normal cells (clonal haematopoiesis, germline) that plasma tests take for the tumour's.")
public record NonTumourVariant(
        @Description("The biomarker that it is taken for.") @Reference(to = Reference.Target.DISEASE_BIOMARKER)
        String biomarker,

        @Description("Share of patients who carry it.") @Probability
        double probability,

        @Default("0.005") @Probability @Description("Median fraction of the normal cell-free DNA with it; germline .5.")
        double medianVaf,

        @Description("Between-patient standard deviation of the logarithm of the fraction.")
        @Default("0")
        @PositiveOrZero
        double sigmaLog,

        @Nullable List<String> remarks)
        implements Serializable {}
