package org.evotrial.statistics.verification;

import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/** The designs that the files on rates call by short names: a type and the number of looks. One-sided alpha .025. */
final class RpactRateDesigns {
    static final double ALPHA = 0.025;
    static final double BETA = 0.1;

    private static final String FIXED = "fixed";
    private static final String FUTILITY = "HSDfut";

    private RpactRateDesigns() {}

    /**
     * A design of the files.
     *
     * @param name fixed, or OF, P, asOF, asP or HSDfut (alpha spending with gamma -4, non-binding beta spending with
     *     gamma -2) with the number of equally spaced looks; three looks of asOF are at .5, .75 and 1
     * @return the design
     * @throws IllegalArgumentException if the name is not one of these
     */
    static GroupSequentialDesign of(String name) {
        if (FIXED.equals(name)) {
            return RpactDesigns.of("P", "", 1, ALPHA, 1);
        }
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (digits == name.length()) {
            throw new IllegalArgumentException(
                    String.format("The design (%s) must be fixed or a type with its number of looks.", name));
        }
        String type = name.substring(0, digits);
        int looks = Integer.parseInt(name.substring(digits));
        double[] fractions = RpactDesigns.equal(looks);
        if (FUTILITY.equals(type)) {
            return RpactDesigns.of("asHSD", "-4", 1, ALPHA, fractions)
                    .withNonBindingBetaSpending(new SpendingFunction.HwangShihDeCani(-2), BETA);
        }
        if ("asOF".equals(type) && looks == 3) {
            fractions = new double[] {0.5, 0.75, 1};
        }
        return RpactDesigns.of(type, "", 1, ALPHA, fractions);
    }
}
