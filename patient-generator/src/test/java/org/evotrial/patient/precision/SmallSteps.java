package org.evotrial.patient.precision;

/** The equation of dynamic precision medicine in small steps, and its strategies spelled out: slow and plain. */
final class SmallSteps {
    static final double DAYS = .015;
    private static final double[][] DOSES = {{0, 1}, {1, 0}, {.5, .5}};
    private final double[] growth = new double[4];
    private final double[][] kill = new double[4][2];
    private final double[][] mutation = new double[4][4];
    double[] cells;

    SmallSteps(TwoDrugTumour tumour) {
        cells = new double[] {
            tumour.sensitive(), tumour.resistantToFirst(), tumour.resistantToSecond(), tumour.resistantToBoth()
        };
        PrecisionDrug[] drugs = {tumour.first(), tumour.second()};
        for (int type = 0; type < 4; type++) {
            growth[type] = tumour.growthPerDay();
            for (int drug = 0; drug < 2; drug++) {
                boolean resistant = (type & 1 << drug) != 0;
                kill[type][drug] = resistant ? drugs[drug].killOfResistantPerDay() : drugs[drug].killPerDay();
                if (!resistant) {
                    mutation[type][type | 1 << drug] = drugs[drug].resistancePerDivision();
                }
            }
        }
    }

    /** Returns the days until 1e13 cells, or the given days. */
    double advance(double[] x, double[] dose, double days) {
        int steps = (int) Math.round(days / DAYS);
        double[] factor = new double[4];
        for (int j = 0; j < 4; j++) {
            factor[j] = Math.exp(DAYS * (growth[j] - kill[j][0] * dose[0] - kill[j][1] * dose[1]));
        }
        for (int step = 0; step < steps; step++) {
            double[] born = new double[4];
            for (int j = 0; j < 4; j++) {
                for (int i = 0; x[j] >= 1 && i < 4; i++) {
                    born[i] += DAYS * mutation[j][i] * growth[j] * x[j] * .5 * (1 + factor[j]);
                }
            }
            for (int j = 0; j < 4; j++) {
                x[j] = (x[j] >= 1 ? factor[j] * x[j] : x[j]) + born[j] * (x[j] >= 1 ? .5 * (1 + factor[j]) : 1);
            }
            if (total(x) >= 1e13) {
                return (step + 1) * DAYS;
            }
        }
        return days;
    }

    static double total(double[] x) {
        return x[0] + x[1] + x[2] + x[3];
    }

    double survival(PrecisionStrategy strategy) {
        double nadir = Double.POSITIVE_INFINITY;
        double before = 0;
        int dose = 0;
        for (int window = 0; window < 40; window++) {
            double burden = total(cells);
            if (strategy == PrecisionStrategy.CURRENT_PRACTICE) {
                if (window == 0) {
                    int dominant = 0;
                    for (int j = 1; j < 4; j++) {
                        dominant = cells[j] > cells[dominant] ? j : dominant;
                    }
                    dose = kill[dominant][1] > kill[dominant][0] ? 0 : 1;
                } else if (burden >= 2 * nadir || (before < 1e9 && burden >= 1e9)) {
                    dose = 1 - dose;
                    nadir = Double.POSITIVE_INFINITY;
                }
                nadir = Math.min(nadir, burden);
                before = burden;
            } else {
                dose = lookAhead(strategy);
            }
            double lived = advance(cells, DOSES[dose], 45);
            if (lived < 45) {
                return 45 * window + lived;
            }
        }
        return 1800;
    }

    private int lookAhead(PrecisionStrategy strategy) {
        int best = -1;
        double bestValue = 0;
        double bestTotal = 0;
        for (int d = 0; d < 3; d++) {
            double[] x = cells.clone();
            double lived = advance(x, DOSES[d], 45);
            boolean resistant = strategy == PrecisionStrategy.MINIMISE_RESISTANT_ONCE_PRESENT && cells[3] > 1
                    || strategy == PrecisionStrategy.MINIMISE_RESISTANT_BELOW_1E11 && total(cells) < 1e11;
            double value = lived < 45 ? 1e100 / lived : resistant ? x[3] : total(x);
            if (best < 0 || value < bestValue || value == bestValue && total(x) < bestTotal) {
                best = d;
                bestValue = value;
                bestTotal = total(x);
            }
        }
        return best;
    }
}
