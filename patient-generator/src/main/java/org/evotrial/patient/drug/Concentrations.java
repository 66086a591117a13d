package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.spi.StrictFunctions;

/**
 * Logarithm of the concentration relative to EC50, for the average patient at full dose, by drug, organ, niche and genotype.
 * Immutable.
 */
final class Concentrations implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[][][][] logRelative;
    private final double[][][] nichePenetration;
    private final double[][] nicheEc50Factor;

    Concentrations(List<DrugTreatment> drugs, CellTypes cells) {
        int organs = cells.organs().size();
        logRelative = new double[drugs.size()][organs][][];
        nichePenetration = new double[drugs.size()][organs][];
        nicheEc50Factor = new double[organs][];
        for (int o = 0; o < organs; o++) {
            List<CellTypes.Niche> niches = cells.niches().get(o);
            nicheEc50Factor[o] =
                    niches.stream().mapToDouble(CellTypes.Niche::ec50Factor).toArray();
            for (int k = 0; k < drugs.size(); k++) {
                Map<String, Double> own = drugs.get(k).nichePenetration();
                nichePenetration[k][o] = niches.stream()
                        .mapToDouble(n -> own.getOrDefault(n.id(), n.penetration()))
                        .toArray();
                logRelative[k][o] = new double[niches.size()][];
                for (int n = 0; n < niches.size(); n++) {
                    double access = StrictFunctions.log(nichePenetration[k][o][n])
                            - StrictFunctions.log(niches.get(n).ec50Factor());
                    logRelative[k][o][n] =
                            byGenotype(drugs.get(k), cells.organs().get(o), access, cells);
                }
            }
        }
    }

    private static double[] byGenotype(DrugTreatment drug, Organ organ, double logAccess, CellTypes cells) {
        double plain = StrictFunctions.log(drug.concentration() / drug.ec50())
                + StrictFunctions.log(drug.penetration().getOrDefault(organ.id(), 1.0))
                + logAccess;
        List<Mechanism> mechanisms = cells.mechanisms();
        double[] values = new double[cells.genotypes().count()];
        for (int g = 0; g < values.length; g++) {
            double factor = 1;
            for (int m = 0; m < mechanisms.size(); m++) {
                if (cells.genotypes().active(g, m)) {
                    factor *= drug.resistanceFactors()
                            .getOrDefault(mechanisms.get(m).id(), 1.0);
                }
            }
            values[g] = plain - StrictFunctions.log(factor);
        }
        return values;
    }

    /** ln(C / EC50) of a drug at full dose. */
    double logRelative(int drug, int organ, int niche, int genotype) {
        return logRelative[drug][organ][niche][genotype];
    }

    /** Number of niches of an organ. */
    int niches(int organ) {
        return nicheEc50Factor[organ].length;
    }

    /**
     * What a changed access to a niche adds to ln(C / EC50).
     *
     * @param vascular factor on a penetration below 1, up to 1
     * @param stromal factor on the protection by the niche
     */
    double change(int drug, int organ, int niche, double vascular, double stromal) {
        double penetration = nichePenetration[drug][organ][niche];
        double protection = nicheEc50Factor[organ][niche];
        double change = 0;
        if (penetration < 1) {
            change += StrictFunctions.log(Math.min(1, penetration * vascular) / penetration);
        }
        if (protection > 1) {
            change += StrictFunctions.log(protection / (1 + (protection - 1) * stromal));
        }
        return change;
    }
}
