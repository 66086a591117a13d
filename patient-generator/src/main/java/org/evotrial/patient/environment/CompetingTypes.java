package org.evotrial.patient.environment;

import java.util.Arrays;
import org.evotrial.spi.StrictFunctions;

/** The types of one lesion with their rates, and the derivatives of their numbers. Mutable; nothing is allocated after creation. */
final class CompetingTypes {
    /** Stages of the solver: factors and derivatives of type i at stage s are at {@code STAGES * i + s}. */
    static final int STAGES = 7;

    private static final double SMALL_SHARE = 1e-3;

    final double[] birth;
    final double[] death;
    final double[] deathsPerDivision;
    final double[] cells;
    final double[] trial;
    final double[] factor;
    final double[] slope;
    int count;
    int changes;

    private final Competition competition;
    private final int[] genotype;
    private final double[] inverseCapacity;
    private final double[] logCapacity;
    private final double[] byGenotype;
    private final int[] from;
    private final int[] to;
    private final double[] changePerDay;
    private double capacity;
    private double logLesionCapacity;
    private double intercept;
    private double perLog;

    CompetingTypes(Competition competition, int mostTypes, int mostChanges) {
        this.competition = competition;
        genotype = new int[mostTypes];
        birth = new double[mostTypes];
        death = new double[mostTypes];
        deathsPerDivision = new double[mostTypes];
        inverseCapacity = new double[mostTypes];
        logCapacity = new double[mostTypes];
        cells = new double[mostTypes];
        trial = new double[mostTypes];
        factor = new double[STAGES * mostTypes];
        slope = new double[STAGES * mostTypes];
        byGenotype = new double[competition.genotypes()];
        from = new int[mostChanges];
        to = new int[mostChanges];
        changePerDay = new double[mostChanges];
    }

    void begin(double capacityCells, double baselineCells, double deathShare) {
        requirePositive("capacity of a lesion in cells", capacityCells);
        capacity = capacityCells;
        if (competition.logarithmic()) {
            requirePositive("cells of a lesion at baseline", baselineCells);
            logLesionCapacity = StrictFunctions.log(capacityCells);
            perLog = (1 - deathShare) / Math.max(1, logLesionCapacity - StrictFunctions.log(baselineCells));
            intercept = deathShare;
        }
        count = 0;
        changes = 0;
    }

    int add(int ofGenotype, double number, double birthPerDay, double deathPerDay) {
        requireNonNegative("cells", number);
        requireNonNegative("births per day", birthPerDay);
        requireNonNegative("deaths per day", deathPerDay);
        int i = count++;
        genotype[i] = ofGenotype;
        cells[i] = number;
        birth[i] = birthPerDay;
        death[i] = deathPerDay;
        deathsPerDivision[i] = 0;
        inverseCapacity[i] = 1 / capacity;
        logCapacity[i] = logLesionCapacity;
        return i;
    }

    void drug(int type, double deathsByDivision, double ofCapacity) {
        requireNonNegative("deaths per division", deathsByDivision);
        requirePositive("relative capacity", ofCapacity);
        deathsPerDivision[type] = deathsByDivision;
        if (ofCapacity != 1) {
            inverseCapacity[type] = 1 / (capacity * ofCapacity);
            logCapacity[type] = logLesionCapacity + (competition.logarithmic() ? StrictFunctions.log(ofCapacity) : 0);
        }
    }

    void change(int fromType, int toType, double perDay) {
        requireNonNegative("changes per day", perDay);
        if (perDay > 0) {
            from[changes] = fromType;
            to[changes] = toType;
            changePerDay[changes++] = perDay;
        }
    }

    /** Sets the factors and the derivatives at a stage: of ln n, or of n where types change. */
    void evaluate(double[] at, double total, int stage) {
        if (competition.logarithmic()) {
            double logTotal = StrictFunctions.log(Math.max(1, total));
            for (int i = 0; i < count; i++) {
                set(i, stage, intercept + perLog * (logCapacity[i] - logTotal));
            }
        } else if (competition.even()) {
            for (int i = 0; i < count; i++) {
                set(i, stage, 1 - total * inverseCapacity[i]);
            }
        } else {
            sumByGenotype(at);
            for (int i = 0; i < count; i++) {
                set(i, stage, 1 - competition.crowd(genotype[i], total, byGenotype) * inverseCapacity[i]);
            }
        }
        if (changes > 0) {
            exchange(at, stage);
        }
    }

    private void set(int i, int stage, double f) {
        factor[STAGES * i + stage] = f;
        slope[STAGES * i + stage] = birth[i] * (f > 0 ? (1 - deathsPerDivision[i]) * f : f) - death[i];
    }

    private void sumByGenotype(double[] at) {
        Arrays.fill(byGenotype, 0);
        for (int i = 0; i < count; i++) {
            byGenotype[genotype[i]] += at[i];
        }
    }

    private void exchange(double[] at, int stage) {
        for (int i = 0; i < count; i++) {
            slope[STAGES * i + stage] *= at[i];
        }
        for (int k = 0; k < changes; k++) {
            double moved = changePerDay[k] * at[from[k]];
            slope[STAGES * from[k] + stage] -= moved;
            slope[STAGES * to[k] + stage] += moved;
        }
    }

    double total() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += cells[i];
        }
        return total;
    }

    /** The fastest change of a type, per cell and day; of small types only where their own numbers are integrated. */
    double fastest(double total) {
        double fastest = Double.MIN_NORMAL;
        for (int i = 0; i < count; i++) {
            if (changes > 0) {
                fastest = Math.max(fastest, turnover(i));
            } else if (cells[i] >= SMALL_SHARE * total) {
                fastest = Math.max(fastest, Math.abs(slope[STAGES * i]));
            }
        }
        return fastest;
    }

    private double turnover(int i) {
        double perCell = birth[i] * Math.abs(factor[STAGES * i]) * (1 + deathsPerDivision[i]) + death[i];
        for (int k = 0; k < changes; k++) {
            perCell += from[k] == i ? changePerDay[k] : 0;
        }
        return perCell;
    }

    static void requireNonNegative(String name, double value) {
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
