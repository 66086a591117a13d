package org.evotrial.patient.drug;

import java.util.List;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;

/**
 * The kinds of cells of a disease, as far as they make a difference to drugs.
 *
 * @param mechanisms mechanisms of resistance
 * @param genotypes genotypes made of them
 * @param organs organs
 * @param niches niches by organ; index 0 is the perfused part
 * @param phenotypes phenotypes; index 0 is the one that drugs act on in full
 * @param transitions changes of phenotype
 */
public record CellTypes(
        List<Mechanism> mechanisms,
        Genotypes genotypes,
        List<Organ> organs,
        List<List<Niche>> niches,
        List<Phenotype> phenotypes,
        List<Transition> transitions) {
    public CellTypes {
        mechanisms = List.copyOf(mechanisms);
        organs = List.copyOf(organs);
        niches = List.copyOf(niches);
        phenotypes = List.copyOf(phenotypes);
        transitions = List.copyOf(transitions);
        if (niches.size() != organs.size() || niches.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "The niches (%s) must be at least one for each of the %d organs.".formatted(niches, organs.size()));
        }
        if (phenotypes.isEmpty()) {
            throw new IllegalArgumentException("The phenotypes must be at least one.");
        }
    }

    /**
     * A niche of an organ.
     *
     * @param id name
     * @param penetration concentration of drugs relative to the organ, positive
     * @param ec50Factor factor on the EC50 of all drugs, positive: protection by neighbours
     */
    public record Niche(String id, double penetration, double ec50Factor) {
        /** Everything is as the organ is. */
        public static final Niche PERFUSED = new Niche("perfused", 1, 1);
    }

    /**
     * A phenotype.
     *
     * @param id name
     * @param killFraction effect of drugs relative to sensitive cells, at least 0
     */
    public record Phenotype(String id, double killFraction) {}

    /** A change of phenotype. */
    public record Transition(String from, String to) {}
}
