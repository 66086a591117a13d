package org.evotrial.patient.drug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.jspecify.annotations.Nullable;

/** Drugs for tests, changed from a plain one: C = EC50 = 1, h = 1, nothing else. Each change makes another drug. */
public final class Drug {
    static final String BRAIN = "brain";

    private double kill;
    private double cytostasis;
    private double killPerDivision;
    private double concentration = 1;
    private double hill = 1;
    private Map<String, Double> resistance = Map.of();
    private Map<String, Double> penetration = Map.of();
    private Map<String, Double> phenotypes = Map.of();
    private @Nullable Combination combination;
    private @Nullable Modification modifies;
    private @Nullable Dosing dosing;
    private @Nullable Toxicity toxicity;

    private Drug() {}

    private Drug(Drug like) {
        kill = like.kill;
        cytostasis = like.cytostasis;
        killPerDivision = like.killPerDivision;
        concentration = like.concentration;
        hill = like.hill;
        resistance = like.resistance;
        penetration = like.penetration;
        phenotypes = like.phenotypes;
        combination = like.combination;
        modifies = like.modifies;
        dosing = like.dosing;
        toxicity = like.toxicity;
    }

    private Drug with(Consumer<Drug> change) {
        Drug changed = new Drug(this);
        change.accept(changed);
        return changed;
    }

    /** A drug that kills, half as much as this at its concentration. */
    public static Drug killing(double perDay) {
        return new Drug().with(d -> d.kill = perDay);
    }

    /** It also slows division. */
    public Drug slowing(double share) {
        return with(d -> d.cytostasis = share);
    }

    /** It also kills cells that divide. */
    public Drug killingDividing(double perDivision) {
        return with(d -> d.killPerDivision = perDivision);
    }

    /** Its concentration in units of EC50, and the steepness of its effect. */
    public Drug at(double newConcentration, double newHill) {
        return with(d -> {
            d.concentration = newConcentration;
            d.hill = newHill;
        });
    }

    /** Factors on EC50 by mechanism. */
    public Drug resisted(Map<String, Double> factors) {
        return with(d -> d.resistance = factors);
    }

    /** Concentrations by organ, relative to plasma. */
    public Drug reaching(Map<String, Double> organs) {
        return with(d -> d.penetration = organs);
    }

    /** Effects by phenotype, relative to sensitive cells. */
    public Drug on(Map<String, Double> fractions) {
        return with(d -> d.phenotypes = fractions);
    }

    /** How it combines with others. */
    public Drug combined(@Nullable String group, Combination.Rule rule, Map<String, Double> interactions) {
        return combined(new Combination(group, rule, interactions, null));
    }

    /** How it combines with others. */
    public Drug combined(Combination newCombination) {
        return with(d -> d.combination = newCombination);
    }

    /** What else it changes. */
    public Drug modifying(@Nullable Modification modification) {
        return with(d -> d.modifies = modification);
    }

    /** When and how much of it is taken. */
    public Drug dosed(@Nullable Dosing newDosing) {
        return with(d -> d.dosing = newDosing);
    }

    /** What it does to the patient. */
    public Drug toxic(@Nullable Toxicity newToxicity) {
        return with(d -> d.toxicity = newToxicity);
    }

    /** The drug as configuration. */
    public DrugTreatment treatment() {
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
                penetration,
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
