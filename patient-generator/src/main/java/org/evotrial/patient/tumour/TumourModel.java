package org.evotrial.patient.tumour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.patient.assay.AssaySampler;
import org.evotrial.patient.assay.AssayedDisease;
import org.evotrial.patient.assay.CompiledAssay;
import org.evotrial.patient.assay.TumourAssay;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.GrowthLaw;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.Shedding;
import org.evotrial.patient.disease.Strata;
import org.evotrial.patient.drug.DrugEffects;
import org.evotrial.patient.environment.Competition;
import org.evotrial.patient.environment.ImmuneModel;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.jspecify.annotations.Nullable;

/** The compiled disease with its drugs and assays: immutable, shared by all patients. */
final class TumourModel implements PatientModel, AssayedDisease {
    private static final long serialVersionUID = 1;
    private static final double LONGEST_IMMUNE_STEP_DAYS = 7;

    final EvolvingTumourDisease disease;
    final Genotypes genotypes;
    final CellStates states;
    final @Nullable Competition competition;
    final @Nullable ImmuneModel immunity;
    final double stepDays;
    final DrugEffects effects;
    final Acquisitions acquisitions;
    final @Nullable StratumLaw stratumLaw;
    final @Nullable StratumEffects stratumEffects;
    final int factors;
    final double[] organShares;
    final boolean[] centralNervousSystem;
    final double[] organShedding;
    private final CompiledAssay[] assays;
    private final int driverOffset;

    TumourModel(EvolvingTumourDisease disease, PatientModelContext context) {
        this.disease = disease;
        if (disease.growth().deathPerDay() >= disease.growth().birthPerDay()) {
            throw new ConfigurationException(
                    "/population/disease/growth/deathPerDay", "expected less than the birth rate, or nothing grows");
        }
        genotypes = new Genotypes(disease.mechanisms(), disease.maximumMechanismsPerCell());
        states = new CellStates(disease.plasticity(), disease.niches());
        effects = new DrugEffects(states.types(disease, genotypes), context);
        acquisitions = new Acquisitions(genotypes, effects, disease);
        factors = disease.factors().size();
        Strata strata = disease.strata();
        stratumLaw = strata == null ? null : new StratumLaw(strata);
        stratumEffects =
                strata == null ? null : new StratumEffects(strata, disease.mechanisms(), context.treatmentIds());
        GrowthLaw law = disease.growth().law();
        List<String> mechanisms =
                disease.mechanisms().stream().map(Mechanism::id).toList();
        competition = law instanceof GrowthLaw.Exponential
                ? null
                : Competition.of(law, genotypes, mechanisms, "/population/disease/growth/law");
        immunity = disease.immunity() == null ? null : new ImmuneModel(disease.immunity());
        double immuneDays = immunity == null ? disease.stepDays() : LONGEST_IMMUNE_STEP_DAYS;
        stepDays = Math.min(disease.stepDays(), Math.min(law.stepDays(), immuneDays));
        ClonalArchitecture architecture = disease.clonalArchitecture();
        driverOffset = (disease.driverBiomarker() == null ? 0 : 1)
                + (architecture == null ? 0 : architecture.truncalMutations().size());
        if (disease.biomarkers().stream().distinct().count()
                < disease.biomarkers().size()) {
            throw new ConfigurationException(
                    "/population/disease",
                    "expected different names of driver, truncal mutations and mechanisms but found "
                            + String.join(", ", disease.biomarkers()));
        }
        List<Organ> organs = disease.organs();
        centralNervousSystem = new boolean[organs.size()];
        organShedding = organs.stream().mapToDouble(Organ::sheddingFactor).toArray();
        organShares = organs.stream().mapToDouble(Organ::share).toArray();
        double total = 0;
        for (int o = 0; o < organs.size(); o++) {
            centralNervousSystem[o] = organs.get(o).centralNervousSystem();
            total += organShares[o];
        }
        if (!(total > 0)) {
            throw new ConfigurationException("/population/disease/organs", "expected shares with a positive sum");
        }
        for (int o = 0; o < organs.size(); o++) {
            organShares[o] /= total;
        }
        assays = new CompiledAssay[context.assays().size()];
        for (int a = 0; a < assays.length; a++) {
            assays[a] = compile(
                    context.assays().get(a), "/assays/" + context.assayIds().get(a));
        }
    }

    private CompiledAssay compile(AssayConfiguration assay, String pointer) {
        if (assay instanceof TumourAssay tumourAssay) {
            return tumourAssay.compile(this, pointer);
        }
        throw new ConfigurationException(pointer, "The disease evolving-tumour cannot be sampled with this assay.");
    }

    /** Whether births and deaths depend on the lesion. */
    boolean conditional() {
        return competition != null || immunity != null;
    }

    int assays() {
        return assays.length;
    }

    AssaySampler newSampler(int assay) {
        return assays[assay].newSampler(this);
    }

    @Override
    public List<String> biomarkers() {
        return disease.biomarkers();
    }

    @Override
    public int genotypeCount() {
        return genotypes.count();
    }

    @Override
    public int phenotypeCount() {
        return states.phenotypes();
    }

    @Override
    public List<String> mechanisms() {
        return disease.mechanisms().stream().map(Mechanism::id).toList();
    }

    @Override
    public boolean has(int genotype, int mechanism) {
        return genotypes.has(genotype, mechanism);
    }

    @Override
    public int mostLesions() {
        return disease.lesions().maximum();
    }

    @Override
    public int organCount() {
        return organShedding.length;
    }

    @Override
    public boolean centralNervousSystem(int organ) {
        return centralNervousSystem[organ];
    }

    @Override
    public boolean biopsyAccessible(int organ) {
        return disease.organs().get(organ).canBeBiopsied();
    }

    @Override
    public double organShedding(int organ) {
        return organShedding[organ];
    }

    @Override
    public Shedding shedding() {
        return disease.shedding();
    }

    @Override
    public boolean carries(int genotype, int biomarker) {
        if (biomarker < driverOffset) {
            return true;
        }
        int left = biomarker - driverOffset;
        for (int m = 0; m < disease.mechanisms().size(); m++) {
            if (disease.mechanisms().get(m).biomarker() && left-- == 0) {
                return genotypes.has(genotype, m);
            }
        }
        throw new IllegalArgumentException("There is no biomarker " + biomarker + ".");
    }

    @Override
    public Patient newPatient() {
        return new TumourPatient(this);
    }

    /** The genotypes in the founders' phenotype, and at the end the other phenotypes, whatever their genotype. */
    @Override
    public List<String> lineages() {
        List<String> names = new ArrayList<>(genotypes.names());
        names.addAll(states.names().subList(1, states.phenotypes()));
        return List.copyOf(names);
    }

    @Override
    public List<String> phenotypes() {
        return states.phenotypes() == 1 ? List.of() : states.names();
    }

    @Override
    public boolean toxic() {
        return effects.toxic();
    }

    @Override
    public int[] factorLevels() {
        int[] levels = new int[factors];
        Arrays.fill(levels, 2);
        return levels;
    }
}
