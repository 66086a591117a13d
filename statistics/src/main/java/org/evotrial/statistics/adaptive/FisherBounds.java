package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** Finds the critical values of a Fisher combination test, on the scale of {@code -log}. */
final class FisherBounds {
    private static final double LEAST_LEVEL = 1e-14;

    private final FisherDesign.Method method;
    private final double alpha;
    private final FisherStages stages;
    private final double[] userAlpha;
    private final double[] weights;
    private final double[] logBounds;

    FisherBounds(FisherDesign.Method method, double alpha, FisherStages stages, double[] userAlpha) {
        this.method = method;
        this.alpha = alpha;
        this.stages = stages;
        this.userAlpha = userAlpha;
        this.weights = stages.weights();
        this.logBounds = new double[weights.length];
        find();
    }

    double[] logBounds() {
        return logBounds.clone();
    }

    /** Type I error spent up to each stage. */
    double[] spent() {
        double[] alpha0 = stages.countedAlpha0();
        double[] sums = new FisherRecursion(weights, alpha0).rejections(logBounds, 0, weights.length, 0);
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    private void find() {
        int last = weights.length - 1;
        switch (method) {
            case EQUAL_ALPHA -> solveCommonLevel(last + 1);
            case FULL_ALPHA -> {
                logBounds[last] = logBoundOfLevel(last + 1, alpha);
                solveCommonLevel(last);
            }
            case NO_INTERACTION -> solveFirst();
            case USER_DEFINED_ALPHA -> spendInTurn();
        }
    }

    /** The first stages get the common stage level that uses up alpha. */
    private void solveCommonLevel(int levelled) {
        boolean nothingLeft = method == FisherDesign.Method.FULL_ALPHA
                && Arrays.stream(stages.countedAlpha0()).allMatch(a -> a == 1);
        if (nothingLeft) {
            Arrays.fill(logBounds, logBounds[weights.length - 1]);
            return;
        }
        if (weights.length == 1) {
            logBounds[0] = -StrictMath.log(alpha);
            return;
        }
        double level = StrictMath.exp(new BrentSolver(1e-15, 1e-14, 1e-17)
                .findRoot(
                        u -> excess(StrictMath.exp(u), levelled),
                        StrictMath.log(LEAST_LEVEL),
                        StrictMath.log(Math.min(1 - 1e-9, alpha * 1.0000001))));
        excess(level, levelled);
    }

    private double excess(double level, int levelled) {
        for (int k = 0; k < levelled; k++) {
            logBounds[k] = logBoundOfLevel(k + 1, level);
        }
        double[] sums = spent();
        return sums[sums.length - 1] - alpha;
    }

    private void solveFirst() {
        double[] alpha0 = stages.countedAlpha0();
        int last = weights.length - 1;
        if (last < 2 || Arrays.stream(alpha0).allMatch(a -> a == 1)) {
            throw new IllegalArgumentException(String.format(
                    "The method NO_INTERACTION needs at least 3 stages (%d) and binding futility bounds below 1 (%s).",
                    last + 1, Arrays.toString(alpha0)));
        }
        logBounds[last] = logBoundOfLevel(last + 1, alpha);
        for (int k = last - 1; k >= 1; k--) {
            logBounds[k] = logBounds[k + 1] + StrictMath.log(alpha0[k]) / weights[k + 1];
        }
        double lowest = logBounds[1];
        double highest = -StrictMath.log(LEAST_LEVEL);
        if (!(totalWithFirst(-StrictMath.log(alpha)) >= 0 && totalWithFirst(highest) <= 0)) {
            throw new IllegalArgumentException(String.format(
                    "The futility bounds (%s) must leave a first critical value that keeps the level %s.",
                    Arrays.toString(alpha0), alpha));
        }
        logBounds[0] =
                new BrentSolver(1e-15, 1e-14, 1e-17).findRoot(this::totalWithFirst, -StrictMath.log(alpha), highest);
        if (logBounds[0] > lowest) {
            throw new IllegalArgumentException(String.format(
                    "The futility bounds (%s) must leave critical values that do not rise; the first would be %s.",
                    Arrays.toString(alpha0), StrictMath.exp(-logBounds[0])));
        }
    }

    private double totalWithFirst(double logBound) {
        logBounds[0] = logBound;
        double[] sums = spent();
        return sums[sums.length - 1] - alpha;
    }

    private void spendInTurn() {
        double[] alpha0 = stages.countedAlpha0();
        logBounds[0] = -StrictMath.log(userAlpha[0]);
        for (int k = 1; k < logBounds.length; k++) {
            int stage = k;
            double increment = userAlpha[k] - userAlpha[k - 1];
            double most = spentAt(stage, logBounds[k - 1], alpha0);
            if (most < increment) {
                throw new IllegalArgumentException(String.format(
                        "The level spent at stage %d (%s) must be at most %s, which a critical value as high as that of the"
                                + " stage before spends.",
                        k + 1, increment, most));
            }
            logBounds[k] = new BrentSolver(1e-15, 1e-14, 1e-18)
                    .findRoot(
                            c -> StrictMath.log(spentAt(stage, c, alpha0) / increment),
                            logBounds[k - 1],
                            logBounds[k - 1] + 60 * weights[k] + 60);
        }
    }

    private double spentAt(int stage, double logBound, double[] alpha0) {
        logBounds[stage] = logBound;
        return new FisherRecursion(weights, alpha0).rejections(logBounds, 0, stage + 1, 0)[stage];
    }

    /** The level of the unrestricted product of the first stages. */
    static double productLevel(double[] weights, int stage, double logBound) {
        if (Arrays.stream(weights).limit(stage).allMatch(w -> w == 1)) {
            return RegularizedGamma.Q.value(stage, logBound);
        }
        double[] same = new double[stage];
        Arrays.fill(same, logBound);
        return Arrays.stream(new FisherRecursion(weights, new double[0]).rejections(same, 0, stage, 0))
                .sum();
    }

    private double logBoundOfLevel(int stage, double level) {
        double highest = 20;
        while (productLevel(weights, stage, highest) > level) {
            highest *= 2;
        }
        return new BrentSolver(1e-15, 1e-14, 1e-16)
                .findRoot(c -> StrictMath.log(productLevel(weights, stage, c) / level), 1e-12, highest);
    }
}
