package org.evotrial.patient.precision;

import java.util.Arrays;
import org.evotrial.spi.StrictFunctions;

/**
 * Cells of the four types S, R1, R2, R12 under a dose: x' = [(I + T) diag(g0) - diag(Sa dose)] x, where the column of a type
 * with x &lt; 1 is zero: it neither grows nor dies nor mutates, and only mutations of others add to it. Mutations lead from S to
 * R1 and R2 and from these to R12, so that between events (a type passes 1) the solution is a sum of exponentials.
 *
 * <p>A type that shrinks to 1 stays just below. If mutations flow in, but more slowly than it would shrink, the equation holds
 * it there: it is on for the share inflow / decline of the time, and passes mutations on for this share.
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated.
 */
final class MaskedGrowth {
    static final int TYPES = 4;
    static final int DOSES = 3;

    /** Relative dose of the first drug; the second has the rest. */
    private static final double[] FIRST_DOSE = {0, 1, 0.5};

    /** Where a type that has shrunk to 1 stays. */
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private static final int ALL = 1 << TYPES;
    private static final int HELD = ALL / 2;
    private static final int MOST_EVENTS = 1000;
    private static final int ITERATIONS = 100;
    private static final double PRECISION_DAYS = 1e-8;
    private static final double PRECISION = 1e-9;
    private static final int DEATH = TYPES;
    private static final double NEVER = -1;

    private final double[][] rate = new double[DOSES][TYPES];
    private final double[][] windowFactor = new double[DOSES][TYPES];
    private final double[][] window = new double[DOSES * ALL * HELD][GrowthPiece.ENTRIES];
    private final boolean[] known = new boolean[DOSES * ALL * HELD];
    private final GrowthPiece piece = new GrowthPiece();
    private final double[] matrix = new double[GrowthPiece.ENTRIES];
    private final double[] end = new double[TYPES];
    private final double[] at = new double[TYPES];
    private double windowDays;
    private double endDays;
    private double matrixDays;
    private double lethal;
    private double toFirst;
    private double toSecond;

    /** Begins another tumour. */
    void begin(TwoDrugTumour tumour, double days, double lethalCells) {
        windowDays = days;
        lethal = lethalCells;
        double growth = tumour.growthPerDay();
        toFirst = growth * tumour.first().resistancePerDivision();
        toSecond = growth * tumour.second().resistancePerDivision();
        for (int dose = 0; dose < DOSES; dose++) {
            double first = FIRST_DOSE[dose] * tumour.first().killPerDay();
            double firstLeft = FIRST_DOSE[dose] * tumour.first().killOfResistantPerDay();
            double second = (1 - FIRST_DOSE[dose]) * tumour.second().killPerDay();
            double secondLeft = (1 - FIRST_DOSE[dose]) * tumour.second().killOfResistantPerDay();
            rate[dose][0] = growth - first - second;
            rate[dose][1] = growth - firstLeft - second;
            rate[dose][2] = growth - first - secondLeft;
            rate[dose][3] = growth - firstLeft - secondLeft;
            for (int type = 0; type < TYPES; type++) {
                windowFactor[dose][type] = StrictFunctions.exp(rate[dose][type] * days);
            }
        }
        Arrays.fill(known, false);
    }

    double windowDays() {
        return windowDays;
    }

    /** Net growth of a type under a dose, per cell and day. */
    double rate(int dose, int type) {
        return rate[dose][type];
    }

    /** A lower bound of the cells of a type after a window that the patient survives: those without mutations of others. */
    double least(double[] x, int dose, int type) {
        return x[type] >= 1 ? x[type] * windowFactor[dose][type] : x[type] * Math.min(1, windowFactor[dose][type]);
    }

    /**
     * Advances cells by one window.
     *
     * @param x cells by type; overwritten
     * @return days until death within the window; the length of the window if the patient lives
     */
    double advance(double[] x, int dose) {
        double done = 0;
        for (int events = 0; events < MOST_EVENTS; events++) {
            double left = windowDays - done;
            double[] m = prepare(x, dose, left);
            GrowthPiece.apply(m, x, end);
            endDays = left;
            double first = left;
            int which = -1;
            for (int type = 0; type < TYPES; type++) {
                double time = eventTime(x, dose, type, left, first);
                if (time < first) {
                    first = time;
                    which = type;
                }
            }
            double survived = death(x, first);
            if (survived <= first && survived < Double.POSITIVE_INFINITY) {
                move(x, survived);
                return done + survived;
            }
            if (which < 0) {
                System.arraycopy(end, 0, x, 0, TYPES);
                return windowDays;
            }
            boolean rising = x[which] < 1;
            move(x, first);
            x[which] = rising ? 1 : BELOW_ONE;
            done += first;
        }
        throw new IllegalStateException(
                "More than " + MOST_EVENTS + " events within a window of " + windowDays + " days.");
    }

    /** The time of death if it is not after the given one, until which nothing else happens; infinite otherwise. */
    private double death(double[] x, double until) {
        if (total(end) < lethal) {
            return Double.POSITIVE_INFINITY;
        }
        double then = cells(x, DEATH, until);
        return then >= lethal ? root(x, DEATH, lethal, until, then, true) : Double.POSITIVE_INFINITY;
    }

    /** Sets which types are on, which are held at 1, and all rates; returns the exponential over the given time. */
    private double[] prepare(double[] x, int dose, double days) {
        double[] rates = rate[dose];
        boolean sensitiveOn = x[0] >= 1;
        piece.sensitiveRate = sensitiveOn ? rates[0] : 0;
        piece.sensitiveToFirst = sensitiveOn ? toFirst : 0;
        piece.sensitiveToSecond = sensitiveOn ? toSecond : 0;
        piece.firstHeld = held(x, 1, rates[1]);
        piece.secondHeld = held(x, 2, rates[2]);
        piece.firstRate = x[1] >= 1 ? rates[1] : 0;
        piece.secondRate = x[2] >= 1 ? rates[2] : 0;
        piece.firstToBoth = x[1] >= 1 ? toSecond : 0;
        piece.secondToBoth = x[2] >= 1 ? toFirst : 0;
        piece.sensitiveToBoth = (piece.firstHeld ? toSecond * piece.sensitiveToFirst / -rates[1] : 0)
                + (piece.secondHeld ? toFirst * piece.sensitiveToSecond / -rates[2] : 0);
        piece.bothHeld = held(x, 3, rates[3]);
        piece.bothRate = x[3] >= 1 ? rates[3] : 0;
        matrixDays = NEVER;
        if (days < windowDays) {
            return matrix(days);
        }
        int index = dose;
        for (int type = 0; type < TYPES; type++) {
            index = 2 * index + (x[type] >= 1 ? 1 : 0);
        }
        index = HELD * index + (piece.firstHeld ? 1 : 0) + (piece.secondHeld ? 2 : 0) + (piece.bothHeld ? 4 : 0);
        if (!known[index]) {
            known[index] = true;
            piece.exponential(days, window[index]);
        }
        return window[index];
    }

    /** Whether a type just below 1 stays there in spite of mutations; one that does not is set to 1. */
    private boolean held(double[] x, int type, double ownRate) {
        if (x[type] != BELOW_ONE) {
            return false;
        }
        double inflow = piece.inflow(type, x);
        if (inflow > 0 && inflow + ownRate >= 0) {
            x[type] = 1;
            return false;
        }
        return inflow > 0;
    }

    private boolean isHeld(int type) {
        return switch (type) {
            case 0 -> false;
            case 1 -> piece.firstHeld;
            case 2 -> piece.secondHeld;
            default -> piece.bothHeld;
        };
    }

    /** When a type passes 1 before the earliest other event, within the time for which {@link #end} holds; or infinite. */
    private double eventTime(double[] x, int dose, int type, double days, double earliest) {
        double ownRate = rate[dose][type];
        if (isHeld(type)) {
            return piece.inflow(type, end) + ownRate > 0 ? lowest(x, type, ownRate, days) : Double.POSITIVE_INFINITY;
        }
        if (x[type] < 1) {
            return end[type] >= 1 ? passage(x, type, earliest, true) : Double.POSITIVE_INFINITY;
        }
        if (ownRate >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (end[type] < 1) {
            return passage(x, type, earliest, false);
        }
        boolean dips =
                ownRate * x[type] + piece.inflow(type, x) < 0 && ownRate * end[type] + piece.inflow(type, end) > 0;
        return dips ? passage(x, type, lowest(x, type, ownRate, days), false) : Double.POSITIVE_INFINITY;
    }

    /** When a type passes 1 until a time; infinite if it does not. */
    private double passage(double[] x, int type, double until, boolean rising) {
        double then = cells(x, type, until);
        return rising == then >= 1 ? root(x, type, 1, until, then, rising) : Double.POSITIVE_INFINITY;
    }

    private double cells(double[] x, int type, double days) {
        if (days == endDays) {
            return type == DEATH ? total(end) : end[type];
        }
        if (type < TYPES - 1) {
            return piece.single(type, x, days);
        }
        move(x, days, at);
        return type == DEATH ? total(at) : at[type];
    }

    /** From when on mutations into a type that declines outweigh its decline. */
    private double lowest(double[] x, int type, double ownRate, double days) {
        double low = 0;
        double high = days;
        while (high - low > PRECISION_DAYS) {
            double middle = 0.5 * (low + high);
            move(x, middle, at);
            if (ownRate * at[type] + piece.inflow(type, at) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The time in (0, days] at which a type, or all cells, pass a level: false position, Illinois variant. */
    private double root(double[] x, int type, double level, double days, double then, boolean rising) {
        double low = 0;
        double high = days;
        double atLow = Math.min(0, distance(type == DEATH ? total(x) : x[type], type, level, rising));
        double atHigh = distance(then, type, level, rising);
        int side = 0;
        for (int i = 0; i < ITERATIONS && high - low > PRECISION_DAYS; i++) {
            double time = (low * atHigh - high * atLow) / (atHigh - atLow);
            if (!(time > low && time < high)) {
                time = 0.5 * (low + high);
            }
            double value = distance(cells(x, type, time), type, level, rising);
            if (Math.abs(value) < PRECISION) {
                return time;
            }
            if (value > 0) {
                high = time;
                atHigh = value;
                atLow = side > 0 ? atLow / 2 : atLow;
                side = 1;
            } else {
                low = time;
                atLow = value;
                atHigh = side < 0 ? atHigh / 2 : atHigh;
                side = -1;
            }
        }
        return high;
    }

    /** Negative before the level is passed. Logarithms, in which exponentials are straight, except from zero cells on. */
    private static double distance(double cells, int type, double level, boolean rising) {
        if (type == DEATH) {
            return StrictFunctions.log(cells / level);
        }
        return rising ? cells - level : StrictFunctions.log(level / cells);
    }

    private void move(double[] x, double days, double[] to) {
        GrowthPiece.apply(matrix(days), x, to);
    }

    /** The exponential over a time, unless it is the last one that was asked for. */
    private double[] matrix(double days) {
        if (days != matrixDays) {
            piece.exponential(days, matrix);
            matrixDays = days;
        }
        return matrix;
    }

    private void move(double[] x, double days) {
        move(x, days, at);
        System.arraycopy(at, 0, x, 0, TYPES);
    }

    static double total(double[] x) {
        return x[0] + x[1] + x[2] + x[3];
    }
}
