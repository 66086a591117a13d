package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Profile of one parameter: it is held at points that move away from its estimate, the others are fitted again by
 * Gauss-Newton steps with the Jacobian at the estimate, and the sum of squares is recorded. It rises by 3.84 at the ends
 * of a 95 % interval (chi-squared with one degree of freedom; Venzon and Moolgavkar 1988, doi:10.2307/2347496). The others
 * are fitted only roughly, so that intervals err on the narrow side.
 */
final class Profile {
    /** Rise of the sum of squares at the ends of a 95 % interval. */
    static final double RISE_95 = 3.841458820694124;

    private static final double FIRST_LEAST = 0.02;
    private static final double FIRST_MOST = 0.25;
    private static final double Z_95 = 1.96;
    private static final int REFITS = 3;

    private final Objective objective;
    private final Sensitivity sensitivity;
    private final double[] estimate;
    private final double least;
    private final int parameter;
    private final List<Point> points = new ArrayList<>();

    Profile(Objective objective, Sensitivity sensitivity, double[] estimate, double least, int parameter) {
        this.objective = objective;
        this.sensitivity = sensitivity;
        this.estimate = estimate;
        this.least = least;
        this.parameter = parameter;
    }

    /**
     * A point of the profile.
     *
     * @param position position of the parameter
     * @param rise rise of the sum of squares over that of the estimate; negative if this point is better
     */
    record Point(double position, double rise) {}

    /** Most evaluations that a profile takes. */
    static int evaluations(int pointsPerSide) {
        return 2 * pointsPerSide * REFITS;
    }

    /** Walks to both sides until the rise suffices, the range ends or the points are used up. */
    void walk(int pointsPerSide, double standardError) {
        side(-1, pointsPerSide, standardError);
        side(1, pointsPerSide, standardError);
    }

    private void side(int sign, int most, double standardError) {
        double room = sign < 0 ? estimate[parameter] : 1 - estimate[parameter];
        double distance = Math.max(FIRST_LEAST, Math.min(FIRST_MOST, Z_95 * standardError));
        double[] near = estimate.clone();
        double reached = 0;
        for (int k = 0; k < most && reached < room; k++) {
            // The last point lies at the end of the range: is the profile flat up to there?
            reached = k == most - 1 ? room : Math.min(room, distance);
            near[parameter] = estimate[parameter] + sign * reached;
            double rise = refit(near) - least;
            points.add(new Point(near[parameter], rise));
            if (rise >= RISE_95) {
                return;
            }
            distance = 2 * reached;
        }
    }

    /** Fits the other parameters roughly; the point moves to the best ones found. */
    private double refit(double[] point) {
        double[] residuals = objective.residualsInTime(point);
        double lowest = Objective.sum(residuals);
        for (int i = 1; i < REFITS; i++) {
            double[] moved = Sensitivity.moved(point, sensitivity.step(residuals, parameter), 1);
            residuals = objective.residualsInTime(moved);
            double sum = Objective.sum(residuals);
            if (sum >= lowest) {
                break;
            }
            lowest = sum;
            System.arraycopy(moved, 0, point, 0, point.length);
        }
        return lowest;
    }

    /** The points in the order of their positions. */
    List<Point> points() {
        return points.stream()
                .sorted((a, b) -> Double.compare(a.position(), b.position()))
                .toList();
    }

    /**
     * Where the rise is 3.84 on one side, interpolated on the scale of its root; NaN if it stays below up to the last
     * point of the side.
     *
     * @param sign -1 for the lower end, 1 for the upper
     */
    double end(int sign) {
        double before = estimate[parameter];
        double root = 0;
        for (Point point : points) {
            if ((point.position() - estimate[parameter]) * sign > 0) {
                double next = Math.sqrt(Math.max(0, point.rise()));
                if (point.rise() >= RISE_95) {
                    double share = (Math.sqrt(RISE_95) - root) / (next - root);
                    return before + share * (point.position() - before);
                }
                before = point.position();
                root = Math.max(root, next);
            }
        }
        return Double.NaN;
    }
}
