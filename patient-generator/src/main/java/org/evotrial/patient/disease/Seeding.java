package org.evotrial.patient.disease;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * Metastases, seen and occult, founded by cells of the primary: each founder is of a genotype with the probability of its share
 * in the primary, so that a single resistant founder makes a whole metastasis resistant. The families of several founders
 * have uniformly distributed shares (Dirichlet with all parameters 1), as those of as many birth-death processes that have grown equally
 * long. Closed-form mechanisms arise in the metastasis besides, while it grows; empirical fractions hold in the primary alone.
 *
 * @param founderCells surviving founders of a metastasis
 * @param remarks sources
 */
@Description("Metastases are founded by cells of the primary, whose clones they inherit.")
public record Seeding(
        @Default("1") @Min(1) @Max(100) @Description("Cells that found a metastasis and have descendants in it.")
        int founderCells,

        @Nullable List<String> remarks)
        implements Serializable {}
