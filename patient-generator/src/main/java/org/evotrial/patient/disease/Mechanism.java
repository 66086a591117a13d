package org.evotrial.patient.disease;

import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * A mechanism of resistance: what a cell can acquire at a division. Which drugs it resists is said by the drugs.
 *
 * @param id name
 * @param mutationsPerDivision probability that one daughter of a division acquires it
 * @param fitnessCost relative reduction of the birth rate
 * @param preExisting how many cells have it before treatment
 * @param biomarker whether assays can report it
 * @param remarks sources
 */
@Description("A mechanism of resistance that a cell can acquire at a division.")
public record Mechanism(
        @Description("Name, to which drugs and assays refer.")
        String id,

        @Probability @Description("Probability per division that one daughter acquires it.")
        double mutationsPerDivision,

        @Default("0") @Probability @Description("Relative reduction of the birth rate.")
        double fitnessCost,

        @Description("How many cells have it before treatment.") @Default("{\"type\": \"closed-form\"}")
        PreExisting preExisting,

        @Default("true") @Description("Whether assays can report it.")
        boolean biomarker,

        @Nullable List<String> remarks)
        implements Serializable {}
