package org.evotrial.statistics.verification;

import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/** Makes designs from rpact's names of boundary types. */
final class RpactDesigns {
    private RpactDesigns() {}

    /**
     * The design of {@code getDesignGroupSequential(typeOfDesign = type, parameter)}.
     *
     * @param type OF, P, WT, HP, asOF, asP, asKD or asHSD
     * @param parameter {@code name=value} where the type has one; empty otherwise
     * @param sided 1 or 2
     * @param alpha level of the whole test
     * @param fractions information at the looks
     * @return the design
     * @throws IllegalArgumentException if the type is not known, or an argument not admissible
     */
    static GroupSequentialDesign of(String type, String parameter, int sided, double alpha, double... fractions) {
        Sidedness sidedness = switch (sided) {
            case 1 -> Sidedness.ONE_SIDED;
            case 2 -> Sidedness.TWO_SIDED_SYMMETRIC;
            default -> throw new IllegalArgumentException(String.format("The sided (%d) must be 1 or 2.", sided));
        };
        return switch (type) {
            case "asOF", "asP", "asKD", "asHSD" ->
                GroupSequentialDesign.spending(spending(type, parameter), alpha, sidedness, fractions);
            default -> GroupSequentialDesign.shaped(shape(type, parameter), alpha, sidedness, fractions);
        };
    }

    /**
     * A spending function.
     *
     * @param type asOF, asP, asKD or asHSD; bsOF, bsP, bsKD or bsHSD
     * @param parameter number or {@code name=number} where the type has one
     * @return the function
     * @throws IllegalArgumentException if the type is not known or has no number
     */
    static SpendingFunction spending(String type, String parameter) {
        return switch (type) {
            case "asOF", "bsOF" -> new SpendingFunction.LanDeMetsOBrienFleming();
            case "asP", "bsP" -> new SpendingFunction.LanDeMetsPocock();
            case "asKD", "bsKD" -> new SpendingFunction.KimDeMets(value(type, parameter));
            case "asHSD", "bsHSD" -> new SpendingFunction.HwangShihDeCani(value(type, parameter));
            default ->
                throw new IllegalArgumentException(
                        String.format("The spending (%s) must be one of OF, P, KD, HSD behind as or bs.", type));
        };
    }

    /**
     * Information rates of equally spaced looks.
     *
     * @param k number of looks, positive
     * @return {@code 1/k, ..., 1}
     */
    static double[] equal(int k) {
        double[] fractions = new double[k];
        for (int i = 0; i < k; i++) {
            fractions[i] = (i + 1.0) / k;
        }
        return fractions;
    }

    /**
     * Information rates of looks from .3 of the information on, rounded to six digits.
     *
     * @param k number of looks, 2 or more
     * @return {@code .3, ..., 1}
     */
    static double[] early(int k) {
        double[] fractions = new double[k];
        for (int i = 0; i < k; i++) {
            fractions[i] = Math.round((0.3 + 0.7 * i / (k - 1)) * 1e6) / 1e6;
        }
        return fractions;
    }

    private static BoundaryShape shape(String type, String parameter) {
        return switch (type) {
            case "OF" -> BoundaryShape.obrienFleming();
            case "P" -> BoundaryShape.pocock();
            case "WT" -> new BoundaryShape.WangTsiatis(value(type, parameter));
            case "HP" -> new BoundaryShape.HaybittlePeto(parameter.isEmpty() ? 3 : value(type, parameter));
            default ->
                throw new IllegalArgumentException(
                        String.format("The type (%s) must be one of OF, P, WT, HP, asOF, asP, asKD, asHSD.", type));
        };
    }

    private static double value(String type, String parameter) {
        String number = parameter.substring(parameter.indexOf('=') + 1);
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    String.format("The parameter (%s) of %s must be name=number.", parameter, type), e);
        }
    }
}
