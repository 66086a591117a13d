package org.evotrial.patient.drug;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * What a drug changes other than births and deaths of cells: epigenetic drugs, checkpoint inhibitors and drugs against the
 * microenvironment. Every value holds at full effect; at the relative effect e a factor f is 1 + (f - 1) e and an
 * inhibition i is i e. Factors of several drugs multiply; inhibitions combine as 1 - product of (1 - i e).
 *
 * @param plasticityTransitions factor on the rates of changes of phenotype, by {@code from->to}; {@code *} stands for every phenotype
 * @param checkpointInhibition share of the checkpoints' effect that is relieved
 * @param myeloidInhibition share of the myeloid suppression that is relieved
 * @param vascularNormalisation factor on the penetration of all drugs into badly perfused niches, up to that of a perfused one,
 *     and on the exchange of cells with them
 * @param stromalProtection factor on the protection of a niche: its factor F on EC50 becomes 1 + (F - 1) times this
 * @param carryingCapacity factor on the carrying capacity
 * @param remarks sources
 */
@Description("What a drug changes other than births and deaths of cells.")
public record Modification(
        @Default("{}")
        @Description("Factor on the rate of a change of phenotype by \"from->to\"; * stands for every phenotype.")
        Map<String, Double> plasticityTransitions,

        @Default("0") @Probability @Description("Share of the immune checkpoints' effect that is relieved.")
        double checkpointInhibition,

        @Default("0") @Probability @Description("Share of the myeloid suppression that is relieved.")
        double myeloidInhibition,

        @Default("1")
        @Positive
        @Description("Factor on the penetration of drugs into badly perfused niches and on the exchange with them.")
        double vascularNormalisation,

        @Default("1")
        @PositiveOrZero
        @Description("Factor on the protection by a niche: its factor F on EC50 becomes 1 + (F - 1) times this.")
        double stromalProtection,

        @Default("1") @Positive @Description("Factor on the carrying capacity.")
        double carryingCapacity,

        @Nullable List<String> remarks)
        implements Serializable {}
