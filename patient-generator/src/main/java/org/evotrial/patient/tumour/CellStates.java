package org.evotrial.patient.tumour;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Niches;
import org.evotrial.patient.disease.Niches.Niche;
import org.evotrial.patient.disease.Plasticity;
import org.evotrial.patient.disease.Plasticity.AsymmetricDivision;
import org.evotrial.patient.disease.Plasticity.Phenotype;
import org.evotrial.patient.disease.Plasticity.Transition;
import org.evotrial.patient.drug.CellTypes;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The states of the cells of one genotype in one lesion: phenotype by niche, state = niche x phenotypes + phenotype, at least
 * one. Immutable.
 */
final class CellStates implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String PLASTICITY = "/population/disease/plasticity";
    private static final int MOST = 10;

    private final int count;
    private final int phenotypeCount;
    private final List<Phenotype> phenotypes;
    private final List<Niche> niches;
    private final int[] from;
    private final int[] to;
    private final double[] onTreatment;
    private final double[] offTreatment;
    private final double[][] asymmetric;
    private final int[] ofMutants;
    private final double[] birthFactors;
    private final double[] deathFactors;
    private final double[] baselineShares;
    private final double[] nicheShares;
    private final double exchange;
    private final double leastStress;

    CellStates(@Nullable Plasticity plasticity, @Nullable Niches regions) {
        phenotypes = plasticity == null
                ? List.of(new Phenotype("proliferating", 1, 1, 1, 0, false, null))
                : plasticity.phenotypes();
        niches = regions == null ? List.of(new Niche("perfused", 1, 1, 1, 1, 1, 1, null)) : regions.regions();
        phenotypeCount = phenotypes.size();
        count = phenotypeCount * niches.size();
        if (count > MOST) {
            throw new ConfigurationException(
                    "/population/disease/niches",
                    "expected at most %d states (phenotypes times niches) but found %d".formatted(MOST, count));
        }
        requireDistinct(PLASTICITY + "/phenotypes", names());
        requireDistinct("/population/disease/niches/regions", nicheNames());
        List<Transition> transitions = plasticity == null ? List.of() : plasticity.transitions();
        from = new int[transitions.size()];
        to = new int[transitions.size()];
        for (int i = 0; i < from.length; i++) {
            String pointer = PLASTICITY + "/transitions/" + i;
            from[i] = phenotype(pointer + "/from", transitions.get(i).from());
            to[i] = phenotype(pointer + "/to", transitions.get(i).to());
            requireDifferent(pointer, from[i], to[i]);
        }
        onTreatment =
                transitions.stream().mapToDouble(Transition::onTreatmentPerDay).toArray();
        offTreatment =
                transitions.stream().mapToDouble(Transition::offTreatmentPerDay).toArray();
        asymmetric = new double[phenotypes.size()][phenotypes.size()];
        fillAsymmetric(plasticity == null ? List.of() : plasticity.asymmetricDivisions());
        nicheShares = niches.stream().mapToDouble(Niche::share).toArray();
        scale(nicheShares);
        ofMutants = IntStream.range(0, count)
                .map(s -> phenotypes.get(phenotype(s)).inheritedByMutants() ? s : s - phenotype(s))
                .toArray();
        birthFactors = product(Phenotype::birthFactor, Niche::birthFactor);
        deathFactors = product(Phenotype::deathFactor, Niche::deathFactor);
        baselineShares = baselineShares();
        exchange = regions == null || niches.size() == 1 ? 0 : regions.exchangePerDay();
        leastStress = plasticity == null ? 0 : plasticity.leastStress();
    }

    private static void requireDistinct(String pointer, List<String> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new ConfigurationException(pointer, "expected different names but found " + String.join(", ", names));
        }
    }

    private static void requireDifferent(String pointer, int from, int to) {
        if (from == to) {
            throw new ConfigurationException(pointer, "expected a change to another phenotype");
        }
    }

    private int phenotype(String pointer, String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new ConfigurationException(
                    pointer, "expected one of " + String.join(", ", names()) + " but found " + name);
        }
        return index;
    }

    private void fillAsymmetric(List<AsymmetricDivision> divisions) {
        for (int i = 0; i < divisions.size(); i++) {
            String pointer = PLASTICITY + "/asymmetricDivisions/" + i;
            int mother = phenotype(pointer + "/from", divisions.get(i).from());
            int daughter = phenotype(pointer + "/to", divisions.get(i).to());
            requireDifferent(pointer, mother, daughter);
            asymmetric[mother][daughter] += divisions.get(i).probability();
            double all = 0;
            for (double probability : asymmetric[mother]) {
                all += probability;
            }
            if (all > 1) {
                throw new ConfigurationException(
                        pointer + "/probability",
                        "expected at most 1 for all divisions of a phenotype but found " + all);
            }
        }
    }

    private static void scale(double[] shares) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
    }

    private double[] product(ToDoubleFunction<Phenotype> ofPhenotype, ToDoubleFunction<Niche> ofNiche) {
        double[] factors = new double[count()];
        for (int s = 0; s < factors.length; s++) {
            factors[s] = ofPhenotype.applyAsDouble(phenotypes.get(phenotype(s)))
                    * ofNiche.applyAsDouble(niches.get(niche(s)));
        }
        return factors;
    }

    private double[] baselineShares() {
        double left = 1;
        for (int p = 1; p < phenotypes.size(); p++) {
            left -= phenotypes.get(p).baselineShare();
        }
        if (left < 0) {
            throw new ConfigurationException(
                    PLASTICITY + "/phenotypes", "expected baseline shares with a sum of at most 1");
        }
        double[] shares = new double[count()];
        for (int s = 0; s < shares.length; s++) {
            double ofPhenotype =
                    phenotype(s) == 0 ? left : phenotypes.get(phenotype(s)).baselineShare();
            shares[s] = nicheShares[niche(s)] * ofPhenotype;
        }
        return shares;
    }

    /** What makes a difference to drugs. */
    CellTypes types(EvolvingTumourDisease disease, Genotypes genotypes) {
        List<CellTypes.Niche> regions = niches.stream()
                .map(n -> new CellTypes.Niche(n.id(), n.penetration(), n.ec50Factor()))
                .toList();
        return new CellTypes(
                disease.mechanisms(),
                genotypes,
                disease.organs(),
                Collections.nCopies(disease.organs().size(), regions),
                phenotypes.stream()
                        .map(p -> new CellTypes.Phenotype(p.id(), p.killFraction()))
                        .toList(),
                IntStream.range(0, from.length)
                        .mapToObj(i -> new CellTypes.Transition(names().get(from[i]), names().get(to[i])))
                        .toList());
    }

    /** Number of states of a genotype. */
    int count() {
        return count;
    }

    /** Number of phenotypes. */
    int phenotypes() {
        return phenotypeCount;
    }

    /** Number of niches. */
    int niches() {
        return niches.size();
    }

    /** Names of the phenotypes, the founders' first. */
    List<String> names() {
        return phenotypes.stream().map(Phenotype::id).toList();
    }

    /** Names of the niches. */
    List<String> nicheNames() {
        return niches.stream().map(Niche::id).toList();
    }

    /** The phenotype of a state. */
    int phenotype(int state) {
        return state % phenotypeCount;
    }

    /** The niche of a state. */
    int niche(int state) {
        return state / phenotypeCount;
    }

    /** Birth rate relative to the genotype's. */
    double birthFactor(int state) {
        return birthFactors[state];
    }

    /** Natural death rate relative to the genotype's. */
    double deathFactor(int state) {
        return deathFactors[state];
    }

    /** Kill by the immune response relative to the lesion's. */
    double immuneFactor(int state) {
        return niches.get(niche(state)).immuneFactor();
    }

    /** Share of a genotype's cells at baseline. */
    double baselineShare(int state) {
        return baselineShares[state];
    }

    /** The state in which a mutant of a cell in the given state begins. */
    int ofMutants(int state) {
        return ofMutants[state];
    }

    /** Number of changes of phenotype. */
    int transitions() {
        return from.length;
    }

    /** The phenotype that the i-th change leaves. */
    int from(int i) {
        return from[i];
    }

    /** The phenotype that the i-th change enters. */
    int to(int i) {
        return to[i];
    }

    /** Rate per day of the i-th change at a relative drug effect. */
    double transition(int i, double stress) {
        return offTreatment[i] + (onTreatment[i] - offTreatment[i]) * (stress < leastStress ? 0 : stress);
    }

    /** Share of the divisions of a phenotype that place a daughter in another one. */
    double asymmetric(int mother, int daughter) {
        return asymmetric[mother][daughter];
    }

    /** Rate per day at which a cell moves to another niche. */
    double exchangeTo(int niche) {
        return exchange * nicheShares[niche];
    }
}
