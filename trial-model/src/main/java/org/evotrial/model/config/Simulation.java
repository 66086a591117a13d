package org.evotrial.model.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.io.Serializable;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;

/**
 * How a trial is simulated.
 *
 * @param replicates simulated trials per scenario
 * @param seed master seed
 * @param truthPatients patients per arm in the separate run that computes the true value of every estimand
 * @param confidence confidence of the Monte Carlo intervals in tables
 * @param examplePatients number of patients of the base scenario that are searched for the report's examples
 */
@Description("How the trial is simulated: replicates, seed, size of the run that computes the truth.")
public record Simulation(
        @Description("Simulated trials per scenario.") @Default("1000") @Min(1)
        int replicates,

        @Description("Master seed.") @Default("20261121") long seed,

        @Description("Patients per arm in the separate run that computes the true value of every estimand.")
        @Default("20000")
        @Min(100)
        int truthPatients,

        @Description("Confidence of the Monte Carlo intervals in tables.")
        @Default("0.95")
        @DecimalMin("0.5")
        @DecimalMax("0.9999")
        double confidence,

        @Description("Number of patients of the base scenario that are searched for the report's examples.")
        @Default("200")
        @Min(0)
        int examplePatients)
        implements Serializable {}
