package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Gamma;
import org.evotrial.patient.sampling.Geometric;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Mutant cells that arise from a parent population during one step and have living offspring at its end.
 *
 * <p>The parent counts S0 e^(lambda t) cells at day t of the step and founds mutants at rate u b per cell and day; a
 * mutant of age a at the end of the step belongs to a birth-death process with rates b', d', r = b' - d', so that its
 * clone is alive with probability s(a) = E/(1 + b' phi) and then geometric with mean 1 + b' phi, E = e^(ra),
 * phi = (E-1)/r. The number of living clones is Poisson with mean u b S0 times the integral of e^(lambda(T-a)) s(a).
 *
 * <p>Sampling: below 4 expected foundings every founding is drawn (its day from the truncated exponential law, its
 * survival, its size): exact. From 4 on, survivors first: the number K of living clones is Poisson with the mean above, by
 * Gauss-Legendre quadrature (8 nodes while no rate times the step exceeds 3, otherwise 16; relative error below 2e-5 up to 34), and
 * their total is K plus a negative binomial number with the exact mean and variance of K clones of random age. From 1e6
 * living clones on the mean is taken.
 *
 * <p>Instances are mutable and meant to be reused ({@link #set}); sampling allocates nothing.
 */
public final class MutantInflux {
    private static final double DRAWN_SINGLY_BELOW = 4;
    private static final double MEAN_FROM = 1e6;
    private static final double COARSE_UP_TO = 3;
    private static final double LARGEST_EXPONENT = 500;

    private double foundingRate;
    private double parentNet;
    private double mutantBirth;
    private double mutantNet;
    private double days;
    private double parentIntegral;
    private GaussLegendre rule = GaussLegendre.COARSE;
    private boolean livingKnown;
    private boolean momentsKnown;
    private double meanPerParent;
    private double variancePerParent;
    private double livingPerParent;
    private double oldestAge;

    /**
     * Sets rates and the length of the step.
     *
     * @param foundingsPerCellDay u b, mutants founded per parent cell and day, &ge; 0
     * @param parentNetPerDay lambda, any finite number
     * @param mutantBirthPerDay b' &ge; 0
     * @param mutantDeathPerDay d' &ge; 0
     * @param stepDays T &ge; 0
     * @return this influx
     * @throws IllegalArgumentException if an argument is outside its domain
     */
    public MutantInflux set(
            double foundingsPerCellDay,
            double parentNetPerDay,
            double mutantBirthPerDay,
            double mutantDeathPerDay,
            double stepDays) {
        Rates.requireNonNegative("founding rate per cell and day", foundingsPerCellDay);
        Rates.requireNonNegative("birth rate per day", mutantBirthPerDay);
        Rates.requireNonNegative("death rate per day", mutantDeathPerDay);
        Rates.requireNonNegative("length of the step in days", stepDays);
        if (!Double.isFinite(parentNetPerDay)) {
            throw new IllegalArgumentException("The parent's net growth (" + parentNetPerDay + ") must be finite.");
        }
        foundingRate = foundingsPerCellDay;
        parentNet = parentNetPerDay;
        mutantBirth = mutantBirthPerDay;
        mutantNet = mutantBirthPerDay - mutantDeathPerDay;
        days = stepDays;
        double fastest = Math.max(Math.abs(parentNetPerDay), Math.max(mutantBirthPerDay, mutantDeathPerDay));
        rule = fastest * stepDays <= COARSE_UP_TO ? GaussLegendre.COARSE : GaussLegendre.FINE;
        parentIntegral = Rates.integratedExponential(parentNetPerDay, stepDays);
        livingKnown = false;
        momentsKnown = false;
        return this;
    }

    /**
     * Draws the number of mutant cells alive at the end of the step.
     *
     * @param parentCells S0, parent cells at the beginning of the step, &ge; 0
     * @param random source of randomness
     * @return a non-negative number, an integer unless the mean was taken
     */
    public double sample(double parentCells, UniformRandomProvider random) {
        double foundings = parentCells * foundingRate * parentIntegral;
        if (foundings == 0) {
            return 0;
        }
        if (foundings < DRAWN_SINGLY_BELOW) {
            double founded = Poisson.draw(foundings, random);
            return founded == 0 ? 0 : drawSingly(founded, random);
        }
        double living = parentCells * livingClonesPerParent();
        if (living >= MEAN_FROM) {
            oldestAge = days;
            return parentCells * meanPerParent();
        }
        double clones = Poisson.draw(living, random);
        return clones == 0 ? 0 : drawClones(clones, random);
    }

    /** The expected age of the oldest of K clones is taken as K/(K+1) of the step. */
    private double drawClones(double clones, UniformRandomProvider random) {
        computeMoments();
        oldestAge = days * clones / (clones + 1);
        double cloneMean = meanPerParent / livingPerParent;
        double cloneVariance = Math.max(0, variancePerParent / livingPerParent - cloneMean * cloneMean);
        double excessMean = Math.max(0, cloneMean - 1);
        return clones + sampleByMoments(clones * excessMean, clones * cloneVariance, random);
    }

    /**
     * Returns the age in days, at the end of the step, of the oldest clone of the last sample that was not zero; from 4 expected
     * foundings on an approximation.
     */
    public double oldestAgeDays() {
        return oldestAge;
    }

    /** Returns the expected number of living clones per parent cell at the beginning, by quadrature. */
    public double livingClonesPerParent() {
        if (!livingKnown) {
            integrateLiving();
        }
        return livingPerParent;
    }

    /** Returns the expected number of mutant cells per parent cell: u b (e^(lambda T) - e^(rT))/(lambda - r). */
    public double meanPerParent() {
        computeMoments();
        return meanPerParent;
    }

    /**
     * Returns the expected cell days that the mutants live until the end of the step, per parent cell: the integral over the
     * step of u b (e^(lambda t) - e^(rt)) / (lambda - r).
     */
    public double cellDaysPerParent() {
        double gap = parentNet - mutantNet;
        if (Math.abs(gap) * days < 1e-4) {
            double middle = 0.5 * (parentNet + mutantNet);
            return foundingRate * Rates.integratedGrowingExponential(middle, days);
        }
        return foundingRate * (parentIntegral - Rates.integratedExponential(mutantNet, days)) / gap;
    }

    /**
     * Returns the variance of the number of mutant cells per parent cell. The total is compound Poisson, so this is u b
     * times the integral of e^(lambda(T-a)) E[N(a)^2], where E[N(a)^2] = (b'+d') phi E + E^2 = (c + 1) e^(2ra) - c e^(ra) with
     * c = (b'+d')/r.
     */
    public double variancePerParent() {
        computeMoments();
        return variancePerParent;
    }

    private void computeMoments() {
        if (!momentsKnown) {
            double r = Math.abs(mutantNet) < 1e-6 ? 1e-6 : mutantNet;
            double c = (2 * mutantBirth - r) / r;
            double first = parentTimes(r);
            meanPerParent = foundingRate * first;
            variancePerParent = foundingRate * ((c + 1) * parentTimes(2 * r) - c * first);
            momentsKnown = true;
        }
    }

    /** The integral of e^(lambda(T-a)) e^(rate a) over the ages a in [0, T]. */
    private double parentTimes(double rate) {
        return StrictFunctions.exp(rate * days) * Rates.integratedExponential(parentNet - rate, days);
    }

    /**
     * Draws a negative binomial number with the given mean and variance; Poisson if the variance is not larger.
     *
     * @param mean &ge; 0
     * @param variance variance
     * @param random source of randomness
     */
    public static double sampleByMoments(double mean, double variance, UniformRandomProvider random) {
        double excess = variance - mean;
        if (!(excess > 1e-9 * mean)) {
            return Poisson.draw(mean, random);
        }
        return Poisson.draw(Gamma.draw(mean * mean / excess, random) * excess / mean, random);
    }

    private double drawSingly(double founded, UniformRandomProvider random) {
        double cells = 0;
        double oldest = 0;
        for (int i = 0; i < founded; i++) {
            double clone = sampleFounded(random);
            if (clone > 0) {
                cells += clone;
                oldest = Math.max(oldest, oldestAge);
            }
        }
        oldestAge = oldest;
        return cells;
    }

    /**
     * Draws the living offspring, at the end of the step, of one mutant founded during it.
     *
     * @param random source of randomness
     * @return 0 if its clone has died out; otherwise {@link #oldestAgeDays()} is its age
     */
    public double sampleFounded(UniformRandomProvider random) {
        double age = days - foundingDay(random.nextDouble());
        double phi = Rates.integratedExponential(mutantNet, age);
        double odds = mutantBirth * phi;
        if (random.nextDouble() * (1 + odds) >= 1 + mutantNet * phi) {
            return 0;
        }
        oldestAge = age;
        return Geometric.draw(odds, random);
    }

    private double foundingDay(double uniform) {
        return parentIntegral == days || Math.abs(parentNet * days) < 1e-8
                ? uniform * days
                : Math.min(days, StrictFunctions.log1p(uniform * parentNet * parentIntegral) / parentNet);
    }

    /** The nodes lie in pairs x and 1 - x, whose exponentials multiply to that of the whole step. */
    private void integrateLiving() {
        double mutantGrowth = StrictFunctions.exp(mutantNet * days);
        double parentGrowth = StrictFunctions.exp(parentNet * days);
        double sum = 0;
        for (int i = 0; i < rule.points() / 2; i++) {
            double age = days * rule.node(i);
            double mutants = StrictFunctions.exp(mutantNet * age);
            double parents = StrictFunctions.exp(parentNet * age);
            double older = rest(mutantNet, mutantGrowth, mutants, age);
            double earlier = rest(parentNet, parentGrowth, parents, age);
            sum += rule.weight(i) * (survival(age, mutants) * earlier + survival(days - age, older) * parents);
        }
        livingPerParent = foundingRate * days * sum;
        livingKnown = true;
    }

    /** Growth in what is left of the step after so many days, by a quotient where nothing overflows. */
    private double rest(double net, double whole, double part, double age) {
        return Math.abs(net * days) < LARGEST_EXPONENT ? whole / part : StrictFunctions.exp(net * (days - age));
    }

    /** Probability that a clone of an age, by which mutants grow by a factor, is alive. */
    private double survival(double age, double growth) {
        double exponent = mutantNet * age;
        double phi = Math.abs(exponent) < 1e-6 ? age * (1 + 0.5 * exponent) : (growth - 1) / mutantNet;
        return growth / (1 + mutantBirth * phi);
    }
}
