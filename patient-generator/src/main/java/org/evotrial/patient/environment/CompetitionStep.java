package org.evotrial.patient.environment;

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
 * <p>The Runge-Kutta method of Dormand and Prince (order 5, error estimate of order 4; doi:10.1016/0771-050X(80)90013-3)
 * integrates ln n_i where no type changes into another, so that ln n_i(T)/n_i(0) = (birth - death) T with the average rates that
 * this class gives: cells advanced at these constant rates reach the same means. With changes of type it integrates n_i. Steps
 * are halved until the estimate of the local error, relative to the cells of the type, is below 1e-5.
 *
 * <p>Use: {@link #begin}, {@link #add} for every type, {@link #change} for every change, {@link #advance}, then the results.
 * Instances are mutable and meant to be reused; nothing is allocated. Nothing is remembered between two uses.
 */
public final class CompetitionStep {
    private static final int STAGES = CompetingTypes.STAGES;

    /** Largest local error estimate, relative to the cells of a type. */
    private static final double TOLERANCE = 1e-5;

    /** Where types change, errors of types with fewer than this share of all cells count less. */
    private static final double LEAST_SHARE = 0.01;

    /** Error of an average across the end of births, as a share of what births change by within the step. */
    private static final double SHARE_AT_A_KINK = 0.05;

    /** Change of ln n of large types within a step up to which the error estimate can be trusted. */
    private static final double LARGEST_CHANGE = 0.5;

    private static final double SMALLEST_SHARE_OF_STEP = 1e-9;

    private final CompetingTypes types;
    private final double[] births;
    private final double[] crowding;
    private double days;
    private boolean evaluated;

    /**
     * @param competition the law
     * @param mostTypes most types of one lesion
     * @param mostChanges most pairs of types that change into each other; 0 if none do
     */
    public CompetitionStep(Competition competition, int mostTypes, int mostChanges) {
        types = new CompetingTypes(competition, mostTypes, mostChanges);
        births = new double[mostTypes];
        crowding = new double[mostTypes];
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
        types.begin(capacityCells, baselineCells, deathShare);
        evaluated = false;
        return this;
    }

    /**
     * Adds a type whose cells the drugs kill at a constant rate.
     *
     * @param genotype its genotype, the row and column of the competition coefficients
     * @param cells cells &ge; 0, need not be whole
     * @param birthPerDay births where the factor is 1, &ge; 0
     * @param deathPerDay all deaths that do not depend on division, kill included, &ge; 0
     * @return index of the type
     */
    public int add(int genotype, double cells, double birthPerDay, double deathPerDay) {
        return types.add(genotype, cells, birthPerDay, deathPerDay);
    }

    /**
     * Adds a type.
     *
     * @param genotype its genotype, the row and column of the competition coefficients
     * @param cells cells &ge; 0, need not be whole
     * @param birthPerDay births where the factor is 1, &ge; 0
     * @param deathPerDay all deaths that do not depend on division, kill included, &ge; 0
     * @param deathsPerDivision deaths per division &ge; 0
     * @param relativeCapacity the capacity for this type relative to the lesion's, &gt; 0; drugs that take away resources lower it
     * @return index of the type
     */
    public int add(
            int genotype,
            double cells,
            double birthPerDay,
            double deathPerDay,
            double deathsPerDivision,
            double relativeCapacity) {
        int type = types.add(genotype, cells, birthPerDay, deathPerDay);
        types.drug(type, deathsPerDivision, relativeCapacity);
        return type;
    }

    /** Lets cells of one type become cells of another at a constant rate per cell and day &ge; 0. */
    public void change(int fromType, int toType, double perDay) {
        types.change(fromType, toType, perDay);
    }

    /**
     * Advances the lesion; may be called again to go on from where it ended.
     *
     * @param byDays length of the step &ge; 0
     */
    public void advance(double byDays) {
        CompetingTypes.requireNonNegative("length of the step in days", byDays);
        days = byDays;
        double total = types.total();
        for (int i = 0; i < types.count; i++) {
            births[i] = 0;
            crowding[i] = 0;
        }
        if (!evaluated) {
            types.evaluate(types.cells, total, 0);
            evaluated = true;
        }
        double done = 0;
        double step = byDays;
        while (done < byDays) {
            double longest = Math.min(step, LARGEST_CHANGE / types.fastest(total));
            boolean last = longest >= byDays - done;
            double h = last ? byDays - done : longest;
            double error = attempt(h);
            if (error <= TOLERANCE || h < SMALLEST_SHARE_OF_STEP * byDays) {
                total = accept(h);
                done = last ? byDays : done + h;
                step = error < TOLERANCE / 32 ? 2 * h : h;
            } else {
                step = h / 2;
            }
        }
    }

    /** Goes through the stages; the last is the derivative at the end. Returns the error estimate. */
    private double attempt(double h) {
        for (int stage = 1; stage < STAGES; stage++) {
            double total = 0;
            for (int i = 0; i < types.count; i++) {
                double increment = h * DormandPrince.slope(types.slope, STAGES * i, stage);
                double n = types.cells[i];
                n = types.changes > 0 ? Math.max(0, n + increment) : n * StrictFunctions.exp(increment);
                types.trial[i] = n;
                total += n;
            }
            types.evaluate(types.trial, total, stage);
        }
        return types.changes > 0 ? errorOfNumbers(h) : errorOfLogarithms(h);
    }

    private double errorOfLogarithms(double h) {
        double largest = 0;
        for (int i = 0; i < types.count; i++) {
            if (types.cells[i] > 0) {
                double error = Math.abs(DormandPrince.error(types.slope, STAGES * i));
                largest = Math.max(largest, h * Math.max(error, kink(i)));
            }
        }
        return largest;
    }

    private double errorOfNumbers(double h) {
        double all = 0;
        for (int i = 0; i < types.count; i++) {
            all += types.trial[i];
        }
        double largest = 0;
        for (int i = 0; i < types.count; i++) {
            double error = Math.abs(DormandPrince.error(types.slope, STAGES * i));
            double relative = error / (types.trial[i] + LEAST_SHARE * all + Double.MIN_NORMAL);
            largest = Math.max(largest, h * Math.max(relative, kink(i)));
        }
        return largest;
    }

    /** What the estimate may miss per day where births end within a step. */
    private double kink(int i) {
        double before = types.factor[STAGES * i];
        double after = types.factor[STAGES * i + STAGES - 1];
        if (before * after >= 0) {
            return 0;
        }
        double rate = types.birth[i] * (0.1 + types.deathsPerDivision[i]);
        return SHARE_AT_A_KINK * rate * Math.min(Math.abs(before), Math.abs(after));
    }

    private double accept(double h) {
        double total = 0;
        for (int i = 0; i < types.count; i++) {
            int at = STAGES * i;
            double positive = DormandPrince.positive(types.factor, at);
            births[i] += h * positive;
            crowding[i] += h * (positive - DormandPrince.slope(types.factor, at, STAGES - 1));
            types.cells[i] = types.trial[i];
            total += types.trial[i];
            types.factor[at] = types.factor[at + STAGES - 1];
            types.slope[at] = types.slope[at + STAGES - 1];
        }
        return total;
    }

    /** Mean cells of a type at the end of the step. */
    public double cells(int type) {
        return types.cells[type];
    }

    /** Net growth per cell and day at the end of the step; only where no type changes into another. */
    double netPerDay(int type) {
        return types.slope[STAGES * type];
    }

    /** Average births per cell and day of a type over the step, b f+. */
    public double birthPerDay(int type) {
        return types.birth[type] * average(births[type], types.factor[STAGES * type]);
    }

    /** Average deaths per cell and day of a type over the step, d + c b f+ + b f-. */
    public double deathPerDay(int type) {
        double killed = types.deathsPerDivision[type] * average(births[type], types.factor[STAGES * type]);
        double crowded = average(crowding[type], -types.factor[STAGES * type]);
        return types.death[type] + types.birth[type] * (killed + crowded);
    }

    /** Average of the factor of a type's births over the step, its negative part included. */
    public double averageFactor(int type) {
        double now = types.factor[STAGES * type];
        return average(births[type], now) - average(crowding[type], -now);
    }

    private double average(double sum, double now) {
        return days > 0 ? sum / days : Math.max(0, now);
    }
}
