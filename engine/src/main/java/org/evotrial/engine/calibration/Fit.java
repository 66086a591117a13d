package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Nelder-Mead simplices (Commons Math) on the positions of the parameters, from the given start and from further points
 * that fill the ranges evenly (Sobol's sequence). What a simplex looks for outside a range is reflected into it.
 */
final class Fit {
    private static final double SIMPLEX = 0.15;
    private static final double CONVERGED = 1e-3;

    private final Objective objective;

    Fit(Objective objective) {
        this.objective = objective;
    }

    /**
     * Where a start led.
     *
     * @param start positions at which it began
     * @param end best positions
     * @param least sum of squared residuals there
     * @param evaluations how many it took
     */
    record Start(double[] start, double[] end, double least, int evaluations) {}

    /** Runs all starts, each with the same share of the evaluations. */
    List<Start> run(double[] first, int starts, int evaluations) {
        List<Start> results = new ArrayList<>();
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(first.length);
        sobol.nextVector();
        int each = Math.max(1, evaluations / starts);
        for (int s = 0; s < starts; s++) {
            double[] from = s == 0 ? first : sobol.nextVector();
            Search search = new Search(from);
            boolean inTime = search.run(each);
            if (search.evaluations > 0) {
                results.add(new Start(from, search.best, search.least, search.evaluations));
            }
            if (!inTime) {
                break;
            }
        }
        return results;
    }

    /** One simplex. */
    private final class Search {
        private final double[] from;
        private double[] best;
        private double least = Double.POSITIVE_INFINITY;
        private int evaluations;

        Search(double[] from) {
            this.from = from;
            this.best = from;
        }

        /** False if the time was up. */
        boolean run(int most) {
            double[] edges = new double[from.length];
            for (int i = 0; i < edges.length; i++) {
                edges[i] = from[i] > 0.5 ? -SIMPLEX : SIMPLEX;
            }
            try {
                new SimplexOptimizer(new SimpleValueChecker(CONVERGED, CONVERGED))
                        .optimize(
                                new MaxEval(most),
                                GoalType.MINIMIZE,
                                new InitialGuess(from),
                                new NelderMeadSimplex(edges),
                                new ObjectiveFunction(this::value));
            } catch (TooManyEvaluationsException e) {
                return true;
            } catch (Objective.TimeIsUp e) {
                return false;
            }
            return true;
        }

        private double value(double[] point) {
            double[] positions = reflected(point);
            double value = Objective.sum(objective.residualsInTime(positions));
            evaluations++;
            if (value < least) {
                least = value;
                best = positions;
            }
            return value;
        }
    }

    /** Points outside [0, 1] reflected at its ends. */
    static double[] reflected(double[] point) {
        double[] positions = new double[point.length];
        for (int i = 0; i < positions.length; i++) {
            double x = Math.abs(point[i]) % 2;
            positions[i] = x <= 1 ? x : 2 - x;
        }
        return positions;
    }
}
