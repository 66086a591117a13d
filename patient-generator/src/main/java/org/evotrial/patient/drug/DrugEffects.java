package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.StrictFunctions;

/** What the drugs of a trial do to every genotype in every organ, for a patient of average exposure. Immutable. */
public final class DrugEffects implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] maximumKill;
    private final double[] hill;
    private final double[] exposureSigmaLog;
    private final double[] killSigmaLog;
    private final double[] tolerantFraction;
    private final double[][][] logRelativeConcentration;
    private final int[][] regimenDrugs;
    private final double[][] regimenLogDoses;

    public DrugEffects(
            List<Mechanism> mechanisms, List<Organ> organs, Genotypes genotypes, PatientModelContext context) {
        List<DrugTreatment> drugs = drugsOf(mechanisms, organs, context);
        int count = drugs.size();
        maximumKill =
                drugs.stream().mapToDouble(DrugTreatment::maximumKillPerDay).toArray();
        hill = drugs.stream().mapToDouble(DrugTreatment::hill).toArray();
        killSigmaLog = drugs.stream().mapToDouble(DrugTreatment::killSigmaLog).toArray();
        tolerantFraction =
                drugs.stream().mapToDouble(DrugTreatment::tolerantKillFraction).toArray();
        exposureSigmaLog = drugs.stream()
                .mapToDouble(
                        d -> StrictFunctions.sqrt(StrictFunctions.log1p(d.betweenPatientCv() * d.betweenPatientCv())))
                .toArray();
        logRelativeConcentration = new double[count][organs.size()][genotypes.count()];
        for (int k = 0; k < count; k++) {
            for (int o = 0; o < organs.size(); o++) {
                fill(logRelativeConcentration[k][o], drugs.get(k), organs.get(o), mechanisms, genotypes);
            }
        }
        List<Regimen> regimens = context.regimens();
        regimenDrugs = new int[regimens.size()][];
        regimenLogDoses = new double[regimens.size()][];
        for (int r = 0; r < regimenDrugs.length; r++) {
            List<Regimen.Component> taken = regimens.get(r).components().stream()
                    .filter(c -> c.doseFraction() > 0)
                    .toList();
            regimenDrugs[r] = taken.stream()
                    .mapToInt(c -> context.treatmentIds().indexOf(c.treatment()))
                    .toArray();
            regimenLogDoses[r] = taken.stream()
                    .mapToDouble(c -> StrictFunctions.log(c.doseFraction()))
                    .toArray();
        }
    }

    private static List<DrugTreatment> drugsOf(
            List<Mechanism> mechanisms, List<Organ> organs, PatientModelContext context) {
        List<DrugTreatment> drugs = new ArrayList<>();
        for (int k = 0; k < context.treatments().size(); k++) {
            String pointer = "/treatments/" + context.treatmentIds().get(k);
            if (!(context.treatments().get(k) instanceof DrugTreatment drug)) {
                throw new ConfigurationException(pointer, "The disease evolving-tumour takes treatments of type drug.");
            }
            requireKnown(
                    pointer + "/resistanceFactors",
                    drug.resistanceFactors(),
                    mechanisms.stream().map(Mechanism::id).toList());
            requireKnown(
                    pointer + "/penetration",
                    drug.penetration(),
                    organs.stream().map(Organ::id).toList());
            drugs.add(drug);
        }
        return drugs;
    }

    private static void requireKnown(String pointer, Map<String, Double> values, List<String> names) {
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new ConfigurationException(
                        pointer + "/" + name, "expected one of " + String.join(", ", names) + " but found " + name);
            }
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new ConfigurationException(pointer + "/" + name, "expected a positive number but found " + value);
            }
        });
    }

    private static void fill(
            double[] byGenotype, DrugTreatment drug, Organ organ, List<Mechanism> mechanisms, Genotypes genotypes) {
        double plain = StrictFunctions.log(drug.concentration() / drug.ec50())
                + StrictFunctions.log(drug.penetration().getOrDefault(organ.id(), 1.0));
        for (int g = 0; g < byGenotype.length; g++) {
            double factor = 1;
            for (int m = 0; m < mechanisms.size(); m++) {
                if (genotypes.active(g, m)) {
                    factor *= drug.resistanceFactors()
                            .getOrDefault(mechanisms.get(m).id(), 1.0);
                }
            }
            byGenotype[g] = plain - StrictFunctions.log(factor);
        }
    }

    /** Whether a genotype is hit less than another by some drug in some organ, by a share of the drug's largest effect. */
    public boolean protects(int from, int to, double leastShare) {
        for (int drug = 0; drug < maximumKill.length; drug++) {
            for (double[] byGenotype : logRelativeConcentration[drug]) {
                double lost = hillEffect(drug, byGenotype[from]) - hillEffect(drug, byGenotype[to]);
                if (maximumKill[drug] > 0 && lost >= leastShare) {
                    return true;
                }
            }
        }
        return false;
    }

    private double hillEffect(int drug, double logX) {
        return 1 / (1 + StrictFunctions.exp(-hill[drug] * logX));
    }

    /** The regimen itself, or 0 (no treatment) if none of its drugs can kill: such regimens do the same. */
    public int effective(int regimen) {
        for (int drug : regimenDrugs[regimen]) {
            if (maximumKill[drug] > 0) {
                return regimen;
            }
        }
        return 0;
    }

    /** Number of drugs. */
    public int drugs() {
        return maximumKill.length;
    }

    /** Number of regimens. */
    public int regimens() {
        return regimenDrugs.length;
    }

    /** Number of drugs taken in a regimen. */
    public int drugsIn(int regimen) {
        return regimenDrugs[regimen].length;
    }

    /** The i-th drug of a regimen. */
    public int drugIn(int regimen, int i) {
        return regimenDrugs[regimen][i];
    }

    /** Standard deviation of the logarithm of the exposure. */
    public double exposureSigmaLog(int drug) {
        return exposureSigmaLog[drug];
    }

    /** Between-patient standard deviation of the logarithm of Emax. */
    public double killSigmaLog(int drug) {
        return killSigmaLog[drug];
    }

    /** Emax per day. */
    public double maximumKill(int drug) {
        return maximumKill[drug];
    }

    /** Kill of drug-tolerant cells relative to sensitive ones. */
    public double tolerantFraction(int drug) {
        return tolerantFraction[drug];
    }

    /**
     * Relative effect x^h / (1 + x^h) in [0, 1) of the i-th drug of a regimen.
     *
     * @param logExposure logarithm of the patient's exposure relative to the average
     */
    public double effect(int regimen, int i, int organ, int genotype, double logExposure) {
        int drug = regimenDrugs[regimen][i];
        double logX = logRelativeConcentration[drug][organ][genotype] + regimenLogDoses[regimen][i] + logExposure;
        return hillEffect(drug, logX);
    }
}
