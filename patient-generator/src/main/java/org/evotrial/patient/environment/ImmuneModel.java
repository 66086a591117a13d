package org.evotrial.patient.environment;

import java.io.Serializable;
import java.util.List;
import org.evotrial.patient.disease.ImmunePhenotype;
import org.evotrial.patient.disease.Immunity;

/** The immunity of a disease, compiled: what lesions draw their infiltration from. Immutable. */
public final class ImmuneModel implements Serializable {
    private static final long serialVersionUID = 1;

    private final Immunity immunity;
    private final double[] cumulativeShare;

    /** Compiles an immunity. */
    public ImmuneModel(Immunity immunity) {
        this.immunity = immunity;
        List<ImmunePhenotype> phenotypes = immunity.phenotypes();
        double total = phenotypes.stream().mapToDouble(ImmunePhenotype::share).sum();
        cumulativeShare = new double[phenotypes.size()];
        double sum = 0;
        for (int i = 0; i < cumulativeShare.length; i++) {
            sum += phenotypes.get(i).share() / total;
            cumulativeShare[i] = sum;
        }
    }

    /** What the disease file says. */
    public Immunity immunity() {
        return immunity;
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
