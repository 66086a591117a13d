package org.evotrial.patient.theory;

import org.evotrial.spi.StrictFunctions;

/**
 * Two drugs given together to a tumour of M cells: the probability that it is eradicated, by the formulas of Bozic et al. and
 * exactly. Cells divide at rate b and die at rate d, and at d' &gt; b while one of the drugs acts on them; u is the mutation
 * probability per base and division (of one daughter), n1 and n2 the bases that give resistance to one drug, n12 those that give it
 * to both.
 *
 * <p>The formulas multiply four probabilities, s = 1 - d/b, s' = 1 - d'/b, k = (s' - s)/(s s'): no surviving lineage with one
 * step, from before and from under treatment, {@code p1u = exp(-M u n12)}, {@code p1d = exp(M u n12 s/s')}; and with two steps, of
 * which the first came before treatment, or both under it, {@code p2u = exp(M u^2 k (n1 (n2+n12) ln(1/(s M) + u (n2+n12) k) + n2
 * (n1+n12) ln(1/(s M) + u (n1+n12) k)))}, {@code p2d = exp(-M u^2 (2 n1 n2 + n12 (n1+n2)) s/s'^2)}. They overestimate the second
 * kind by some 5 % at usual rates; {@link #exactEradication} solves the backward equation instead.
 *
 * @param birthPerDay b
 * @param deathPerDay d in [0, b)
 * @param treatedDeathPerDay d' &gt; b
 * @param mutationsPerBase u in [0, 1]
 * @param firstBases n1 &ge; 0
 * @param secondBases n2 &ge; 0
 * @param sharedBases n12 &ge; 0
 * @see <a href="https://doi.org/10.7554/eLife.00747">Bozic et al. (2013), Evolutionary dynamics of cancer in response to targeted
 *     combination therapy</a>
 */
public record DualTherapy(
        double birthPerDay,
        double deathPerDay,
        double treatedDeathPerDay,
        double mutationsPerBase,
        double firstBases,
        double secondBases,
        double sharedBases) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its domain
     */
    public DualTherapy {
        Admissible.growing(birthPerDay, deathPerDay);
        Admissible.finite("treatedDeathPerDay", treatedDeathPerDay);
        Admissible.require(
                treatedDeathPerDay > birthPerDay,
                "treatedDeathPerDay",
                treatedDeathPerDay,
                "above the birthPerDay (" + birthPerDay + ")");
        Admissible.nonNegative("mutationsPerBase", mutationsPerBase);
        Admissible.nonNegative("firstBases", firstBases);
        Admissible.nonNegative("secondBases", secondBases);
        Admissible.nonNegative("sharedBases", sharedBases);
        Admissible.probability("mutations per division", mutationsPerBase * (firstBases + secondBases + sharedBases));
    }

    /**
     * No lineage that survives both drugs by one mutation from before treatment.
     *
     * @param cells M &ge; 0
     * @return p1u
     */
    public double noSharedBefore(double cells) {
        Admissible.nonNegative("cells", cells);
        return StrictFunctions.exp(-cells * mutationsPerBase * sharedBases);
    }

    /**
     * No lineage that survives both drugs by one mutation under treatment.
     *
     * @param cells M &ge; 0
     * @return p1d
     */
    public double noSharedDuring(double cells) {
        Admissible.nonNegative("cells", cells);
        return StrictFunctions.exp(cells * mutationsPerBase * sharedBases * before() / during());
    }

    /**
     * No lineage that survives by two mutations of which the first came before treatment.
     *
     * @param cells M &gt; 0
     * @return p2u
     */
    public double noDoubleBefore(double cells) {
        Admissible.positive("cells", cells);
        double k = (during() - before()) / (before() * during());
        double u = mutationsPerBase;
        double toSecond = secondBases + sharedBases;
        double toFirst = firstBases + sharedBases;
        double sum = weightedLog(firstBases * toSecond, 1 / (before() * cells) + u * toSecond * k)
                + weightedLog(secondBases * toFirst, 1 / (before() * cells) + u * toFirst * k);
        return Math.min(1, StrictFunctions.exp(cells * u * u * k * sum));
    }

    /**
     * No lineage that survives by two mutations under treatment.
     *
     * @param cells M &ge; 0
     * @return p2d
     */
    public double noDoubleDuring(double cells) {
        Admissible.nonNegative("cells", cells);
        double pairs = 2 * firstBases * secondBases + sharedBases * (firstBases + secondBases);
        double u = mutationsPerBase;
        return StrictFunctions.exp(-cells * u * u * pairs * before() / (during() * during()));
    }

    /**
     * The probability of eradication by the formulas.
     *
     * @param cells M &gt; 0
     * @return p1u p1d p2u p2d
     */
    public double eradication(double cells) {
        return noSharedBefore(cells) * noSharedDuring(cells) * noDoubleBefore(cells) * noDoubleDuring(cells);
    }

    /**
     * The probability that treatment fails, by the formulas.
     *
     * @param cells M &gt; 0
     * @return 1 - p1u p1d p2u p2d
     */
    public double failure(double cells) {
        return 1 - eradication(cells);
    }

    /**
     * The probability of eradication by the backward equation, for a tumour detected at M sensitive cells as in {@link
     * TumourAtDetection}.
     *
     * @param cells M with M s &ge; 1
     * @return probability
     */
    public double exactEradication(double cells) {
        BranchingRates growth = growth();
        BranchingRates therapy =
                growth.withDeaths(treatedDeathPerDay, treatedDeathPerDay, treatedDeathPerDay, deathPerDay);
        return new TumourAtDetection(growth, cells)
                .eradication(BackwardEquation.of(new BackwardEquation.Phase(therapy, Double.POSITIVE_INFINITY)));
    }

    /**
     * The probability that treatment fails, by the backward equation.
     *
     * @param cells M with M s &ge; 1
     * @return 1 - {@link #exactEradication}
     */
    public double exactFailure(double cells) {
        return 1 - exactEradication(cells);
    }

    /**
     * The exact probability that no cell resists both drugs at detection.
     *
     * @param cells M with M s &ge; 1
     * @return probability
     */
    public double noDoubleResistanceAtDetection(double cells) {
        return new TumourAtDetection(growth(), cells).absence(3);
    }

    /** Types: sensitive, resistant to the first, to the second, to both. */
    private BranchingRates growth() {
        double[] births = {birthPerDay, birthPerDay, birthPerDay, birthPerDay};
        double[] deaths = {deathPerDay, deathPerDay, deathPerDay, deathPerDay};
        double u = mutationsPerBase;
        return BranchingRates.of(births, deaths)
                .withMutation(0, 1, u * firstBases)
                .withMutation(0, 2, u * secondBases)
                .withMutation(0, 3, u * sharedBases)
                .withMutation(1, 3, u * (secondBases + sharedBases))
                .withMutation(2, 3, u * (firstBases + sharedBases));
    }

    private static double weightedLog(double weight, double x) {
        return weight == 0 ? 0 : weight * StrictFunctions.log(x);
    }

    private double before() {
        return (birthPerDay - deathPerDay) / birthPerDay;
    }

    private double during() {
        return (birthPerDay - treatedDeathPerDay) / birthPerDay;
    }
}
