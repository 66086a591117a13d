package org.evotrial.patient.tumour;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.TypeId;
import org.evotrial.patient.disease.ChromosomalInstability;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Immunity;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mortality;
import org.evotrial.patient.disease.Niches;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.Plasticity;
import org.evotrial.patient.disease.Shedding;
import org.evotrial.patient.disease.Strata;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.PatientModelContext;
import org.jspecify.annotations.Nullable;

/**
 * A disease whose tumours evolve under treatment.
 *
 * @param growth growth of sensitive cells
 * @param lesions lesions at baseline
 * @param organs where they lie; the primary in the first
 * @param mechanisms mechanisms of resistance
 * @param maximumMechanismsPerCell most mechanisms that one cell can gather
 * @param neutralMutations whether mutations of resistant cells that protect from no drug of the trial are followed
 * @param mutationsPerBasePerDivision mutations per base and division, for mechanisms that give their target bases (1e-9:
 *     Bozic et al. 2013, doi:10.7554/eLife.00747)
 * @param plasticity phenotypes between which cells switch; null: there is only one
 * @param niches regions of every lesion; null: lesions are well mixed
 * @param immunity killing by T cells; null: there is none
 * @param killSigmaLog between-patient standard deviation of the logarithm of the kill by any drug
 * @param driverBiomarker name under which assays report the DNA of all tumour cells; null: they cannot
 * @param shedding tumour DNA in plasma
 * @param mortality hazard of death
 * @param stepDays longest step of the simulation
 * @param chromosomalInstability chromosomal instability; null: none
 * @param strata biomarkers that patients have or do not have; null: none
 * @param clonalArchitecture mutations of trunk and branches, and passengers; null: not followed
 * @param remarks sources
 */
@TypeId("evolving-tumour")
@Description("Lesions of sensitive, drug-tolerant and resistant cells that divide, die and mutate under treatment.")
public record EvolvingTumourDisease(
        @Description("Growth of sensitive cells.") Growth growth,
        @Description("Lesions at baseline.") Lesions lesions,

        @Description("Organs in which lesions lie; the primary lies in the first.") @NotEmpty
        List<Organ> organs,

        @Description("Mechanisms of resistance.") @Default("[]")
        List<Mechanism> mechanisms,

        @Description("Most mechanisms that one cell can gather.") @Default("2") @Min(1) @Max(6)
        int maximumMechanismsPerCell,

        @Default("false")
        @Description(
                "Whether further mutations of resistant cells are followed that protect from no drug of the trial.")
        boolean neutralMutations,

        @Default("1e-9")
        @Probability
        @Description("Mutations per base and division, for mechanisms that give targetBases.")
        double mutationsPerBasePerDivision,

        @Description("Phenotypes between which cells switch without a mutation; without it there is only one.")
        @Nullable
        Plasticity plasticity,

        @Description("Regions of every lesion, between which cells move; without it lesions are well mixed.") @Nullable
        Niches niches,

        @Description("Killing of tumour cells by T cells; without it there is none.") @Nullable
        Immunity immunity,

        @Default("0") @Description("Between-patient standard deviation of the logarithm of the kill by any drug.")
        double killSigmaLog,

        @Nullable @Description("Name under which assays report the DNA of all tumour cells.")
        String driverBiomarker,

        @Description("Tumour DNA in plasma.") Shedding shedding,
        @Description("Hazard of death.") Mortality mortality,

        @Default("28") @Positive @Description("Longest step of the simulation, days.")
        double stepDays,

        @Nullable @Description("Chromosomal instability; without it rates of mutation are common to all patients.")
        ChromosomalInstability chromosomalInstability,

        @Nullable @Description("Biomarkers that patients have or do not have; baseline factors.")
        Strata strata,

        @Nullable @Description("The tree of clones behind the mechanisms; it changes no tumour.")
        ClonalArchitecture clonalArchitecture,

        @Nullable List<String> remarks)
        implements PatientModelConfiguration {

    /** The baseline factor: whether a lesion of the central nervous system can be seen at baseline. */
    public static final String CNS_METASTASES = "cns-metastases";

    @Override
    public List<String> biomarkers() {
        List<String> names = new ArrayList<>();
        if (driverBiomarker != null) {
            names.add(driverBiomarker);
        }
        if (clonalArchitecture != null) {
            names.addAll(clonalArchitecture.truncalMutations());
        }
        for (Mechanism mechanism : mechanisms) {
            if (mechanism.biomarker()) {
                names.add(mechanism.id());
            }
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> factors() {
        List<String> names = new ArrayList<>();
        if (organs.stream().anyMatch(Organ::centralNervousSystem)) {
            names.add(CNS_METASTASES);
        }
        if (strata != null) {
            strata.biomarkers().forEach(biomarker -> names.add(biomarker.id()));
        }
        return List.copyOf(names);
    }

    @Override
    public PatientModel create(PatientModelContext context) {
        return new TumourModel(this, context);
    }
}
