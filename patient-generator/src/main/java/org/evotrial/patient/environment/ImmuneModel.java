package org.evotrial.patient.environment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.ImmunePhenotype;
import org.evotrial.patient.disease.Immunity;
import org.evotrial.spi.ConfigurationException;

/** The immunity of a disease, compiled: what lesions draw their infiltration from, and the antigenicity of genotypes. Immutable. */
public final class ImmuneModel implements Serializable {
    private static final long serialVersionUID = 1;

    private final Immunity immunity;
    private final double[] cumulativeShare;
    private final double[] antigenicity;

    /**
     * @param mechanisms names of the mechanisms, in the order of the genotypes' bits
     * @param pointer JSON Pointer of the immunity
     * @throws ConfigurationException if the antigenicity of something is given that is no mechanism
     */
    public ImmuneModel(Immunity immunity, Genotypes genotypes, List<String> mechanisms, String pointer) {
        this.immunity = immunity;
        List<ImmunePhenotype> phenotypes = immunity.phenotypes();
        double total = phenotypes.stream().mapToDouble(ImmunePhenotype::share).sum();
        cumulativeShare = new double[phenotypes.size()];
        double sum = 0;
        for (int i = 0; i < cumulativeShare.length; i++) {
            sum += phenotypes.get(i).share() / total;
            cumulativeShare[i] = sum;
        }
        antigenicity = antigenicity(immunity.antigenicity(), genotypes, mechanisms, pointer + "/antigenicity");
    }

    private static double[] antigenicity(
            Map<String, Double> named, Genotypes genotypes, List<String> mechanisms, String pointer) {
        for (String name : named.keySet()) {
            if (!mechanisms.contains(name)) {
                throw new ConfigurationException(
                        pointer + "/" + name,
                        "expected one of " + String.join(", ", mechanisms) + " but found " + name);
            }
        }
        double[] values = new double[genotypes.count()];
        for (int g = 0; g < values.length; g++) {
            values[g] = 1;
            for (int m = 0; m < mechanisms.size(); m++) {
                if (genotypes.has(g, m)) {
                    values[g] *= named.getOrDefault(mechanisms.get(m), 1.0);
                }
            }
        }
        return values;
    }

    /** What the disease file says. */
    public Immunity immunity() {
        return immunity;
    }

    /** Antigenicity of a genotype relative to sensitive cells: the kill of {@link ImmuneResponse} times this hits it. */
    public double antigenicity(int genotype) {
        return antigenicity[genotype];
    }

    /** The phenotype for a uniform number in [0, 1). */
    public int phenotype(double uniform) {
        int phenotype = 0;
        while (phenotype < cumulativeShare.length - 1 && uniform >= cumulativeShare[phenotype]) {
            phenotype++;
        }
        return phenotype;
    }

    /**
     * The phenotype of a lesion: the patient's, or with the probability of discordance one of its own.
     *
     * @param ofPatient the patient's phenotype
     * @param discordance uniform number in [0, 1) that decides between the two
     * @param own uniform number in [0, 1) for a phenotype of its own
     */
    public int phenotypeOfLesion(int ofPatient, double discordance, double own) {
        return discordance < immunity.lesionDiscordance() ? phenotype(own) : ofPatient;
    }

    /** The infiltration of a lesion without myeloid suppression, for a phenotype and a uniform number in [0, 1). */
    public double infiltration(int phenotype, double uniform) {
        ImmunePhenotype drawn = immunity.phenotypes().get(phenotype);
        return drawn.lowestInfiltration() + uniform * (drawn.highestInfiltration() - drawn.lowestInfiltration());
    }
}
