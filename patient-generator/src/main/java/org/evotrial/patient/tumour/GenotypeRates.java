package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.evotrial.patient.drug.CellEffects;

/**
 * Births, deaths and changes of state per day of the cells of one genotype in one organ of one patient under one exposure to
 * drugs, without what depends on the number of cells.
 */
final class GenotypeRates {
    private final TumourModel model;
    private final PatientRates patient;
    private final int genotype;
    final double[] birth;
    final double[] death;
    final double[] ownDeath;
    final double[] divisions;
    final double[] stress;
    final double[] away;
    final double[] deathPerDivision;
    final double[] transition;
    final double[] production;

    GenotypeRates(TumourModel model, PatientRates patient, int genotype) {
        this.model = model;
        this.patient = patient;
        this.genotype = genotype;
        int states = model.states.count();
        birth = new double[states];
        death = new double[states];
        ownDeath = new double[states];
        divisions = new double[states];
        stress = new double[states];
        away = new double[states];
        deathPerDivision = new double[states];
        transition = new double[states * states];
        production = new double[states * states];
    }

    /** Prepares the rates under an exposure in an organ. */
    void prepare(int exposure, int organ) {
        Arrays.fill(transition, 0);
        Arrays.fill(production, 0);
        for (int niche = 0; niche < model.states.niches(); niche++) {
            CellEffects drugs = patient.cellEffects().set(patient.exposure(exposure), organ, niche, genotype);
            prepareNiche(niche, drugs);
        }
        if (model.states.niches() > 1) {
            prepareExchange(patient.tissue(exposure, organ).exchangeFactor());
        }
    }

    private void prepareNiche(int niche, CellEffects drugs) {
        CellStates states = model.states;
        double genotypeBirth = patient.birth() * model.genotypes.birthFactor(genotype);
        double naturalDeath = patient.birth() - patient.netGrowth();
        double relativeEffect = drugs.stress(genotypeBirth);
        double staying = 1 - patient.supply().leavingPerDivision(genotype, relativeEffect);
        double leaving = patient.supply().perDay(genotype, relativeEffect);
        int first = niche * states.phenotypes();
        for (int phenotype = 0; phenotype < states.phenotypes(); phenotype++) {
            int state = first + phenotype;
            stress[state] = relativeEffect;
            divisions[state] = genotypeBirth * states.birthFactor(state) * drugs.birthFactor(phenotype);
            birth[state] = divisions[state] * staying;
            ownDeath[state] = naturalDeath * states.deathFactor(state) + drugs.kill(phenotype);
            deathPerDivision[state] = drugs.killPerDivision(phenotype);
            death[state] = ownDeath[state] + divisions[state] * deathPerDivision[state];
            away[state] = leaving;
            for (int daughter = 0; daughter < states.phenotypes(); daughter++) {
                double share = states.asymmetric(phenotype, daughter);
                production[state * states.count() + first + daughter] = share * divisions[state] * staying;
                birth[state] -= share * divisions[state] * staying;
            }
            birth[state] = Math.max(0, birth[state]);
        }
        for (int i = 0; i < states.transitions(); i++) {
            double rate = states.transition(i, relativeEffect) * drugs.transitionFactor(i);
            transition[(first + states.from(i)) * states.count() + first + states.to(i)] += rate;
        }
    }

    private void prepareExchange(double factor) {
        CellStates states = model.states;
        for (int from = 0; from < states.count(); from++) {
            for (int niche = 0; niche < states.niches(); niche++) {
                int to = niche * states.phenotypes() + states.phenotype(from);
                if (to != from) {
                    transition[from * states.count() + to] += states.exchangeTo(niche) * factor;
                }
            }
        }
    }

    /** Takes over the rates of a genotype, with births and deaths as they are foreseen in a lesion. */
    void condition(GenotypeRates base, LesionConditions conditions, int lesion) {
        int states = model.states.count();
        System.arraycopy(base.transition, 0, transition, 0, transition.length);
        System.arraycopy(base.stress, 0, stress, 0, states);
        System.arraycopy(base.away, 0, away, 0, states);
        for (int s = 0; s < states; s++) {
            divisions[s] = conditions.divisions(lesion, genotype, s);
            death[s] = conditions.death(lesion, genotype, s);
            double ratio = base.divisions[s] > 0 ? divisions[s] / base.divisions[s] : 0;
            birth[s] = base.birth[s] * ratio;
            for (int t = 0; t < states; t++) {
                production[s * states + t] = base.production[s * states + t] * ratio;
            }
        }
    }
}
