package org.evotrial.statistics.groupsequential;

import java.io.Serializable;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;

/**
 * How much of a one-sided error probability {@code alpha} may be spent by an information fraction {@code t}.
 *
 * <p>{@code spent(0) = 0}, {@code spent(t) = alpha} for {@code t >= 1}, not falling in between. The level is that of one
 * side: {@link GroupSequentialDesign} gives each side of a two-sided symmetric test half of the level, so that the
 * critical values of a two-sided .05 are those of a one-sided .025 (up to the chance of crossing both sides). Packages
 * that put the whole two-sided level into the O'Brien-Fleming-type formula get other values.
 *
 * <p>An implementation of a user is welcome; it must be immutable and fall under the conditions above, which {@link
 * GroupSequentialDesign} checks at the looks.
 */
@FunctionalInterface
public interface SpendingFunction extends Serializable {
    /**
     * The error probability spent.
     *
     * @param informationFraction information relative to the planned maximum, zero or positive
     * @param alpha one-sided level in (0, 1)
     * @return cumulative error, in [0, alpha]
     * @throws IllegalArgumentException if the fraction is negative or NaN
     */
    double spent(double informationFraction, double alpha);

    /**
     * Lan and DeMets' function of O'Brien-Fleming type: {@code 2 (1 - Phi(z_{1 - alpha/2} / sqrt(t)))}. Lan and DeMets
     * 1983, doi:10.1093/biomet/70.3.659.
     */
    record LanDeMetsOBrienFleming() implements SpendingFunction {
        @Override
        public double spent(double informationFraction, double alpha) {
            if (requireFraction(informationFraction) >= 1) {
                return alpha;
            }
            double z = StandardNormal.upperQuantile(0.5 * alpha);
            return 2 * StandardNormal.survival(z / Math.sqrt(informationFraction));
        }
    }

    /**
     * Lan and DeMets' function of Pocock type: {@code alpha log(1 + (e - 1) t)}. Lan and DeMets 1983,
     * doi:10.1093/biomet/70.3.659.
     */
    record LanDeMetsPocock() implements SpendingFunction {
        @Override
        public double spent(double informationFraction, double alpha) {
            return requireFraction(informationFraction) >= 1
                    ? alpha
                    : alpha * StrictMath.log1p((StrictMath.E - 1) * informationFraction);
        }
    }

    /**
     * Kim and DeMets' power function {@code alpha t^rho}. Kim and DeMets 1987, doi:10.1093/biomet/74.1.149.
     *
     * @param rho exponent, positive: 1 spends evenly, 3 resembles O'Brien and Fleming
     */
    record KimDeMets(double rho) implements SpendingFunction {
        /**
         * Checks the exponent.
         *
         * @throws IllegalArgumentException if {@code rho} is not positive and finite
         */
        public KimDeMets {
            Admissible.positive("rho", rho);
        }

        @Override
        public double spent(double informationFraction, double alpha) {
            return requireFraction(informationFraction) >= 1 ? alpha : alpha * StrictMath.pow(informationFraction, rho);
        }
    }

    /**
     * Hwang, Shih and DeCani's function {@code alpha (1 - e^{-gamma t}) / (1 - e^{-gamma})}, {@code alpha t} at
     * {@code gamma = 0}. Hwang, Shih and De Cani 1990, doi:10.1002/sim.4780091207.
     *
     * @param gamma any finite number: -4 resembles O'Brien and Fleming, 1 Pocock
     */
    record HwangShihDeCani(double gamma) implements SpendingFunction {
        /**
         * Checks the parameter.
         *
         * @throws IllegalArgumentException if {@code gamma} is not finite
         */
        public HwangShihDeCani {
            Admissible.finite("gamma", gamma);
        }

        @Override
        public double spent(double informationFraction, double alpha) {
            if (requireFraction(informationFraction) >= 1) {
                return alpha;
            }
            return gamma == 0
                    ? alpha * informationFraction
                    : alpha * StrictMath.expm1(-gamma * informationFraction) / StrictMath.expm1(-gamma);
        }
    }

    /**
     * A function given by points, linear in between, through (0, 0).
     *
     * @param informationFractions abscissae in (0, 1], strictly ascending, the last one 1
     * @param shares share of alpha spent by then, in [0, 1], not falling, the last one 1
     */
    record Tabulated(List<Double> informationFractions, List<Double> shares) implements SpendingFunction {
        /**
         * Checks the points.
         *
         * @throws IllegalArgumentException if the lists are empty or differ in length, do not ascend, or do not end
         *     with (1, 1)
         */
        public Tabulated {
            informationFractions = List.copyOf(informationFractions);
            shares = List.copyOf(shares);
            if (informationFractions.isEmpty() || informationFractions.size() != shares.size()) {
                throw new IllegalArgumentException(String.format(
                        "The informationFractions (%s) and shares (%s) must be as many, and at least one.",
                        informationFractions, shares));
            }
            double fraction = 0;
            double share = 0;
            for (int i = 0; i < shares.size(); i++) {
                if (!(informationFractions.get(i) > fraction && shares.get(i) >= share)) {
                    throw new IllegalArgumentException(String.format(
                            "The informationFractions (%s) must ascend strictly from above 0, the shares (%s) must not fall.",
                            informationFractions, shares));
                }
                fraction = informationFractions.get(i);
                share = shares.get(i);
            }
            if (fraction != 1 || share != 1) {
                throw new IllegalArgumentException(
                        String.format("The last point (%s, %s) must be (1, 1).", fraction, share));
            }
        }

        @Override
        public double spent(double informationFraction, double alpha) {
            double t = Math.min(1, requireFraction(informationFraction));
            double left = 0;
            double below = 0;
            int i = 0;
            while (informationFractions.get(i) < t) {
                left = informationFractions.get(i);
                below = shares.get(i);
                i++;
            }
            double slope = (shares.get(i) - below) / (informationFractions.get(i) - left);
            return alpha * (below + slope * (t - left));
        }
    }

    private static double requireFraction(double informationFraction) {
        if (!(informationFraction >= 0)) {
            throw new IllegalArgumentException(
                    String.format("The informationFraction (%s) must be zero or positive.", informationFraction));
        }
        return informationFraction;
    }
}
