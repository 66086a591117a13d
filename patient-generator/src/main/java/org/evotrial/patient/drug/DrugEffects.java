package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.StrictFunctions;

/**
 * What the drugs of a trial do to every kind of cell everywhere. Immutable; {@link CellEffects} and {@link TissueEffects} say what
 * it comes to in a patient.
 */
public final class DrugEffects implements Serializable {
    static final int KILL = 0;
    static final int KILL_PER_DIVISION = 1;
    static final int CYTOSTASIS = 2;

    /** Instead of a phenotype: one that drugs act on in full. */
    static final int FULLY_SENSITIVE = -1;

    private static final long serialVersionUID = 1;

    private final double[][] largest;
    private final double[] hill;
    private final double[] exposureSigmaLog;
    private final double[] killSigmaLog;
    private final double[][] fractions;
    private final boolean[] actsOnCells;
    private final double[][] regimenDoses;
    private final int organs;
    private final Concentrations concentrations;
    private final Combinations combinations;
    private final Modifications modifications;
    private final DosingPlan dosing;

    /**
     * Compiles the drugs of a trial for a disease.
     *
     * @throws ConfigurationException where a treatment is no drug or names what the disease does not have
     */
    public DrugEffects(CellTypes cells, PatientModelContext context) {
        List<String> ids = context.treatmentIds();
        List<DrugTreatment> drugs = drugsOf(cells, context);
        organs = cells.organs().size();
        largest = new double[][] {
            drugs.stream().mapToDouble(DrugTreatment::maximumKillPerDay).toArray(),
            drugs.stream().mapToDouble(DrugTreatment::killPerDivision).toArray(),
            drugs.stream().mapToDouble(DrugTreatment::maximumCytostasis).toArray()
        };
        hill = drugs.stream().mapToDouble(DrugTreatment::hill).toArray();
        killSigmaLog = drugs.stream().mapToDouble(DrugTreatment::killSigmaLog).toArray();
        exposureSigmaLog = drugs.stream()
                .mapToDouble(
                        d -> StrictFunctions.sqrt(StrictFunctions.log1p(d.betweenPatientCv() * d.betweenPatientCv())))
                .toArray();
        fractions = drugs.stream()
                .map(d -> cells.phenotypes().stream()
                        .mapToDouble(p -> d.phenotypeKillFractions().getOrDefault(p.id(), p.killFraction()))
                        .toArray())
                .toArray(double[][]::new);
        actsOnCells = new boolean[drugs.size()];
        for (int k = 0; k < actsOnCells.length; k++) {
            actsOnCells[k] = drugs.get(k).actsOnCells();
        }
        concentrations = new Concentrations(drugs, cells);
        combinations = new Combinations(ids, drugs);
        modifications = new Modifications(ids, drugs, cells);
        dosing = new DosingPlan(ids, drugs);
        regimenDoses = context.regimens().stream().map(r -> doses(r, ids)).toArray(double[][]::new);
    }

    private static double[] doses(Regimen regimen, List<String> ids) {
        double[] doses = new double[ids.size()];
        regimen.components().forEach(c -> doses[ids.indexOf(c.treatment())] += c.doseFraction());
        return doses;
    }

    private static List<DrugTreatment> drugsOf(CellTypes cells, PatientModelContext context) {
        List<DrugTreatment> drugs = new ArrayList<>();
        for (int k = 0; k < context.treatments().size(); k++) {
            String pointer = "/treatments/" + context.treatmentIds().get(k);
            if (!(context.treatments().get(k) instanceof DrugTreatment drug)) {
                throw new ConfigurationException(pointer, "The disease evolving-tumour takes treatments of type drug.");
            }
            NamedFactors.requirePositive(
                    pointer + "/resistanceFactors",
                    drug.resistanceFactors(),
                    cells.mechanisms().stream().map(Mechanism::id).toList());
            NamedFactors.requirePositive(
                    pointer + "/penetration",
                    drug.penetration(),
                    cells.organs().stream().map(Organ::id).toList());
            NamedFactors.requirePositive(
                    pointer + "/nichePenetration",
                    drug.nichePenetration(),
                    cells.niches().stream()
                            .flatMap(List::stream)
                            .map(CellTypes.Niche::id)
                            .distinct()
                            .toList());
            NamedFactors.require(
                    pointer + "/phenotypeKillFractions",
                    drug.phenotypeKillFractions(),
                    cells.phenotypes().stream().map(CellTypes.Phenotype::id).toList(),
                    0);
            drugs.add(drug);
        }
        return drugs;
    }

    /** Whether a genotype is hit less than another by some drug somewhere, by a share of the drug's largest effect. */
    public boolean protects(int from, int to, double leastShare) {
        for (int drug = 0; drug < hill.length; drug++) {
            for (int organ = 0; actsOnCells[drug] && organ < organs; organ++) {
                for (int niche = 0; niche < concentrations.niches(organ); niche++) {
                    double lost = hillEffect(drug, concentrations.logRelative(drug, organ, niche, from))
                            - hillEffect(drug, concentrations.logRelative(drug, organ, niche, to));
                    if (lost >= leastShare) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a drug changes anything at all. */
    public boolean acts(int drug) {
        return actsOnCells[drug] || modifications.modifies(drug);
    }

    /** Number of drugs: treatments of the trial in their order. */
    public int drugs() {
        return hill.length;
    }

    /** Number of regimens. */
    public int regimens() {
        return regimenDoses.length;
    }

    /** Dose of a drug in a regimen relative to full dose. */
    public double dose(int regimen, int drug) {
        return regimenDoses[regimen][drug];
    }

    /** Standard deviation of the logarithm of the exposure. */
    public double exposureSigmaLog(int drug) {
        return exposureSigmaLog[drug];
    }

    /** Between-patient standard deviation of the logarithm of Emax. */
    public double killSigmaLog(int drug) {
        return killSigmaLog[drug];
    }

    /** Effect on average cells in the perfused part of an organ. */
    double effect(int drug, int organ, Exposure exposure, PatientDrugs patient) {
        double logX =
                concentrations.logRelative(drug, organ, 0, 0) + exposure.logDose(drug) + patient.logExposure(drug);
        return hillEffect(drug, logX);
    }

    double hillEffect(int drug, double logX) {
        return 1 / (1 + StrictFunctions.exp(-hill[drug] * logX));
    }

    /** Largest effect of a kind in a patient. */
    double largest(int kind, int drug, PatientDrugs patient) {
        return kind == CYTOSTASIS ? largest[kind][drug] : largest[kind][drug] * patient.killFactor(drug);
    }

    /** Effect on a phenotype relative to what it is on cells of full sensitivity. */
    double fraction(int drug, int phenotype) {
        return phenotype == FULLY_SENSITIVE ? 1 : fractions[drug][phenotype];
    }

    double hill(int drug) {
        return hill[drug];
    }

    boolean actsOnCells(int drug) {
        return actsOnCells[drug];
    }

    Concentrations concentrations() {
        return concentrations;
    }

    Combinations combinations() {
        return combinations;
    }

    Modifications modifications() {
        return modifications;
    }

    DosingPlan dosing() {
        return dosing;
    }

    /** Whether any drug is toxic. */
    public boolean toxic() {
        return dosing.toxic();
    }
}
