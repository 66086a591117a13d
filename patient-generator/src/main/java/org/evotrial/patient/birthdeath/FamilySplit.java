package org.evotrial.patient.birthdeath;

import org.evotrial.spi.StrictFunctions;

/**
 * How the cells of a surviving family are spread over states: the parameters of {@link FamilySampler}, fitted to the
 * family's survival probability, means and second moments.
 *
 * <p>Either clones: state j is there with probability pi_j = 2 E[N_j]^2/(E[N_j^2] + E[N_j]), so that N_j is geometric where it is not
 * zero; one state is certain to be there, every other is there or not by itself. That is the law where cells change state
 * rarely. Or a mixture: one certain cell, of state j with a probability theta_j in proportion to E[N_j]^2/E[N_j^2], and
 * further cells of every state whether or not the certain one is of it. That is the law where they change often, and taken when
 * clones would leave the states' numbers less correlated than they are.
 */
final class FamilySplit {
    private static final int FITTING_ROUNDS = 40;
    private static final int RAISING_ROUNDS = 12;

    /** Presences are not raised beyond this factor; where that is not enough, changes of state are frequent. */
    private static final double MOST_RAISED = 1.5;

    private static final double ROOM_FOR_OWN = 1.5;

    /** Share of the largest overdispersion below which a state has no say in how much states vary together. */
    private static final double NEGLIGIBLE = 1e-3;

    private final double[] certain;
    private final double[] extra;
    private final double[] further;
    private final double[] overdispersion;
    private final double[] load;
    private final double[] one;
    private final double[] square;
    private final double[] weight;
    private final double[] least;
    private final double[] greatest;
    private double sharedVariance;
    private boolean clones;
    private int m;

    /** Workspace for so many states. */
    FamilySplit(int mostStates) {
        certain = new double[mostStates];
        extra = new double[mostStates];
        further = new double[mostStates];
        overdispersion = new double[mostStates];
        load = new double[mostStates];
        one = new double[mostStates];
        square = new double[mostStates];
        weight = new double[mostStates];
        least = new double[mostStates];
        greatest = new double[mostStates];
    }

    /** Whether further cells come only where the state is certain or extra. */
    boolean clones() {
        return clones;
    }

    /** Probability that the certain cell is of state j. */
    double certain(int j) {
        return certain[j];
    }

    /** Probability that state j is there though the certain cell is of another. */
    double extra(int j) {
        return extra[j];
    }

    /** Expected further cells of state j. */
    double further(int j) {
        return further[j];
    }

    /** Variance of the further cells of state j less their mean. */
    double overdispersion(int j) {
        return overdispersion[j];
    }

    /** Expected further cells of state j per unit of the gamma variate that the states share. */
    double load(int j) {
        return load[j];
    }

    /** Variance of the gamma variate that the states of one family share; its mean is 1; 0 if there is none. */
    double sharedVariance() {
        return sharedVariance;
    }

    /** Fits the parameters to the family of one cell of state i. */
    void fit(int states, int i, double survival, double[] mean, FamilyMoments moments) {
        m = states;
        for (int j = 0; j < m; j++) {
            one[j] = mean[i * m + j] / survival;
            square[j] = moments.factorial(i, j, j) / survival + one[j];
        }
        double share = correlationOfClones(1, i, survival, moments);
        if (share > 1) {
            share = raisePresence(i, survival, moments);
        }
        if (share > 1) {
            fitMixture();
            share = sharedCorrelation(i, survival, moments);
        }
        setLoads(Math.max(0, Math.min(1, share)));
    }

    /** The smallest factor on all presences with which the clones can be as correlated as they are, if there is one. */
    private double raisePresence(int i, double survival, FamilyMoments moments) {
        double high = MOST_RAISED;
        double share = correlationOfClones(high, i, survival, moments);
        if (share > 1) {
            return share;
        }
        double low = 1;
        for (int round = 0; round < RAISING_ROUNDS; round++) {
            double middle = 0.5 * (low + high);
            if (correlationOfClones(middle, i, survival, moments) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return correlationOfClones(high, i, survival, moments);
    }

    private double correlationOfClones(double factor, int i, double survival, FamilyMoments moments) {
        boolean possible = fitClones(factor);
        return possible ? sharedCorrelation(i, survival, moments) : 2;
    }

    /** Returns false if the presences cannot sum to one. */
    private boolean fitClones(double factor) {
        clones = true;
        for (int j = 0; j < m; j++) {
            double geometric = one[j] > 0 ? 2 * one[j] * one[j] / (square[j] + one[j]) : 0;
            // room for further cells, which carry the overdispersion
            greatest[j] = Math.min(1, 0.5 * (geometric + one[j]));
            weight[j] = Math.min(factor * geometric, greatest[j]);
            least[j] = weight[j];
        }
        double sum = fitSum();
        for (int j = 0; j < m; j++) {
            double presence = certain[j];
            certain[j] = presence / sum;
            extra[j] = certain[j] < 1 ? Math.max(0, (presence - certain[j]) / (1 - certain[j])) : 0;
            double there = presence > 0 ? one[j] / presence : 0;
            further[j] = Math.max(0, there - 1);
            double variance = presence > 0 ? square[j] / presence - there * there : 0;
            overdispersion[j] = further[j] > 1e-12 ? Math.max(0, variance - further[j]) : 0;
        }
        return sum > 1 - 1e-9;
    }

    private void fitMixture() {
        clones = false;
        for (int j = 0; j < m; j++) {
            double variance = Math.max(0, square[j] - one[j] * one[j]);
            greatest[j] = Math.min(1, one[j]);
            least[j] = Math.min(greatest[j], StrictFunctions.sqrt(Math.max(0, one[j] - variance)));
            weight[j] = one[j] > 0 ? 1e-3 * one[j] * one[j] / square[j] : 0;
        }
        double sum = fitSum();
        for (int j = 0; j < m; j++) {
            certain[j] /= sum;
            extra[j] = 0;
            further[j] = Math.max(0, one[j] - certain[j]);
            double variance = square[j] - one[j] * one[j] - certain[j] * (1 - certain[j]);
            overdispersion[j] = further[j] > 1e-12 ? Math.max(0, variance - further[j]) : 0;
        }
    }

    /** The smallest multiple of the weights, each within its limits, that sums to one or more; returns the sum. */
    private double fitSum() {
        double low = 1;
        double high = 1;
        while (sumAt(high) < 1 - 1e-12 && high < 1e15) {
            low = high;
            high *= 4;
        }
        for (int round = 0; round < FITTING_ROUNDS && high > low; round++) {
            double middle = 0.5 * (low + high);
            if (sumAt(middle) < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sumAt(high);
    }

    private double sumAt(double factor) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            certain[j] = Math.max(least[j], Math.min(greatest[j], factor * weight[j]));
            sum += certain[j];
        }
        return sum;
    }

    /** The correlation of the states' gamma variates that gives the size of the family its variance. */
    private double sharedCorrelation(int i, double survival, FamilyMoments moments) {
        double wanted = 0;
        double pairs = 0;
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < j; k++) {
                double product = moments.factorial(i, j, k) / survival;
                double both = clones ? together(j, k) : 1;
                double apart =
                        clones ? both * (1 + further[j]) * (1 + further[k]) : one[j] * one[k] - certain[j] * certain[k];
                wanted += product - apart;
                pairs += both * StrictFunctions.sqrt(overdispersion[j] * overdispersion[k]);
            }
        }
        return pairs > 0 ? wanted / pairs : clones && wanted > 1e-9 ? 2 : 0;
    }

    private double together(int j, int k) {
        double neither = Math.max(0, 1 - certain[j] - certain[k]);
        return certain[j] * extra[k] + certain[k] * extra[j] + neither * extra[j] * extra[k];
    }

    /** A shared variate as variable as the most variable state is, so that no state's load exceeds its mean. */
    private void setLoads(double correlation) {
        double most = 0;
        for (int j = 0; j < m; j++) {
            most = Math.max(most, overdispersion[j]);
        }
        double steepest = 0;
        for (int j = 0; j < m; j++) {
            // a state that is almost never there must not make the shared variate one that is almost always 0
            if (overdispersion[j] > NEGLIGIBLE * most) {
                steepest = Math.max(steepest, overdispersion[j] / (further[j] * further[j]));
            }
        }
        // of clones, some families lack the state: the rest of its mean must carry the variance between them
        steepest *= clones ? ROOM_FOR_OWN : 1;
        sharedVariance = correlation > 0 ? steepest : 0;
        for (int j = 0; j < m; j++) {
            load[j] = sharedVariance > 0 && overdispersion[j] > NEGLIGIBLE * most
                    ? Math.min(further[j], StrictFunctions.sqrt(correlation * overdispersion[j] / steepest))
                    : 0;
        }
    }
}
