package org.evotrial.patient.theory;

/**
 * Rates of a branching process of several types of cells, constant in time. A cell of type i divides at rate b_i and dies at rate
 * d_i; at a division one daughter becomes type j with probability u_ij; and a cell turns into type j at rate k_ij without
 * dividing. Immutable.
 */
public final class BranchingRates {
    private final double[] birth;
    private final double[] death;
    private final double[][] mutation;
    private final double[][] transition;

    private BranchingRates(double[] birth, double[] death, double[][] mutation, double[][] transition) {
        this.birth = birth;
        this.death = death;
        this.mutation = mutation;
        this.transition = transition;
    }

    /**
     * Types that do not turn into each other.
     *
     * @param birthsPerDay b_i &ge; 0, one per type
     * @param deathsPerDay d_i &ge; 0, one per type
     * @return rates
     * @throws IllegalArgumentException if the lengths differ, there is no type or a rate is outside its domain
     */
    public static BranchingRates of(double[] birthsPerDay, double[] deathsPerDay) {
        int types = birthsPerDay.length;
        Admissible.atLeast("number of types", types, 1);
        Admissible.require(deathsPerDay.length == types, "number of deathsPerDay", deathsPerDay.length, "" + types);
        for (int i = 0; i < types; i++) {
            Admissible.nonNegative("birthsPerDay", birthsPerDay[i]);
            Admissible.nonNegative("deathsPerDay", deathsPerDay[i]);
        }
        return new BranchingRates(
                birthsPerDay.clone(), deathsPerDay.clone(), new double[types][types], new double[types][types]);
    }

    /**
     * These rates with a mutation.
     *
     * @param from type of the dividing cell
     * @param to type of one daughter, another one
     * @param probability u per division; those of a type sum to at most 1
     * @return rates
     */
    public BranchingRates withMutation(int from, int to, double probability) {
        requireTypes(from, to);
        Admissible.probability("probability", probability);
        double[][] changed = copy(mutation);
        changed[from][to] = probability;
        double sum = 0;
        for (double each : changed[from]) {
            sum += each;
        }
        Admissible.probability("sum of the probabilities of type " + from, sum);
        return new BranchingRates(birth, death, changed, transition);
    }

    /**
     * These rates with a transition without division.
     *
     * @param from type
     * @param to another type
     * @param perDay k &ge; 0
     * @return rates
     */
    public BranchingRates withTransition(int from, int to, double perDay) {
        requireTypes(from, to);
        Admissible.nonNegative("rate perDay", perDay);
        double[][] changed = copy(transition);
        changed[from][to] = perDay;
        return new BranchingRates(birth, death, mutation, changed);
    }

    /**
     * The same types, mutations and transitions with other deaths: what a drug does.
     *
     * @param deathsPerDay d_i &ge; 0, one per type
     * @return rates
     */
    public BranchingRates withDeaths(double... deathsPerDay) {
        BranchingRates checked = of(birth, deathsPerDay);
        return new BranchingRates(checked.birth, checked.death, mutation, transition);
    }

    /**
     * Number of types.
     *
     * @return at least 1
     */
    public int types() {
        return birth.length;
    }

    double birth(int type) {
        return birth[type];
    }

    double death(int type) {
        return death[type];
    }

    double mutation(int from, int to) {
        return mutation[from][to];
    }

    /**
     * The time derivative of the chances p = 1 - q, q the generating functions, in the form that keeps small chances exact: {@code
     * p_i' = (b_i - d_i) p_i - b_i (1 - U_i) p_i^2 + sum_j b_i u_ij (p_j (1 - p_i) - p_i) + sum_j k_ij (p_j - p_i)} with U_i = sum_j
     * u_ij.
     */
    void derivative(double[] chance, double[] derivative) {
        for (int i = 0; i < birth.length; i++) {
            double p = chance[i];
            double faithful = 1;
            double sum = (birth[i] - death[i]) * p;
            for (int j = 0; j < birth.length; j++) {
                double u = mutation[i][j];
                faithful -= u;
                sum += birth[i] * u * (chance[j] * (1 - p) - p) + transition[i][j] * (chance[j] - p);
            }
            derivative[i] = sum - birth[i] * faithful * p * p;
        }
    }

    /** The matrix of partial derivatives of {@link #derivative}. */
    double[][] jacobian(double[] chance) {
        double[][] matrix = new double[birth.length][birth.length];
        for (int i = 0; i < birth.length; i++) {
            double faithful = 1;
            for (int j = 0; j < birth.length; j++) {
                double u = mutation[i][j];
                faithful -= u;
                matrix[i][j] += birth[i] * u * (1 - chance[i]) + transition[i][j];
                matrix[i][i] -= birth[i] * u * (1 + chance[j]) + transition[i][j];
            }
            matrix[i][i] += birth[i] - death[i] - 2 * birth[i] * faithful * chance[i];
        }
        return matrix;
    }

    private void requireTypes(int from, int to) {
        requireType(from);
        requireType(to);
        Admissible.require(from != to, "type", to, "another than the type from which it comes");
    }

    void requireType(int type) {
        Admissible.require(type >= 0 && type < birth.length, "type", type, "below " + birth.length);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
