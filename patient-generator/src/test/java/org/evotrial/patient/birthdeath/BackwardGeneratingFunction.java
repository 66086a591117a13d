package org.evotrial.patient.birthdeath;

import java.util.Arrays;

/**
 * The exact reference: g_i(t) = E[product over j of s_j^N_j(t)] for the family of one cell of type i, from the backward equation
 * q' = d + b (1 - sum u) q^2 + sum b u q q_j + sum k q_j - (b + d + sum k) q, q(0) = s, the last phase first.
 * Plain Runge-Kutta steps of a hundredth of the fastest rate's reciprocal, extrapolated once: error below 1e-12.
 */
final class BackwardGeneratingFunction {
    private final BranchingModel model;

    BackwardGeneratingFunction(BranchingModel model) {
        this.model = model;
    }

    /** P(no cell is left at the end), from one cell of each type. */
    double[] extinction() {
        return at(new double[model.types()]);
    }

    /** P(no cell of a type is alive at the end), from one cell of each type. */
    double[] withoutType(int type) {
        double[] s = new double[model.types()];
        Arrays.fill(s, 1);
        s[type] = 0;
        return at(s);
    }

    /** The generating function at s, from one cell of each type. */
    double[] at(double... s) {
        double[] q = s.clone();
        for (int p = model.phases().size() - 1; p >= 0; p--) {
            BranchingModel.Phase phase = model.phases().get(p);
            int steps = (int) Math.ceil(phase.days() * phase.fastest() / .01) + 1;
            double[] coarse = integrate(phase, q, steps);
            double[] fine = integrate(phase, q, 2 * steps);
            for (int i = 0; i < q.length; i++) {
                q[i] = fine[i] + (fine[i] - coarse[i]) / 15;
            }
        }
        return q;
    }

    private static double[] integrate(BranchingModel.Phase phase, double[] start, int steps) {
        double h = phase.days() / steps;
        double[] q = start.clone();
        for (int n = 0; n < steps; n++) {
            double[] k1 = slope(phase, q);
            double[] k2 = slope(phase, moved(q, k1, h / 2));
            double[] k3 = slope(phase, moved(q, k2, h / 2));
            double[] k4 = slope(phase, moved(q, k3, h));
            for (int i = 0; i < q.length; i++) {
                q[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return q;
    }

    private static double[] moved(double[] q, double[] slope, double h) {
        double[] moved = q.clone();
        for (int i = 0; i < q.length; i++) {
            moved[i] += h * slope[i];
        }
        return moved;
    }

    private static double[] slope(BranchingModel.Phase phase, double[] q) {
        double[] slope = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            slope[i] = phase.death()[i] * (1 - q[i]);
            slope[i] += phase.divisionsWithout(i) * (q[i] * q[i] - q[i]);
            for (int j = 0; j < q.length; j++) {
                slope[i] += phase.birth()[i] * phase.mutation()[i][j] * (q[i] * q[j] - q[i]);
                slope[i] += phase.transition()[i][j] * (q[j] - q[i]);
            }
        }
        return slope;
    }
}
