package org.evotrial.patient.tumour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.ChromosomalInstability;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mortality;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.Seeding;
import org.evotrial.patient.disease.Shedding;
import org.evotrial.patient.disease.Strata;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.jspecify.annotations.Nullable;

/** A disease made for a test: one organ, lesions of equal size, drugs that act on sensitive cells with their full effect. */
final class SmallDisease {
    /** Relative concentration: a resistance factor of as much halves the effect, one of its square removes it. */
    static final double CONCENTRATION = 1e9;

    private final double birth;
    private final double death;
    private final List<String> drugIds = new ArrayList<>();
    private final List<DrugTreatment> drugs = new ArrayList<>();
    private List<Mechanism> mechanisms = List.of();
    private Lesions lesions = lesions(1e9, 0, 1e9, null);
    private double stepDays = 14;
    private @Nullable ChromosomalInstability instability;
    private @Nullable Strata strata;
    private @Nullable ClonalArchitecture architecture;

    private SmallDisease(double birth, double death) {
        this.birth = birth;
        this.death = death;
    }

    static SmallDisease of(double birthPerDay, double deathPerDay) {
        return new SmallDisease(birthPerDay, deathPerDay);
    }

    private static Lesions lesions(double primary, double metastases, double size, @Nullable Seeding seeding) {
        return new Lesions(primary, 0, metastases, size, 0, 0, 1e6, 1, 40, 1e12, seeding, null);
    }

    SmallDisease mechanisms(List<Mechanism> all) {
        mechanisms = all;
        return this;
    }

    SmallDisease stepDays(double days) {
        stepDays = days;
        return this;
    }

    SmallDisease sized(double primaryCells, double meanMetastases, double cellsEach, Seeding seeding) {
        lesions = lesions(primaryCells, meanMetastases, cellsEach, seeding);
        return this;
    }

    SmallDisease instability(ChromosomalInstability block) {
        instability = block;
        return this;
    }

    SmallDisease strata(Strata block) {
        strata = block;
        return this;
    }

    SmallDisease architecture(ClonalArchitecture block) {
        architecture = block;
        return this;
    }

    SmallDisease drug(String id, double killPerDay, Map<String, Double> resistance) {
        drugIds.add(id);
        drugs.add(Drug.killing(killPerDay)
                .at(CONCENTRATION, 1)
                .resisted(resistance)
                .treatment());
        return this;
    }

    EvolvingTumourDisease disease() {
        return new EvolvingTumourDisease(
                new Growth(birth, death, 0, null),
                lesions,
                List.of(new Organ("lung", 1, false, 1, null, null)),
                mechanisms,
                2,
                false,
                1e-9,
                null,
                null,
                null,
                0,
                "EGFR",
                new Shedding(1e-3, 0, 0, 30, 2.75, List.of(), null),
                new Mortality(0, 0, 1e12, 1, 1e16, null),
                stepDays,
                instability,
                strata,
                architecture,
                null);
    }

    /** Regimen 0 is none, regimen i the i-th drug alone. */
    TumourModel compile() {
        List<Regimen> regimens = new ArrayList<>(List.of(Regimen.NONE));
        drugIds.forEach(id -> regimens.add(Regimen.of(id)));
        return new TumourModel(
                disease(), new PatientModelContext(drugIds, List.copyOf(drugs), regimens, List.of(), List.of()));
    }
}
