package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.List;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/** Schedules, adherence and toxicity of all drugs. Immutable. */
final class DosingPlan implements Serializable {
    private static final long serialVersionUID = 1;

    private final DosingSchedule[] schedules;
    private final @Nullable Adherence[] adherence;
    private final @Nullable Toxicity[] toxicity;
    private final double[][] levels;
    private final double[][] hazardRatio;
    private final boolean adheres;
    private final boolean toxic;

    DosingPlan(List<String> ids, List<DrugTreatment> drugs) {
        int count = drugs.size();
        schedules = new DosingSchedule[count];
        adherence = new Adherence[count];
        toxicity = new Toxicity[count];
        levels = new double[count][];
        hazardRatio = new double[count][count];
        boolean anyAdherence = false;
        boolean anyToxicity = false;
        for (int k = 0; k < count; k++) {
            Dosing dosing = drugs.get(k).dosing();
            Toxicity of = drugs.get(k).toxicity();
            schedules[k] = new DosingSchedule(dosing);
            adherence[k] = dosing == null ? null : dosing.adherence();
            toxicity[k] = of;
            anyAdherence |= adherence[k] != null;
            anyToxicity |= of != null;
            int reduced = of == null ? 0 : of.reducedDoses().size();
            levels[k] = new double[1 + reduced];
            levels[k][0] = 1;
            for (int level = 1; of != null && level <= reduced; level++) {
                levels[k][level] = of.reducedDoses().get(level - 1);
            }
            readHazardRatios(k, of, ids);
        }
        adheres = anyAdherence;
        toxic = anyToxicity;
    }

    private void readHazardRatios(int drug, @Nullable Toxicity of, List<String> ids) {
        for (int other = 0; other < ids.size(); other++) {
            hazardRatio[drug][other] = of == null ? 1 : of.hazardRatioWith().getOrDefault(ids.get(other), 1.0);
        }
        if (of != null) {
            List<String> others =
                    ids.stream().filter(id -> !id.equals(ids.get(drug))).toList();
            NamedFactors.requirePositive(
                    "/treatments/" + ids.get(drug) + "/toxicity/hazardRatioWith", of.hazardRatioWith(), others);
        }
    }

    int drugs() {
        return schedules.length;
    }

    DosingSchedule schedule(int drug) {
        return schedules[drug];
    }

    @Nullable
    Adherence adherence(int drug) {
        return adherence[drug];
    }

    @Nullable
    Toxicity toxicity(int drug) {
        return toxicity[drug];
    }

    /** Dose of a level of a drug; level 0 is full dose. */
    double levelDose(int drug, int level) {
        return levels[drug][level];
    }

    /** Number of levels of a drug, full dose included. */
    int levels(int drug) {
        return levels[drug].length;
    }

    /** Whether patients miss doses of any drug. */
    boolean adheres() {
        return adheres;
    }

    /** Whether any drug is toxic. */
    boolean toxic() {
        return toxic;
    }

    /** Events per day of a drug taken at these doses of all drugs, by a patient with this exposure. */
    double hazard(int drug, double[] doses, double logExposure, boolean early) {
        Toxicity of = toxicity[drug];
        if (of == null || doses[drug] == 0) {
            return 0;
        }
        double logLoad = StrictFunctions.log(doses[drug]) + logExposure;
        double hazard = of.hazard(early) * StrictFunctions.exp(of.doseExponent() * logLoad);
        for (int other = 0; other < doses.length; other++) {
            hazard *= doses[other] > 0 ? hazardRatio[drug][other] : 1;
        }
        return hazard;
    }
}
