package org.evotrial.patient.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.evotrial.spi.StrictFunctions;

/**
 * Exact probabilities that cells of some types are absent at the end of a course of phases, such as growth, a drug, another
 * drug: the backward equation of the multi-type branching process.
 *
 * <p>With q_i the probability that a cell of type i has no descendant of these types at the end, looking forward over the time
 * that is left: {@code q_i' = d_i + b_i (1 - U_i) q_i^2 + sum_j b_i u_ij q_i q_j + sum_j k_ij q_j - (b_i + d_i + sum_j k_ij) q_i}.
 * Solved for 1 - q, so that chances of 1e-15 per cell keep their digits among 1e12 cells, by the 8th-order method of Dormand
 * and Prince with a relative error of 1e-11 per step; a last phase without end by Newton's method, which finds the largest chance
 * of survival that the rates allow. Immutable.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-65371-1">Athreya, Ney (1972), Branching Processes, chapter V</a>
 */
public final class BackwardEquation {
    private static final double RELATIVE_ERROR = 1e-11;
    private static final double ABSOLUTE_ERROR = 1e-40;
    private static final double SHORTEST_STEP = 1e-12;
    private static final double LONGEST_STEP = 1e6;
    private static final int MOST_ITERATIONS = 400;
    private static final double VANISHED = 1e-60;

    private final List<Phase> phases;

    /**
     * Rates and how long they last.
     *
     * @param rates rates
     * @param days &ge; 0; the last phase of a course may have no end, {@link Double#POSITIVE_INFINITY}
     */
    public record Phase(BranchingRates rates, double days) {
        /** Checks the components. */
        public Phase {
            Admissible.require(days >= 0, "days", days, "not negative");
        }
    }

    private BackwardEquation(List<Phase> phases) {
        this.phases = List.copyOf(phases);
    }

    /**
     * A course of phases.
     *
     * @param phases in the order of time, at least one, with the same types
     * @return the equation
     * @throws IllegalArgumentException if the types differ, or a phase without end is not the last
     */
    public static BackwardEquation of(Phase... phases) {
        Admissible.atLeast("number of phases", phases.length, 1);
        for (int i = 0; i < phases.length; i++) {
            Admissible.require(
                    phases[i].rates().types() == phases[0].rates().types(),
                    "number of types of phase " + i,
                    phases[i].rates().types(),
                    "that of the first phase, " + phases[0].rates().types());
            Admissible.require(
                    i == phases.length - 1 || Double.isFinite(phases[i].days()),
                    "days of phase " + i,
                    phases[i].days(),
                    "finite, as it is not the last");
        }
        return new BackwardEquation(new ArrayList<>(Arrays.asList(phases)));
    }

    /**
     * The probabilities that all descendants of one cell are dead at the end.
     *
     * @return one per type of that cell
     */
    public double[] extinction() {
        return complement(survival());
    }

    /**
     * The probabilities that one cell has living descendants at the end, exact also where they are tiny.
     *
     * @return one per type of that cell
     */
    public double[] survival() {
        double[] certain = new double[types()];
        Arrays.fill(certain, 1);
        return chances(certain);
    }

    /**
     * The probabilities that one cell has no descendant of given types at the end.
     *
     * @param absent the types, at least one
     * @return one per type of that cell
     * @throws IllegalArgumentException if the last phase has no end
     */
    public double[] absence(int... absent) {
        return complement(presence(absent));
    }

    /**
     * The probabilities that one cell has descendants of given types at the end, exact also where they are tiny.
     *
     * @param present the types, at least one
     * @return one per type of that cell
     * @throws IllegalArgumentException if the last phase has no end
     */
    public double[] presence(int... present) {
        double last = phases.get(phases.size() - 1).days();
        Admissible.require(Double.isFinite(last), "days of the last phase", last, "finite");
        return chances(indicator(phases.get(0).rates(), present));
    }

    /**
     * The probability that none of many independent cells has the descendants in question.
     *
     * @param chances {@link #survival()} or {@link #presence}
     * @param cells numbers of cells at the beginning, one per type
     * @return product of (1 - chance)^cells
     */
    public static double none(double[] chances, double... cells) {
        Admissible.require(cells.length == chances.length, "number of types", cells.length, "" + chances.length);
        double log = 0;
        for (int i = 0; i < cells.length; i++) {
            Admissible.nonNegative("cells", cells[i]);
            log += cells[i] == 0 ? 0 : cells[i] * StrictFunctions.log1p(-chances[i]);
        }
        return StrictFunctions.exp(log);
    }

    private int types() {
        return phases.get(0).rates().types();
    }

    /** Chances at the beginning from those of the cells that are there at the end. */
    private double[] chances(double[] atEnd) {
        double[] chance = atEnd.clone();
        for (int i = phases.size() - 1; i >= 0; i--) {
            Phase phase = phases.get(i);
            if (Double.isFinite(phase.days())) {
                solve(equations(phase.rates()), chance, phase.days());
            } else {
                chance = everLasting(phase.rates());
            }
            clip(chance);
        }
        return chance;
    }

    private static FirstOrderDifferentialEquations equations(BranchingRates rates) {
        return new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return rates.types();
            }

            @Override
            public void computeDerivatives(double t, double[] chance, double[] derivative) {
                rates.derivative(chance, derivative);
            }
        };
    }

    /** Advances a state from 0 to so many days, in place. */
    static void solve(FirstOrderDifferentialEquations equations, double[] state, double days) {
        if (days > 0) {
            new DormandPrince853Integrator(
                            Math.min(SHORTEST_STEP, days / 2),
                            Math.min(LONGEST_STEP, days),
                            ABSOLUTE_ERROR,
                            RELATIVE_ERROR)
                    .integrate(equations, 0, state, days, state);
        }
    }

    /** Ones for the given types. */
    static double[] indicator(BranchingRates rates, int... types) {
        Admissible.atLeast("number of types in question", types.length, 1);
        double[] indicator = new double[rates.types()];
        for (int type : types) {
            rates.requireType(type);
            indicator[type] = 1;
        }
        return indicator;
    }

    /** The largest root in [0, 1] of the stationary equation; Newton's method from 1 approaches it from above. */
    private static double[] everLasting(BranchingRates rates) {
        double[] chance = new double[rates.types()];
        Arrays.fill(chance, 1);
        double[] value = new double[chance.length];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            rates.derivative(chance, value);
            double[][] jacobian = rates.jacobian(chance);
            for (int i = 0; i < value.length; i++) {
                if (value[i] == 0 && isZero(jacobian[i])) {
                    jacobian[i][i] = 1;
                }
            }
            double[] change = new LUDecomposition(new Array2DRowRealMatrix(jacobian, false), Double.MIN_NORMAL)
                    .getSolver()
                    .solve(new ArrayRealVector(value, false))
                    .toArray();
            if (!moved(chance, change)) {
                break;
            }
        }
        return chance;
    }

    /** Subtracts the change, and says whether a chance still moved by more than rounding. */
    private static boolean moved(double[] chance, double[] change) {
        boolean moved = false;
        for (int i = 0; i < chance.length; i++) {
            double next = Math.max(0, chance[i] - change[i]);
            next = next < VANISHED ? 0 : next;
            moved |= Math.abs(next - chance[i]) > 1e-14 * chance[i];
            chance[i] = next;
        }
        return moved;
    }

    private static boolean isZero(double[] row) {
        for (double each : row) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static void clip(double[] chance) {
        for (int i = 0; i < chance.length; i++) {
            chance[i] = Math.min(1, Math.max(0, chance[i]));
        }
    }

    private static double[] complement(double[] chances) {
        double[] complement = new double[chances.length];
        for (int i = 0; i < complement.length; i++) {
            complement[i] = 1 - chances[i];
        }
        return complement;
    }
}
