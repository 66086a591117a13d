package org.evotrial.patient.environment;

import java.util.Arrays;
import org.evotrial.spi.StrictFunctions;

/**
 * Advances the mean numbers of cells of one lesion whose births depend on its size, and gives the average rates over the step.
 *
 * <p>A type i (a genotype, or a phenotype of one in a niche) obeys
 * n_i' = [b_i (1 - c_i) f+ - b_i f- - d_i] n_i + sum_j k_ji n_j - sum_j k_ij n_i, where f is the factor of its births
 * ({@link Competition}), f+ its positive and f- the size of its negative part. Above capacity nothing divides, and what the
 * factor falls below zero is death. c_i are deaths per division (Norton-Simon: drugs that kill dividing cells), k_ij changes
 * of type per day.
 *
 * <p>The Runge-Kutta method of Dormand and Prince (order 5, error estimate of order 4) integrates ln n_i where no type changes
 * into another, so that ln n_i(T)/n_i(0) = (birth - death) T with the average rates that this class gives: cells advanced at these constant rates
 * reach the same means. With changes of type it integrates n_i. Steps are halved until the estimate of the
 * local error, relative to the cells of the type, is below 1e-5.
 *
 * <p>Use: {@link #begin}, {@link #add} for every type, {@link #change} for every change, {@link #advance}, then the results.
 * Instances are mutable and meant to be reused; nothing is allocated. Nothing is remembered between two uses.
 */
public final class CompetitionStep {
    /** Largest local error estimate, relative to the cells of a type. */
    private static final double TOLERANCE = 1e-5;

    /** Where types change, errors of types with fewer than this share of all cells count less. */
    private static final double LEAST_SHARE = 0.01;

    /** Dormand and Prince 1980, doi:10.1016/0771-050X(80)90013-3; the last row advances. */
    private static final double[][] WEIGHTS = {
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };

    private static final double[] ERROR_WEIGHTS = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    private static final double SHARE_AT_A_KINK = 0.05;
    /** Change of ln n of large types within a step up to which the error estimate can be trusted. */
    private static final double LARGEST_CHANGE = 0.5;

    private static final double SMALL_SHARE = 1e-3;
    private static final double SMALLEST_SHARE_OF_STEP = 1e-9;
    private static final int STAGES = 7;

    private final Competition competition;
    private final int[] genotype;
    private final double[] birth;
    private final double[] death;
    private final double[] deathsPerDivision;
    private final double[] capacityFactor;
    private final double[] logCapacityFactor;
    private final double[] cells;
    private final double[] trial;
    private final double[] byGenotype;
    private final double[][] factor;
    private final double[][] slope;
    private final double[] births;
    private final double[] crowding;
    private final int[] from;
    private final int[] to;
    private final double[] changePerDay;
    private double inverseCapacity;
    private double logCapacity;
    private double intercept;
    private double perLog;
    private int types;
    private int changes;
    private double days;
    private boolean evaluated;

    /**
     * @param competition the law
     * @param mostTypes most types of one lesion
     * @param mostChanges most pairs of types that change into each other; 0 if none do
     */
    public CompetitionStep(Competition competition, int mostTypes, int mostChanges) {
        this.competition = competition;
        genotype = new int[mostTypes];
        birth = new double[mostTypes];
        death = new double[mostTypes];
        deathsPerDivision = new double[mostTypes];
        capacityFactor = new double[mostTypes];
        logCapacityFactor = new double[mostTypes];
        cells = new double[mostTypes];
        trial = new double[mostTypes];
        byGenotype = new double[competition.genotypes()];
        factor = new double[STAGES][mostTypes];
        slope = new double[STAGES][mostTypes];
        births = new double[mostTypes];
        crowding = new double[mostTypes];
        from = new int[mostChanges];
        to = new int[mostChanges];
        changePerDay = new double[mostChanges];
    }

    /**
     * Begins a lesion.
     *
     * @param capacityCells K &gt; 0
     * @param baselineCells its cells at baseline &gt; 0; Gompertz growth alone needs them
     * @param deathShare d/b of untreated sensitive cells in [0, 1); Gompertz growth alone needs it
     * @return this object
     */
    public CompetitionStep begin(double capacityCells, double baselineCells, double deathShare) {
        requirePositive("capacity of a lesion in cells", capacityCells);
        inverseCapacity = 1 / capacityCells;
        if (competition.logarithmic()) {
            requirePositive("cells of a lesion at baseline", baselineCells);
            logCapacity = StrictFunctions.log(capacityCells);
            perLog = (1 - deathShare) / Math.max(1, logCapacity - StrictFunctions.log(baselineCells));
            intercept = deathShare;
        }
        Arrays.fill(byGenotype, 0);
        types = 0;
        changes = 0;
        evaluated = false;
        return this;
    }

    /** Adds a type whose cells the drugs kill at a constant rate; see the other method. */
    public int add(int ofGenotype, double count, double birthPerDay, double deathPerDay) {
        return add(ofGenotype, count, birthPerDay, deathPerDay, 0, 1);
    }

    /**
     * Adds a type.
     *
     * @param ofGenotype its genotype, the row and column of the competition coefficients
     * @param count cells &ge; 0, need not be whole
     * @param birthPerDay births where the factor is 1, &ge; 0
     * @param deathPerDay all deaths that do not depend on division, kill included, &ge; 0
     * @param deathsByDivision deaths per division &ge; 0
     * @param ofCapacity the capacity for this type relative to the lesion's, &gt; 0; drugs that take away resources lower it
     * @return index of the type
     */
    public int add(
            int ofGenotype,
            double count,
            double birthPerDay,
            double deathPerDay,
            double deathsByDivision,
            double ofCapacity) {
        requireNonNegative("cells", count);
        requireNonNegative("births per day", birthPerDay);
        requireNonNegative("deaths per day", deathPerDay);
        requireNonNegative("deaths per division", deathsByDivision);
        requirePositive("relative capacity", ofCapacity);
        int i = types++;
        genotype[i] = ofGenotype;
        cells[i] = count;
        birth[i] = birthPerDay;
        death[i] = deathPerDay;
        deathsPerDivision[i] = deathsByDivision;
        capacityFactor[i] = 1 / ofCapacity;
        logCapacityFactor[i] = competition.logarithmic() && ofCapacity != 1 ? StrictFunctions.log(ofCapacity) : 0;
        return i;
    }

    /** Lets cells of one type become cells of another at a constant rate per cell and day &ge; 0. */
    public void change(int fromType, int toType, double perDay) {
        requireNonNegative("changes per day", perDay);
        if (perDay > 0) {
            from[changes] = fromType;
            to[changes] = toType;
            changePerDay[changes++] = perDay;
        }
    }

    /**
     * Advances the lesion; may be called again to go on from where it ended.
     *
     * @param byDays length of the step &ge; 0
     */
    public void advance(double byDays) {
        requireNonNegative("length of the step in days", byDays);
        days = byDays;
        for (int i = 0; i < types; i++) {
            births[i] = 0;
            crowding[i] = 0;
        }
        if (!evaluated) {
            evaluate(cells, 0);
            evaluated = true;
        }
        if (byDays == 0) {
            return;
        }
        double done = 0;
        double step = byDays;
        while (done < byDays) {
            double longest = Math.min(step, LARGEST_CHANGE / fastest());
            boolean last = longest >= byDays - done;
            double h = last ? byDays - done : longest;
            double error = attempt(h);
            if (error <= TOLERANCE || h < SMALLEST_SHARE_OF_STEP * byDays) {
                accept(h);
                done = last ? byDays : done + h;
                step = error < TOLERANCE / 32 ? 2 * h : h;
            } else {
                step = h / 2;
            }
        }
    }

    /** The stages from the second on; the last is the derivative at the end. Returns the error estimate. */
    private double attempt(double h) {
        for (int stage = 1; stage < STAGES; stage++) {
            move(stage, h);
            evaluate(trial, stage);
        }
        double all = 0;
        if (changes > 0) {
            for (int i = 0; i < types; i++) {
                all += trial[i];
            }
        }
        double largest = 0;
        for (int i = 0; i < types; i++) {
            double error = 0;
            for (int stage = 0; stage < STAGES; stage++) {
                error += ERROR_WEIGHTS[stage] * slope[stage][i];
            }
            error = h * Math.abs(error) / (changes > 0 ? trial[i] + LEAST_SHARE * all + Double.MIN_NORMAL : 1);
            if (factor[0][i] * factor[STAGES - 1][i] < 0) {
                error = Math.max(error, h * kink(i));
            }
            largest = Math.max(largest, changes > 0 || cells[i] > 0 ? error : 0);
        }
        return largest;
    }

    /** What the estimate may miss per day where births end within a step. */
    private double kink(int i) {
        return SHARE_AT_A_KINK
                * birth[i]
                * (0.1 + deathsPerDivision[i])
                * Math.min(Math.abs(factor[0][i]), Math.abs(factor[STAGES - 1][i]));
    }

    private void move(int stage, double h) {
        double[] weights = WEIGHTS[stage - 1];
        for (int i = 0; i < types; i++) {
            double sum = 0;
            for (int earlier = 0; earlier < stage; earlier++) {
                sum += weights[earlier] * slope[earlier][i];
            }
            trial[i] = changes > 0 ? Math.max(0, cells[i] + h * sum) : cells[i] * StrictFunctions.exp(h * sum);
        }
    }

    private void accept(double h) {
        double[] weights = WEIGHTS[STAGES - 2];
        for (int i = 0; i < types; i++) {
            for (int stage = 0; stage < STAGES - 1; stage++) {
                double weighted = h * weights[stage] * factor[stage][i];
                if (factor[stage][i] > 0) {
                    births[i] += weighted;
                } else {
                    crowding[i] -= weighted;
                }
            }
            cells[i] = trial[i];
            factor[0][i] = factor[STAGES - 1][i];
            slope[0][i] = slope[STAGES - 1][i];
        }
    }

    /** Factors and derivatives: of ln n, or of n where types change. */
    private void evaluate(double[] at, int stage) {
        double[] f = factor[stage];
        factors(at, f);
        double[] derivative = slope[stage];
        for (int i = 0; i < types; i++) {
            double perCell = birth[i] * (f[i] > 0 ? (1 - deathsPerDivision[i]) * f[i] : f[i]) - death[i];
            derivative[i] = changes > 0 ? perCell * at[i] : perCell;
        }
        for (int k = 0; k < changes; k++) {
            double moved = changePerDay[k] * at[from[k]];
            derivative[from[k]] -= moved;
            derivative[to[k]] += moved;
        }
    }

    private void factors(double[] at, double[] f) {
        double total = 0;
        for (int i = 0; i < types; i++) {
            total += at[i];
        }
        if (competition.logarithmic()) {
            double common = logCapacity - StrictFunctions.log(Math.max(1, total));
            for (int i = 0; i < types; i++) {
                f[i] = intercept + perLog * (common + logCapacityFactor[i]);
            }
            return;
        }
        if (!competition.even()) {
            for (int i = 0; i < types; i++) {
                byGenotype[genotype[i]] = 0;
            }
            for (int i = 0; i < types; i++) {
                byGenotype[genotype[i]] += at[i];
            }
        }
        for (int i = 0; i < types; i++) {
            double crowd = competition.even() ? total : competition.crowd(genotype[i], total, byGenotype);
            f[i] = 1 - crowd * inverseCapacity * capacityFactor[i];
        }
    }

    /** The fastest change of a type, per cell and day; of small types only where their own numbers are integrated. */
    private double fastest() {
        double least = 0;
        if (changes == 0) {
            for (int i = 0; i < types; i++) {
                least += SMALL_SHARE * cells[i];
            }
        }
        double fastest = Double.MIN_NORMAL;
        for (int i = 0; i < types; i++) {
            double perCell = Math.abs(slope[0][i]);
            if (changes > 0) {
                perCell = birth[i] * Math.abs(factor[0][i]) * (1 + deathsPerDivision[i]) + death[i];
                for (int k = 0; k < changes; k++) {
                    perCell += from[k] == i ? changePerDay[k] : 0;
                }
            }
            fastest = cells[i] >= least ? Math.max(fastest, perCell) : fastest;
        }
        return fastest;
    }

    /** Mean cells of a type at the end of the step. */
    public double cells(int type) {
        return cells[type];
    }

    /** Net growth per cell and day at the end of the step; only where no type changes into another. */
    double netPerDay(int type) {
        return slope[0][type];
    }

    /** Average births per cell and day of a type over the step, b f+. */
    public double birthPerDay(int type) {
        return birth[type] * average(births[type], factor[0][type]);
    }

    /** Average deaths per cell and day of a type over the step, d + c b f+ + b f-. */
    public double deathPerDay(int type) {
        return death[type]
                + birth[type]
                        * (deathsPerDivision[type] * average(births[type], factor[0][type])
                                + average(crowding[type], -factor[0][type]));
    }

    /** Average of the factor of a type's births over the step, its negative part included. */
    public double averageFactor(int type) {
        return average(births[type], factor[0][type]) - average(crowding[type], -factor[0][type]);
    }

    private double average(double sum, double now) {
        return days > 0 ? sum / days : Math.max(0, now);
    }

    private static void requireNonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be finite and not negative.");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be finite and positive.");
        }
    }
}
