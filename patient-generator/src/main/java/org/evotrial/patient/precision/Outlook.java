package org.evotrial.patient.precision;

import java.util.Arrays;

/**
 * What the doses make of the cells of a tumour within one window, each predicted when it is first needed. Mutable; nothing is
 * allocated after creation.
 */
final class Outlook {
    private static final int TYPES = MaskedGrowth.TYPES;
    private static final int DOSES = MaskedGrowth.DOSES;
    private static final int BOTH = TYPES - 1;
    private static final double NOT_PREDICTED = -1;

    /** By how much rounding and the precision of event times may move predicted cells, with room to spare. */
    private static final double MARGIN = 1e-6;

    private final MaskedGrowth growth;
    private final double[] start = new double[TYPES];
    private final double[][] predicted = new double[DOSES][TYPES];
    private final double[] survived = new double[DOSES];
    private final double[] least = new double[DOSES];

    Outlook(MaskedGrowth growth) {
        this.growth = growth;
    }

    /** Forgets all predictions. */
    void forget() {
        Arrays.fill(survived, NOT_PREDICTED);
    }

    /** Sets the cells at the start of the window; keeps the predictions if they are the same as before. */
    Outlook from(double[] cells) {
        if (!Arrays.equals(start, cells)) {
            System.arraycopy(cells, 0, start, 0, TYPES);
            forget();
        }
        return this;
    }

    /** Days until death within the window; the length of the window if the patient lives. */
    double survival(int dose) {
        if (survived[dose] == NOT_PREDICTED) {
            System.arraycopy(start, 0, predicted[dose], 0, TYPES);
            survived[dose] = growth.advance(predicted[dose], dose);
        }
        return survived[dose];
    }

    /** Cells at the end of the window or at death. */
    double[] cells(int dose) {
        survival(dose);
        return predicted[dose];
    }

    /**
     * The dose with the longest survival in the window; among equals the fewest cells, doubly resistant ones first if asked. Doses
     * that leave more cells than the most promising one even without mutations are not predicted.
     */
    int best(boolean resistantFirst) {
        int promising = 0;
        for (int dose = 0; dose < DOSES; dose++) {
            least[dose] = least(dose, resistantFirst);
            promising = least[dose] < least[promising] ? dose : promising;
        }
        double most = Double.POSITIVE_INFINITY;
        if (survival(promising) == growth.windowDays()) {
            double[] then = predicted[promising];
            most = (1 + MARGIN) * (resistantFirst ? then[BOTH] : MaskedGrowth.total(then));
        }
        int best = promising;
        for (int dose = 0; dose < DOSES; dose++) {
            if (dose != promising && least[dose] <= most) {
                double gain = gain(dose, best, resistantFirst);
                best = gain > 0 || gain == 0 && dose < best ? dose : best;
            }
        }
        return best;
    }

    private double least(int dose, boolean resistantOnly) {
        double least = growth.least(start, dose, BOTH);
        for (int type = 0; type < BOTH && !resistantOnly; type++) {
            least += growth.least(start, dose, type);
        }
        return least;
    }

    /** Positive if one dose is better than the other. */
    private double gain(int one, int other, boolean resistantFirst) {
        double gain = survival(one) - survival(other);
        if (gain == 0 && resistantFirst) {
            gain = predicted[other][BOTH] - predicted[one][BOTH];
        }
        return gain == 0 ? MaskedGrowth.total(predicted[other]) - MaskedGrowth.total(predicted[one]) : gain;
    }
}
