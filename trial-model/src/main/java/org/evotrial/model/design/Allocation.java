package org.evotrial.model.design;

import jakarta.validation.constraints.Min;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;

/**
 * How arms are assigned: permuted blocks within strata.
 *
 * @param method the method
 * @param blockSize patients per block; 0: the smallest block that holds the allocation ratio exactly. Otherwise a multiple of that
 * @param stratifyBy baseline factors of the patient model
 */
@Description("How arms are assigned.")
public record Allocation(
        @Description("The method.") @Default("\"permuted-blocks\"")
        Method method,

        @Description(
                "Patients per block; 0: the smallest block that holds the allocation ratio exactly. Otherwise a multiple of that.")
        @Default("0")
        @Min(0)
        int blockSize,

        @Description("Baseline factors of the patient model.") @Default("[]") @Reference(to = Reference.Target.FACTOR)
        List<String> stratifyBy)
        implements Serializable {
    /** Method of allocation. */
    public enum Method {
        /** Random permutations of blocks that hold the allocation ratio, separate for each stratum. */
        PERMUTED_BLOCKS,
        /** Each patient independently with the allocation ratio's probabilities. */
        SIMPLE
    }
}
