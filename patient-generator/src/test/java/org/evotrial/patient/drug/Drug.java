package org.evotrial.patient.drug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.jspecify.annotations.Nullable;

/** Drugs for tests, changed from a plain one: C = EC50 = 1, h = 1, nothing else. */
record Drug(
        double kill,
        double cytostasis,
        double killPerDivision,
        double concentration,
        double hill,
        Map<String, Double> resistance,
        Map<String, Double> phenotypes,
        @Nullable Combination combination,
        @Nullable Modification modifies,
        @Nullable Dosing dosing,
        @Nullable Toxicity toxicity) {
    static final String BRAIN = "brain";

    static Drug killing(double perDay) {
        return new Drug(perDay, 0, 0, 1, 1, Map.of(), Map.of(), null, null, null, null);
    }

    Drug slowing(double share) {
        return new Drug(
                kill,
                share,
                killPerDivision,
                concentration,
                hill,
                resistance,
                phenotypes,
                combination,
                modifies,
                dosing,
                toxicity);
    }

    Drug killingDividing(double perDivision) {
        return new Drug(
                kill,
                cytostasis,
                perDivision,
                concentration,
                hill,
                resistance,
                phenotypes,
                combination,
                modifies,
                dosing,
                toxicity);
    }

    Drug at(double newConcentration, double newHill) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                newConcentration,
                newHill,
                resistance,
                phenotypes,
                combination,
                modifies,
                dosing,
                toxicity);
    }

    Drug resisted(Map<String, Double> factors) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                hill,
                factors,
                phenotypes,
                combination,
                modifies,
                dosing,
                toxicity);
    }

    Drug on(Map<String, Double> fractions) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                hill,
                resistance,
                fractions,
                combination,
                modifies,
                dosing,
                toxicity);
    }

    Drug combined(@Nullable String group, Combination.Rule rule, Map<String, Double> interactions) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                hill,
                resistance,
                phenotypes,
                new Combination(group, rule, interactions, null),
                modifies,
                dosing,
                toxicity);
    }

    Drug modifying(Modification modification) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                hill,
                resistance,
                phenotypes,
                combination,
                modification,
                dosing,
                toxicity);
    }

    Drug dosed(Dosing newDosing) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                hill,
                resistance,
                phenotypes,
                combination,
                modifies,
                newDosing,
                toxicity);
    }

    Drug toxic(Toxicity newToxicity) {
        return new Drug(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                hill,
                resistance,
                phenotypes,
                combination,
                modifies,
                dosing,
                newToxicity);
    }

    DrugTreatment treatment() {
        return new DrugTreatment(
                kill,
                cytostasis,
                killPerDivision,
                concentration,
                0,
                1,
                hill,
                0,
                resistance,
                Map.of(),
                Map.of(),
                phenotypes,
                combination,
                modifies,
                dosing,
                toxicity,
                null);
    }

    /** Drugs a, b, c ... with a regimen of each at full dose, and a last one of all together. */
    static DrugEffects effects(Drug... drugs) {
        Map<String, DrugTreatment> named = new LinkedHashMap<>();
        List<Regimen> regimens = new ArrayList<>(List.of(Regimen.NONE));
        List<Regimen.Component> all = new ArrayList<>();
        for (Drug drug : drugs) {
            String id = String.valueOf((char) ('a' + named.size()));
            named.put(id, drug.treatment());
            regimens.add(Regimen.of(id));
            all.add(new Regimen.Component(id, 1));
        }
        regimens.add(new Regimen(all));
        return new DrugEffects(
                cells(),
                new PatientModelContext(
                        List.copyOf(named.keySet()), List.copyOf(named.values()), regimens, List.of(), List.of()));
    }

    /** Mechanisms R1 and R2; a lung, and a brain with a niche of a fifth of the concentration and tenfold EC50; two phenotypes. */
    static CellTypes cells() {
        List<Mechanism> mechanisms = List.of(mechanism("R1"), mechanism("R2"));
        return new CellTypes(
                mechanisms,
                new Genotypes(mechanisms, 2),
                List.of(new Organ("lung", 1, false, 1, null, null), new Organ(BRAIN, 1, true, 1, null, null)),
                List.of(
                        List.of(CellTypes.Niche.PERFUSED),
                        List.of(CellTypes.Niche.PERFUSED, new CellTypes.Niche("sanctuary", .2, 10))),
                List.of(new CellTypes.Phenotype("sensitive", 1), new CellTypes.Phenotype("tolerant", .25)),
                List.of(
                        new CellTypes.Transition("sensitive", "tolerant"),
                        new CellTypes.Transition("tolerant", "sensitive")));
    }

    private static Mechanism mechanism(String id) {
        return new Mechanism(id, 1e-8, 0, new PreExisting.None(), true, null);
    }

    /** What an average patient's cells of the sensitive genotype meet in the lung. */
    static CellEffects lung(DrugEffects effects, double... doses) {
        return at(effects, 0, 0, 0, doses);
    }

    static CellEffects at(DrugEffects effects, int organ, int niche, int genotype, double... doses) {
        return new CellEffects(effects, new PatientDrugs(effects.drugs())).set(exposure(doses), organ, niche, genotype);
    }

    static Exposure exposure(double... doses) {
        Exposure exposure = new Exposure(doses.length);
        exposure.set(doses);
        return exposure;
    }
}
