package org.evotrial.patient.environment;

/**
 * A tumour of sensitive and resistant cells in a tissue of capacity 1. Rates are per day and hold in an empty tissue.
 *
 * @param burden cells at the start as a share of the capacity, in (0, 1)
 * @param resistantFraction share of resistant cells among them, in [0, 1]
 * @param sensitiveBirth rS &ge; 0, births of sensitive cells
 * @param resistantBirth rR &ge; 0, births of resistant cells; with a cost of resistance (1 - cost) rS
 * @param sensitiveDeath dS &ge; 0; Strobl's turnover is dS / rS
 * @param resistantDeath dR &ge; 0
 */
public record SensitiveResistantTumour(
        double burden,
        double resistantFraction,
        double sensitiveBirth,
        double resistantBirth,
        double sensitiveDeath,
        double resistantDeath) {
    public SensitiveResistantTumour {
        require("burden", burden, burden > 0 && burden < 1, "(0, 1)");
        require("resistantFraction", resistantFraction, resistantFraction >= 0 && resistantFraction <= 1, "[0, 1]");
        requireRate("sensitiveBirth", sensitiveBirth);
        requireRate("resistantBirth", resistantBirth);
        requireRate("sensitiveDeath", sensitiveDeath);
        requireRate("resistantDeath", resistantDeath);
    }

    /**
     * The tumour of Strobl et al. 2021: both types die at the same rate.
     *
     * @param burden cells at the start as a share of the capacity, in (0, 1)
     * @param resistantFraction share of resistant cells among them, in [0, 1]
     * @param birth rS, births of sensitive cells per day
     * @param cost relative reduction of the births of resistant cells, in [0, 1]
     * @param turnover deaths of either type relative to rS, &ge; 0
     */
    public static SensitiveResistantTumour withCostAndTurnover(
            double burden, double resistantFraction, double birth, double cost, double turnover) {
        require("cost", cost, cost >= 0 && cost <= 1, "[0, 1]");
        double death = turnover * birth;
        return new SensitiveResistantTumour(burden, resistantFraction, birth, (1 - cost) * birth, death, death);
    }

    private static void requireRate(String name, double value) {
        require(name, value, value >= 0 && value < Double.POSITIVE_INFINITY, "[0, infinity)");
    }

    private static void require(String name, double value, boolean fits, String admissible) {
        if (!fits) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must lie in " + admissible + ".");
        }
    }
}
