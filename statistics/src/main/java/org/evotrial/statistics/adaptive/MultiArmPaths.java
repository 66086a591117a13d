package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.evotrial.statistics.GaussLegendre;
import org.evotrial.statistics.StandardNormal;

/**
 * Integrals over the paths of a multi-arm multi-stage trial. Given the path of the control the arms are independent; the
 * control's increments are integrated by Gauss-Hermite rules, each arm's sums by Gauss-Legendre between its bounds.
 *
 * <p>Per patient variance 1 and one unit of patients: sums {@code S_k(r_j)} and {@code S_0(r0_j)} are Brownian motions, an
 * arm crosses a bound {@code b} of {@code Z} where {@code S_k} crosses {@code b r_j sqrt(1 / r_j + 1 / r0_j) + S_0 r_j / r0_j}.
 */
final class MultiArmPaths {
    private static final GaussLegendre ARM = new GaussLegendre(20);
    private static final double REACH = 7.5;

    private final int arms;
    private final double[] time;
    private final double[] controlTime;
    private final double[] lower;
    private final double[] upper;
    private final GaussHermite control;
    private final Walker plain;
    private final Walker effective;

    /** Cumulative times of an arm and of the control, and the bounds; the last lower bound is not used. */
    static final class Stages {
        private final double[] time;
        private final double[] controlTime;
        private final double[] lower;
        private final double[] upper;

        Stages(double[] time, double[] controlTime, double[] lower, double[] upper) {
            this.time = time;
            this.controlTime = controlTime;
            this.lower = lower;
            this.upper = upper;
        }
    }

    /** A trial with given bounds, and the number of points per increment of the control. */
    MultiArmPaths(int arms, Stages stages, int controlPoints) {
        this.arms = arms;
        this.time = stages.time;
        this.controlTime = stages.controlTime;
        this.lower = stages.lower;
        this.upper = stages.upper;
        this.control = new GaussHermite(controlPoints);
        this.plain = new Walker();
        this.effective = new Walker();
    }

    /** Points for bounds (about 1e-9 up to three stages), which are sought often enough to want few. */
    static int pointsForBounds(int stages) {
        return switch (stages) {
            case 1, 2 -> 40;
            case 3 -> 22;
            case 4 -> 14;
            default -> 10;
        };
    }

    /** Points for the power, which costs twenty times as much per path: about 1e-6. */
    static int pointsForPower(int stages) {
        return switch (stages) {
            case 1, 2 -> 20;
            case 3 -> 14;
            case 4 -> 10;
            default -> 8;
        };
    }

    /** The probability that no arm crosses its upper bound, all arms with the same drift per unit of time. */
    double noneCrosses(double drift) {
        plain.drift = drift;
        return noneCrosses(0, 0);
    }

    private double noneCrosses(int stage, double controlSum) {
        double sum = 0;
        double sd = Math.sqrt(controlTime[stage] - (stage == 0 ? 0 : controlTime[stage - 1]));
        boolean last = stage == time.length - 1;
        for (int i = 0; i < control.points(); i++) {
            double path = controlSum + sd * control.node(i);
            if (last) {
                double none = plain.dropped[stage] + plain.below(stage, bound(upper[stage], stage, path));
                sum += control.weight(i) * StrictMath.pow(none, arms);
            } else {
                plain.advance(stage, path);
                sum += control.weight(i) * noneCrosses(stage + 1, path);
            }
        }
        return sum;
    }

    /**
     * The probability that the trial stops with the first arm above its bound and above all others, when the first arm has
     * one drift and the others another.
     */
    double firstWins(double drift, double otherDrift) {
        effective.drift = drift;
        plain.drift = otherDrift;
        return firstWins(0, 0);
    }

    private double firstWins(int stage, double controlSum) {
        double sum = 0;
        double sd = Math.sqrt(controlTime[stage] - (stage == 0 ? 0 : controlTime[stage - 1]));
        for (int i = 0; i < control.points(); i++) {
            double path = controlSum + sd * control.node(i);
            double wins = winsNow(stage, bound(upper[stage], stage, path));
            if (stage < time.length - 1) {
                effective.advance(stage, path);
                plain.advance(stage, path);
                wins += firstWins(stage + 1, path);
            }
            sum += control.weight(i) * wins;
        }
        return sum;
    }

    private double winsNow(int stage, double bound) {
        double mean = effective.drift * time[stage];
        double reach = REACH * Math.sqrt(time[stage]);
        double low = Math.max(bound, mean - reach);
        double high = Math.max(mean + reach, bound);
        if (high <= low) {
            return 0;
        }
        double half = 0.5 * (high - low);
        double sum = 0;
        for (int i = 0; i < ARM.points(); i++) {
            double s = low + half * (1 + ARM.node(i));
            double others = arms == 1 ? 1 : plain.dropped[stage] + plain.below(stage, s);
            sum += half * ARM.weight(i) * effective.density(stage, s) * StrictMath.pow(others, arms - 1);
        }
        return sum;
    }

    private double bound(double z, int stage, double controlSum) {
        double r = time[stage];
        double r0 = controlTime[stage];
        return z * r * Math.sqrt(1 / r + 1 / r0) + controlSum * r / r0;
    }

    /** One arm's sums given the control's path so far: what has been dropped, and the density of what goes on. */
    private final class Walker {
        private final double[][] nodes = new double[time.length][ARM.points()];
        private final double[][] masses = new double[time.length][ARM.points()];
        private final double[] dropped = new double[time.length + 1];
        private double drift;

        /** Drops at the lower bound of a stage, and keeps the density between the bounds for the next. */
        void advance(int stage, double controlSum) {
            double low = bound(lower[stage], stage, controlSum);
            double high = bound(upper[stage], stage, controlSum);
            dropped[stage + 1] = dropped[stage] + below(stage, low);
            double mean = drift * time[stage];
            double reach = REACH * Math.sqrt(time[stage]);
            low = Math.max(low, mean - reach);
            high = Math.min(high, mean + reach);
            double half = Math.max(0, 0.5 * (high - low));
            if (half == 0) {
                Arrays.fill(masses[stage], 0);
                return;
            }
            for (int i = 0; i < ARM.points(); i++) {
                double s = low + half * (1 + ARM.node(i));
                nodes[stage][i] = s;
                masses[stage][i] = half * ARM.weight(i) * density(stage, s);
            }
        }

        double below(int stage, double bound) {
            if (stage == 0) {
                return StandardNormal.cumulative((bound - drift * time[0]) / Math.sqrt(time[0]));
            }
            double step = time[stage] - time[stage - 1];
            double sd = Math.sqrt(step);
            double from = bound - drift * step;
            double sum = 0;
            for (int i = 0; i < ARM.points(); i++) {
                sum += masses[stage - 1][i] * StandardNormal.cumulative((from - nodes[stage - 1][i]) / sd);
            }
            return sum;
        }

        double density(int stage, double s) {
            if (stage == 0) {
                double sd = Math.sqrt(time[0]);
                return StandardNormal.density((s - drift * time[0]) / sd) / sd;
            }
            double step = time[stage] - time[stage - 1];
            double sd = Math.sqrt(step);
            double from = s - drift * step;
            double sum = 0;
            for (int i = 0; i < ARM.points(); i++) {
                sum += masses[stage - 1][i] * StandardNormal.density((from - nodes[stage - 1][i]) / sd);
            }
            return sum / sd;
        }
    }
}
