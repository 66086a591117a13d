package org.evotrial.patient.theory;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.evotrial.spi.StrictFunctions;

/**
 * A tumour of several types of cells, grown from one cell of type 0 and detected when there are M cells of that type: what is
 * there at detection, and what becomes of it, exactly.
 *
 * <p>Parametrisation, the same as that of {@link ResistanceAtDetection}: a days before detection there were M e^(-r a) cells of
 * type 0 from the day on which there was 1/s of a cell, s = r/b, which makes the number of divisions exact to d/b of one. Here b
 * counts divisions without mutation, b = b_0 (1 - sum_j u_0j), and r = b - d_0. Each cell of type 0 founds lineages of type j at
 * rate b_0 u_0j; from there on everything is random, and a lineage of age a meets its end with the chance p_j(a) of the {@link
 * BackwardEquation}. So with p the chances of the cells that are there at detection, {@code ln P(none) = M ln(1 - p_0) - integral of
 * M e^(-r a) b_0 sum_j u_0j p_j(a) da}. What is neglected is the randomness of type 0 while it counts few cells, that is of order
 * u/s in the exponent.
 *
 * @param growth rates before detection; type 0 grows, and nothing turns into type 0 or from type 0 without dividing
 * @param cells M &ge; 1 cells of type 0 at detection
 */
public record TumourAtDetection(BranchingRates growth, double cells) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if type 0 does not grow, or M s is below 1
     */
    public TumourAtDetection {
        double net = net(growth);
        Admissible.require(net > 0, "net growth of type 0", net, "positive");
        Admissible.atLeast("cells times the survival probability", cells * net / faithful(growth), 1);
    }

    /**
     * The probability that there is no cell of given types at detection.
     *
     * @param absent types, none of them 0
     * @return probability
     */
    public double absence(int... absent) {
        return none(BackwardEquation.indicator(growth, absent));
    }

    /**
     * The probability that a course after detection leaves no cell alive.
     *
     * @param therapy phases after detection, with the same types
     * @return probability
     */
    public double eradication(BackwardEquation therapy) {
        return none(therapy.survival());
    }

    /**
     * The probability that after a course no cell of given types is there.
     *
     * @param therapy phases after detection, with the same types, of finite length
     * @param absent types
     * @return probability
     */
    public double absence(BackwardEquation therapy, int... absent) {
        return none(therapy.presence(absent));
    }

    /**
     * The probability that no cell at detection has what it has with a given chance, independently of the others.
     *
     * @param chances in [0, 1], one per type of a cell at detection
     * @return probability
     */
    public double none(double... chances) {
        int types = growth.types();
        Admissible.require(chances.length == types, "number of chances", chances.length, "" + types);
        double[] state = new double[types + 1];
        for (int i = 0; i < types; i++) {
            Admissible.probability("chance", chances[i]);
            state[i] = chances[i];
        }
        double age = StrictFunctions.log(cells * net(growth) / faithful(growth)) / net(growth);
        BackwardEquation.solve(new Lineages(net(growth)), state, age);
        double ofSensitive = chances[0] == 0 ? 0 : cells * StrictFunctions.log1p(-chances[0]);
        return StrictFunctions.exp(ofSensitive - cells * state[types]);
    }

    /** Rate of the divisions of type 0 that leave two cells of type 0. */
    private static double faithful(BranchingRates rates) {
        double unchanged = 1;
        for (int j = 1; j < rates.types(); j++) {
            unchanged -= rates.mutation(0, j);
        }
        return rates.birth(0) * unchanged;
    }

    private static double net(BranchingRates rates) {
        return faithful(rates) - rates.death(0);
    }

    /** The chances of lineages by age, and last the integral of what type 0 founded, per cell at detection. */
    private final class Lineages implements FirstOrderDifferentialEquations {
        private final double net;

        private Lineages(double net) {
            this.net = net;
        }

        @Override
        public int getDimension() {
            return growth.types() + 1;
        }

        @Override
        public void computeDerivatives(double age, double[] state, double[] derivative) {
            growth.derivative(state, derivative);
            double founded = 0;
            for (int j = 1; j < growth.types(); j++) {
                founded += growth.mutation(0, j) * state[j];
            }
            int last = growth.types();
            derivative[last] = growth.birth(0) * StrictFunctions.exp(-net * age) * founded;
        }
    }
}
