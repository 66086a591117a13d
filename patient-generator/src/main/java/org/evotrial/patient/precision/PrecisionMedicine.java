package org.evotrial.patient.precision;

import java.util.Arrays;

/**
 * Survival of a patient whose two drugs are given by a strategy: every window one of the doses (0, 1), (1, 0) and (1/2, 1/2) of the
 * two drugs, until death or the horizon. Between decisions the equation of {@link MaskedGrowth} is solved exactly, types
 * passing one cell and death included.
 *
 * <p>Sources: Beckman, Schemmann and Yeang 2012, doi:10.1073/pnas.1203559109; Yeang and Beckman 2016,
 * doi:10.1186/s13062-016-0153-2. The published programs also know finer doses; with these three they are the same model.
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated.
 */
public final class PrecisionMedicine {
    private static final int TYPES = MaskedGrowth.TYPES;
    private static final int DOSES = MaskedGrowth.DOSES;
    private static final int BOTH = TYPES - 1;

    /** Doses by index, first and second drug. */
    private static final int SECOND_DRUG = 0;

    private static final int FIRST_DRUG = 1;
    private static final double NOT_PREDICTED = -1;

    /** By how much rounding and the precision of event times may move predicted cells, with room to spare. */
    private static final double MARGIN = 1e-6;

    private final PrecisionRule rule;
    private final MaskedGrowth growth = new MaskedGrowth();
    private final double[] cells = new double[TYPES];
    private final double[][] predicted = new double[DOSES][TYPES];
    private final double[] survived = new double[DOSES];
    private final double[] least = new double[DOSES];
    private TwoDrugTumour tumour;
    private double nadir;
    private double before;
    private int dose;

    /**
     * @param rule windows, thresholds and horizon
     * @param tumour the first tumour; {@link #begin} sets others
     */
    public PrecisionMedicine(PrecisionRule rule, TwoDrugTumour tumour) {
        this.rule = rule;
        this.tumour = tumour;
        begin(tumour);
    }

    /**
     * Sets the tumour that all strategies treat until the next call.
     *
     * @return this object
     */
    public PrecisionMedicine begin(TwoDrugTumour treated) {
        tumour = treated;
        growth.begin(treated, rule.windowDays(), rule.lethalCells());
        return this;
    }

    /** Returns the days until death, or the horizon if the patient is alive then. */
    public double survivalDays(PrecisionStrategy strategy) {
        cells[0] = tumour.sensitive();
        cells[1] = tumour.resistantToFirst();
        cells[2] = tumour.resistantToSecond();
        cells[BOTH] = tumour.resistantToBoth();
        if (MaskedGrowth.total(cells) >= rule.lethalCells()) {
            return 0;
        }
        for (int window = 0; window * rule.windowDays() < rule.horizonDays() && !cured(); window++) {
            double lived = treat(strategy, window);
            if (lived < rule.windowDays()) {
                return Math.min(rule.horizonDays(), window * rule.windowDays() + lived);
            }
        }
        return rule.horizonDays();
    }

    /** Whether no type had a whole cell left at the end of the last run. */
    public boolean cured() {
        for (double count : cells) {
            if (count >= 1) {
                return false;
            }
        }
        return true;
    }

    /** Cells at the end of the last run: type 0 is S, 1 is R1, 2 is R2, 3 is R12. */
    public double cells(int type) {
        return cells[type];
    }

    private double treat(PrecisionStrategy strategy, int window) {
        if (strategy == PrecisionStrategy.CURRENT_PRACTICE) {
            double burden = MaskedGrowth.total(cells);
            currentPractice(window, burden);
            before = burden;
            return growth.advance(cells, dose);
        }
        Arrays.fill(survived, NOT_PREDICTED);
        dose = choose(strategy);
        System.arraycopy(predicted[dose], 0, cells, 0, TYPES);
        return survived[dose];
    }

    private void currentPractice(int window, double burden) {
        if (window == 0) {
            dose = bestSingleDrug();
            nadir = burden;
            return;
        }
        boolean emerges = before < rule.detectionCells() && burden >= rule.detectionCells();
        if (emerges || burden >= 2 * nadir) {
            dose = dose == FIRST_DRUG ? SECOND_DRUG : FIRST_DRUG;
            nadir = burden;
        }
        nadir = Math.min(nadir, burden);
    }

    private int bestSingleDrug() {
        int dominant = 0;
        for (int type = 1; type < TYPES; type++) {
            dominant = cells[type] > cells[dominant] ? type : dominant;
        }
        return growth.rate(SECOND_DRUG, dominant) < growth.rate(FIRST_DRUG, dominant) ? SECOND_DRUG : FIRST_DRUG;
    }

    private int choose(PrecisionStrategy strategy) {
        double burden = MaskedGrowth.total(cells);
        return switch (strategy) {
            case CURRENT_PRACTICE, MINIMISE_TOTAL -> best(false);
            case MINIMISE_RESISTANT_ONCE_PRESENT -> best(cells[BOTH] > 1);
            case MINIMISE_RESISTANT_BELOW_1E9 -> best(burden < 1e9);
            case MINIMISE_RESISTANT_BELOW_1E11 -> best(burden < 1e11);
            case PREVENT_DOUBLE_RESISTANCE -> {
                int fewest = best(false);
                boolean tooLate = cells[BOTH] >= 1 && !curable();
                yield predicted[fewest][BOTH] >= 1 && !tooLate ? best(true) : fewest;
            }
        };
    }

    private boolean curable() {
        return growth.rate(FIRST_DRUG, BOTH) <= 0 || growth.rate(SECOND_DRUG, BOTH) <= 0;
    }

    /**
     * The dose with the longest survival in the window; among equals the fewest cells, doubly resistant ones first if asked. Doses
     * that leave more cells than the most promising one even without mutations are not predicted.
     */
    private int best(boolean resistantFirst) {
        int promising = 0;
        for (int d = 0; d < DOSES; d++) {
            least[d] = least(d, resistantFirst);
            promising = least[d] < least[promising] ? d : promising;
        }
        predict(promising);
        boolean survives = survived[promising] == rule.windowDays();
        double bound =
                (1 + MARGIN) * (resistantFirst ? predicted[promising][BOTH] : MaskedGrowth.total(predicted[promising]));
        int best = promising;
        for (int d = 0; d < DOSES; d++) {
            if (d != promising && !(survives && least[d] > bound)) {
                predict(d);
                double gain = gain(d, best, resistantFirst);
                best = gain > 0 || gain == 0 && d < best ? d : best;
            }
        }
        return best;
    }

    private double least(int d, boolean resistantOnly) {
        double least = growth.least(cells, d, BOTH);
        for (int type = 0; type < BOTH && !resistantOnly; type++) {
            least += growth.least(cells, d, type);
        }
        return least;
    }

    private void predict(int d) {
        if (survived[d] == NOT_PREDICTED) {
            System.arraycopy(cells, 0, predicted[d], 0, TYPES);
            survived[d] = growth.advance(predicted[d], d);
        }
    }

    /** Positive if one dose is better than the other. */
    private double gain(int one, int other, boolean resistantFirst) {
        double gain = survived[one] - survived[other];
        if (gain == 0 && resistantFirst) {
            gain = predicted[other][BOTH] - predicted[one][BOTH];
        }
        return gain == 0 ? MaskedGrowth.total(predicted[other]) - MaskedGrowth.total(predicted[one]) : gain;
    }
}
