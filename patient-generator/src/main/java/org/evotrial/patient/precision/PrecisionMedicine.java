package org.evotrial.patient.precision;

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
    private static final int BOTH = TYPES - 1;

    /** Doses by index, first and second drug. */
    private static final int SECOND_DRUG = 0;

    private static final int FIRST_DRUG = 1;

    /** Windows whose outlook is kept, so that strategies share it as long as they coincide. */
    private static final int MOST_KEPT = 64;

    private final PrecisionRule rule;
    private final MaskedGrowth growth = new MaskedGrowth();
    private final double[] cells = new double[TYPES];
    private final Outlook[] outlooks;
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
        outlooks = new Outlook[(int) Math.min(MOST_KEPT, Math.ceil(rule.horizonDays() / rule.windowDays()))];
        for (int window = 0; window < outlooks.length; window++) {
            outlooks[window] = new Outlook(growth);
        }
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
        for (Outlook outlook : outlooks) {
            outlook.forget();
        }
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
        Outlook outlook = outlooks[Math.min(window, outlooks.length - 1)].from(cells);
        if (strategy == PrecisionStrategy.CURRENT_PRACTICE) {
            currentPractice(window, MaskedGrowth.total(cells));
        } else {
            dose = choose(strategy, outlook);
        }
        double lived = outlook.survival(dose);
        System.arraycopy(outlook.cells(dose), 0, cells, 0, TYPES);
        return lived;
    }

    private void currentPractice(int window, double burden) {
        if (window == 0) {
            dose = bestSingleDrug();
            nadir = burden;
        } else if (burden >= 2 * nadir || before < rule.detectionCells() && burden >= rule.detectionCells()) {
            dose = dose == FIRST_DRUG ? SECOND_DRUG : FIRST_DRUG;
            nadir = burden;
        }
        nadir = Math.min(nadir, burden);
        before = burden;
    }

    private int bestSingleDrug() {
        int dominant = 0;
        for (int type = 1; type < TYPES; type++) {
            dominant = cells[type] > cells[dominant] ? type : dominant;
        }
        return growth.rate(SECOND_DRUG, dominant) < growth.rate(FIRST_DRUG, dominant) ? SECOND_DRUG : FIRST_DRUG;
    }

    private int choose(PrecisionStrategy strategy, Outlook outlook) {
        double burden = MaskedGrowth.total(cells);
        return switch (strategy) {
            case CURRENT_PRACTICE, MINIMISE_TOTAL -> outlook.best(false);
            case MINIMISE_RESISTANT_ONCE_PRESENT -> outlook.best(cells[BOTH] > 1);
            case MINIMISE_RESISTANT_BELOW_1E9 -> outlook.best(burden < 1e9);
            case MINIMISE_RESISTANT_BELOW_1E11 -> outlook.best(burden < 1e11);
            case PREVENT_DOUBLE_RESISTANCE -> {
                int fewest = outlook.best(false);
                boolean tooLate = cells[BOTH] >= 1 && !curable();
                yield outlook.cells(fewest)[BOTH] >= 1 && !tooLate ? outlook.best(true) : fewest;
            }
        };
    }

    private boolean curable() {
        return growth.rate(FIRST_DRUG, BOTH) <= 0 || growth.rate(SECOND_DRUG, BOTH) <= 0;
    }
}
