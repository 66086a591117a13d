package org.evotrial.patient.tumour;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Cells of several types that divide, die and become others, told twice without any of the engine's code: as single events, and as
 * the backward equation of the probability that a type is extinct.
 */
final class MutationGraph {
    /**
     * Something that cells of one type do.
     *
     * @param perDivision probability that a division founds a cell of the other type
     * @param perDay rate at which a cell turns into one of the other type
     * @param besides whether the mutant comes besides both daughters (a rare point mutation), and not in the place of one
     */
    record Edge(int from, int to, double perDivision, double perDay, boolean besides) {}

    /** Rates that hold for so many days. */
    record Phase(double days, double[] birth, double[] death, List<Edge> edges) {}

    private MutationGraph() {}

    /** Lives through one phase, event by event. */
    static void live(long[] cells, Phase phase, UniformRandomProvider random) {
        int types = cells.length;
        double[] perCell = new double[types];
        for (int i = 0; i < types; i++) {
            perCell[i] = phase.birth[i] + phase.death[i];
        }
        for (Edge edge : phase.edges) {
            perCell[edge.from] += edge.perDay;
        }
        double time = 0;
        while (true) {
            double total = 0;
            for (int i = 0; i < types; i++) {
                total += cells[i] * perCell[i];
            }
            time -= Math.log(1 - random.nextDouble()) / total;
            if (!(time < phase.days)) {
                return;
            }
            double position = random.nextDouble() * total;
            int type = 0;
            while (type < types - 1 && position >= cells[type] * perCell[type]) {
                position -= cells[type] * perCell[type];
                type++;
            }
            event(cells, phase, type, random.nextDouble() * perCell[type], random.nextDouble());
        }
    }

    private static void event(long[] cells, Phase phase, int type, double position, double uniform) {
        double left = position;
        if (left < phase.birth[type]) {
            cells[type]++;
            double mutation = uniform;
            for (Edge edge : phase.edges) {
                if (edge.from == type && mutation >= 0) {
                    mutation -= edge.perDivision;
                    if (mutation < 0) {
                        cells[edge.to]++;
                        cells[type] -= edge.besides ? 0 : 1;
                    }
                }
            }
            return;
        }
        left -= phase.birth[type];
        cells[type]--;
        if (left < phase.death[type]) {
            return;
        }
        left -= phase.death[type];
        for (Edge edge : phase.edges) {
            if (edge.from == type && left >= 0) {
                left -= edge.perDay;
                cells[edge.to] += left < 0 ? 1 : 0;
            }
        }
    }

    /**
     * Probability, by type of the first cell, that no cell of a type is alive after all phases: q' = d + b (the mean over what a
     * division leaves of the products of q) + the sum of k q_to - (b + d + sum of k) q, backwards, by the classical Runge-Kutta
     * method.
     */
    static double[] extinct(int target, List<Phase> phases) {
        double[] q = new double[phases.get(0).birth.length];
        Arrays.fill(q, 1);
        q[target] = 0;
        for (int p = phases.size() - 1; p >= 0; p--) {
            Phase phase = phases.get(p);
            int steps = 20 * (int) Math.ceil(phase.days);
            for (int i = 0; i < steps; i++) {
                q = rungeKutta(q, phase, phase.days / steps);
            }
        }
        return q;
    }

    private static double[] rungeKutta(double[] q, Phase phase, double h) {
        double[] k1 = slope(q, phase);
        double[] k2 = slope(plus(q, k1, h / 2), phase);
        double[] k3 = slope(plus(q, k2, h / 2), phase);
        double[] k4 = slope(plus(q, k3, h), phase);
        double[] next = q.clone();
        for (int i = 0; i < q.length; i++) {
            next[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return next;
    }

    private static double[] plus(double[] q, double[] slope, double h) {
        double[] sum = q.clone();
        for (int i = 0; i < q.length; i++) {
            sum[i] += h * slope[i];
        }
        return sum;
    }

    private static double[] slope(double[] q, Phase phase) {
        double[] slope = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            slope[i] = phase.death[i] + phase.birth[i] * q[i] * q[i] - (phase.birth[i] + phase.death[i]) * q[i];
        }
        for (Edge edge : phase.edges) {
            int i = edge.from;
            double left = edge.besides ? q[i] * q[i] * q[edge.to] : q[i] * q[edge.to];
            slope[i] += phase.birth[i] * edge.perDivision * (left - q[i] * q[i]) + edge.perDay * (q[edge.to] - q[i]);
        }
        return slope;
    }
}
