package org.evotrial.patient.tumour;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Fits five numbers of {@code library:egfr-nsclc} and its drugs to five published figures, on common random numbers: carriers
 * and median fraction of T790M, median fraction of bypass mechanisms (MET: ten times as much), the largest kill of both
 * drugs, and net growth.
 *
 * <p>Run {@link #main} with the number of patients and of evaluations; it prints targets beside fitted values with their
 * Monte Carlo standard errors on fresh patients. What is written into the library files is rounded from its result.
 */
final class EgfrCalibration {
    private static final long SEED = 20261121;
    private static final String CARRIER = "/disease/mechanisms/0/preExisting/carrierProbability";
    private static final String T790M = "/disease/mechanisms/0/preExisting/medianFraction";
    private static final String BYPASS = "/disease/mechanisms/3/preExisting/medianFraction";
    private static final String MET = "/disease/mechanisms/2/preExisting/medianFraction";
    private static final String DEATH = "/disease/growth/deathPerDay";
    private static final String GEFITINIB_KILL = "/treatments/gefitinib/maximumKillPerDay";
    private static final String OSIMERTINIB_KILL = "/treatments/osimertinib/maximumKillPerDay";

    private EgfrCalibration() {}

    /** What is fitted: median PFS in months (FLAURA), T790M among first-generation progressions, response rates (FLAURA). */
    enum Target {
        GEFITINIB_PFS(10.2, .3),
        OSIMERTINIB_PFS(18.9, .5),
        T790M_SHARE(.60, .02),
        GEFITINIB_RESPONSE(.76, .02),
        OSIMERTINIB_RESPONSE(.80, .02);

        final double published;
        final double tolerance;

        Target(double published, double tolerance) {
            this.published = published;
            this.tolerance = tolerance;
        }
    }

    /** Parameters on the optimiser's scale: logit, log10, log10, log, log of birth less death. */
    static Map<String, Double> overrides(double[] x) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(CARRIER, 1 / (1 + Math.exp(-x[0])));
        values.put(T790M, Math.min(.09, Math.pow(10, x[1])));
        values.put(BYPASS, Math.min(.09, Math.pow(10, x[2])));
        values.put(MET, Math.min(.09, 10 * Math.pow(10, x[2])));
        values.put(DEATH, .14 - Math.exp(x[4]));
        values.put(GEFITINIB_KILL, Math.exp(x[3]));
        values.put(OSIMERTINIB_KILL, Math.exp(x[3]));
        return values;
    }

    static double[] evaluate(Map<String, Double> overrides, int patients, long seed) {
        LibraryFiles.Setting setting = LibraryFiles.egfr(overrides);
        FirstLine gefitinib = FirstLine.simulate(setting, "gefitinib", patients, seed, 60);
        FirstLine osimertinib = FirstLine.simulate(setting, "osimertinib", patients, seed, 60);
        return new double[] {
            gefitinib.medianMonths(),
            osimertinib.medianMonths(),
            gefitinib.shareAtProgression("T790M"),
            gefitinib.responseRate(),
            osimertinib.responseRate()
        };
    }

    static double distance(double[] values) {
        double sum = 0;
        for (Target target : Target.values()) {
            double deviation = (Math.min(99, values[target.ordinal()]) - target.published) / target.tolerance;
            sum += deviation * deviation;
        }
        return sum;
    }

    /**
     * Fits and prints; with the single argument {@code check}, prints what the library files as they are give.
     *
     * @param arguments number of patients per evaluation (2000), largest number of evaluations (120)
     */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("check")) {
            print(Map.of(), 20_000);
            printHeldBack(Map.of(), 20_000);
            return;
        }
        int patients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        int evaluations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 120;
        double[] start = {Math.log(.72 / .28), -2.68, -7.6, Math.log(.0404), Math.log(.0188)};
        PointValuePair best = null;
        try {
            SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-3, 1e-3));
            best = optimizer.optimize(
                    new MaxEval(evaluations),
                    GoalType.MINIMIZE,
                    new InitialGuess(start),
                    new NelderMeadSimplex(new double[] {.2, -.2, -.3, .05, -.05}),
                    new ObjectiveFunction(x -> report(x, evaluate(overrides(x), patients, SEED))));
        } catch (org.apache.commons.math3.exception.TooManyEvaluationsException e) {
            System.out.println("stopped after " + evaluations + " evaluations");
        }
        double[] fitted = best == null ? bestPoint : best.getPoint();
        System.out.println("fitted " + overrides(fitted));
        print(overrides(fitted), 5 * patients);
    }

    private static double bestValue = Double.POSITIVE_INFINITY;
    private static double[] bestPoint = {};

    private static double report(double[] x, double[] values) {
        double distance = distance(values);
        if (distance < bestValue) {
            bestValue = distance;
            bestPoint = x.clone();
            System.out.printf("%8.3f %s %s%n", distance, java.util.Arrays.toString(values), overrides(x));
        }
        return distance;
    }

    /** Prints fitted values beside the published ones; standard errors from ten batches of fresh patients. */
    static void print(Map<String, Double> overrides, int patients) {
        int batches = 10;
        double[][] values = new double[batches][];
        for (int b = 0; b < batches; b++) {
            values[b] = evaluate(overrides, patients / batches, SEED + 1 + b);
        }
        for (Target target : Target.values()) {
            double sum = 0;
            double squares = 0;
            for (double[] batch : values) {
                sum += batch[target.ordinal()];
                squares += batch[target.ordinal()] * batch[target.ordinal()];
            }
            double mean = sum / batches;
            double error = Math.sqrt((squares / batches - mean * mean) / (batches - 1));
            System.out.printf("%-22s published %6.3f fitted %6.3f MCSE %.3f%n", target, target.published, mean, error);
        }
    }

    /** Prints figures of FLAURA and of resistance on osimertinib that were not fitted. */
    static void printHeldBack(Map<String, Double> overrides, int patients) {
        LibraryFiles.Setting setting = LibraryFiles.egfr(overrides);
        for (String drug : setting.treatments().keySet()) {
            FirstLine line = FirstLine.simulate(setting, drug, patients, SEED, 72);
            System.out.printf(
                    "%-12s PFS at 6, 12, 18 months %.3f %.3f %.3f; T790M %.3f C797S %.3f MET %.3f bypass %.3f sensitive %.3f"
                            + " tolerant %.3f; died before progression %.3f%n",
                    drug,
                    1 - line.progressedBy(6.5),
                    1 - line.progressedBy(12.5),
                    1 - line.progressedBy(18.5),
                    line.shareAtProgression("T790M"),
                    line.shareAtProgression("C797S"),
                    line.shareAtProgression("MET"),
                    line.shareAtProgression("bypass"),
                    line.shareAtProgression("sensitive"),
                    line.shareAtProgression("tolerant"),
                    java.util.Arrays.stream(line.deathMonths)
                                    .filter(Double::isFinite)
                                    .count()
                            / (double) patients);
        }
    }
}
