package org.evotrial.patient.disease;

import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * An immune phenotype of lesions: how far T cells infiltrate. A lesion's infiltration is uniform between two bounds.
 *
 * @param id name, such as inflamed, excluded or desert
 * @param share share of patients; shares are scaled to sum to 1
 * @param lowestInfiltration lowest infiltration
 * @param highestInfiltration highest infiltration
 * @param remarks sources
 */
@Description("An immune phenotype with its share of the patients and the range of its infiltration by T cells.")
public record ImmunePhenotype(
        @Description("Name, such as inflamed, excluded or desert.")
        String id,

        @Probability @Description("Share of patients; shares are scaled to sum to 1.")
        double share,

        @Probability @Description("Lowest infiltration by T cells; 1 is full.")
        double lowestInfiltration,

        @Probability @Description("Highest infiltration by T cells.")
        double highestInfiltration,

        @Nullable List<String> remarks)
        implements Serializable {
    public ImmunePhenotype {
        if (lowestInfiltration > highestInfiltration) {
            throw new IllegalArgumentException("expected lowestInfiltration (" + lowestInfiltration
                    + ") not above highestInfiltration (" + highestInfiltration + ")");
        }
    }
}
