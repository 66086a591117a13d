package org.evotrial.patient.tumour;

import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.GrowthLaw;
import org.evotrial.patient.drug.TissueEffects;
import org.evotrial.patient.environment.CompetitionStep;
import org.evotrial.patient.environment.ImmuneModel;
import org.evotrial.patient.environment.ImmuneResponse;
import org.jspecify.annotations.Nullable;

/**
 * Births and deaths where they depend on the lesion itself: crowding and the immune response. They are foreseen for one step
 * at a time and held at their averages over it, so that the means at its end are those of rates that change all the time.
 */
final class LesionConditions {
    /** Chromosomal instability may leave less net growth than this; Gompertz growth needs some. */
    private static final double MOST_DEATH_SHARE = 0.999;

    private final Acquisitions acquisitions;
    private final CellStates states;
    private final GrowthLaw law;
    private final @Nullable CompetitionStep competition;
    private final Genotypes genotypes;
    private final @Nullable ImmuneResponse immuneResponse;
    private final int types;
    private final double[] baselineCells;
    private final double[] ownInfiltration;
    private final double[] infiltration;
    private final double[] exhaustion;
    private final double[] nextInfiltration;
    private final double[] nextExhaustion;
    private final double[] birth;
    private final double[] death;
    private final int[] order;
    private double capacityFactor = 1;

    LesionConditions(TumourModel model) {
        acquisitions = model.acquisitions;
        states = model.states;
        law = model.disease.growth().law();
        genotypes = model.genotypes;
        types = states.count() * genotypes.count();
        competition = model.competition == null
                ? null
                : new CompetitionStep(model.competition, types, types * (states.count() - 1));
        ImmuneModel immunity = model.immunity;
        immuneResponse = immunity == null ? null : new ImmuneResponse(immunity.immunity());
        int most = model.disease.lesions().maximum();
        baselineCells = new double[most];
        ownInfiltration = new double[most];
        infiltration = new double[most];
        exhaustion = new double[most];
        nextInfiltration = new double[most];
        nextExhaustion = new double[most];
        birth = new double[most * types];
        death = new double[most * types];
        order = new int[types];
    }

    /** Begins a lesion of so many cells, without immune response so far. */
    void begin(int lesion, double cells) {
        baselineCells[lesion] = cells;
        ownInfiltration[lesion] = 0;
        infiltration[lesion] = 0;
        exhaustion[lesion] = 0;
    }

    /** Sets a lesion's own infiltration; exhaustion is what it settles to at the lesion's size. */
    void setInfiltration(int lesion, double own) {
        if (immuneResponse != null) {
            ownInfiltration[lesion] = own;
            infiltration[lesion] = immuneResponse.settledInfiltration(own, 0);
            exhaustion[lesion] = immuneResponse.settledExhaustion(baselineCells[lesion], 0);
        }
    }

    /**
     * Foresees one step of a lesion.
     *
     * @param lesion the lesion
     * @param cells cells by genotype and state, from {@code at} on
     * @param alive a bit per genotype with cells
     * @param base rates without what depends on the lesion
     * @param patient the patient's rates
     * @param tissue what the drugs do to the tissue around it
     * @param days length of the step
     */
    void foresee(
            int lesion,
            double[] cells,
            int at,
            long alive,
            OrganSteps base,
            PatientRates patient,
            TissueEffects tissue,
            double days) {
        capacityFactor = tissue.carryingCapacityFactor();
        double kill = immuneResponse == null ? 0 : immuneKill(immuneResponse, lesion, cells, at, alive, tissue, days);
        long needed = withDescendants(withDescendants(alive));
        if (competition != null) {
            compete(competition, lesion, cells, at, needed, base, patient, kill, days);
            return;
        }
        for (long left = needed; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            GenotypeRates rates = base.of(g).rates();
            for (int s = 0; s < states.count(); s++) {
                int type = lesion * types + g * states.count() + s;
                birth[type] = rates.divisions[s];
                death[type] = rates.death[s] + kill * susceptibility(g, s);
            }
        }
    }

    private long withDescendants(long genotypeBits) {
        long all = genotypeBits;
        for (long left = genotypeBits; left != 0; left &= left - 1) {
            all |= acquisitions.descendants(Long.numberOfTrailingZeros(left));
        }
        return all;
    }

    private double susceptibility(int genotype, int state) {
        return immuneResponse == null ? 0 : genotypes.antigenicity(genotype) * states.immuneFactor(state);
    }

    private double immuneKill(
            ImmuneResponse response,
            int lesion,
            double[] cells,
            int at,
            long alive,
            TissueEffects tissue,
            double days) {
        double total = 0;
        for (long left = alive; left != 0; left &= left - 1) {
            int first = at + Long.numberOfTrailingZeros(left) * states.count();
            for (int s = 0; s < states.count(); s++) {
                total += cells[first + s];
            }
        }
        response.from(infiltration[lesion], exhaustion[lesion])
                .advance(
                        ownInfiltration[lesion],
                        total,
                        tissue.checkpointInhibition(),
                        tissue.myeloidInhibition(),
                        days);
        nextInfiltration[lesion] = response.infiltration();
        nextExhaustion[lesion] = response.exhaustion();
        return response.averageKill();
    }

    private void compete(
            CompetitionStep step,
            int lesion,
            double[] cells,
            int at,
            long needed,
            OrganSteps base,
            PatientRates patient,
            double immuneKill,
            double days) {
        double deathShare = Math.min(MOST_DEATH_SHARE, 1 - patient.netGrowth() / patient.birth());
        step.begin(law.capacity(baselineCells[lesion]), baselineCells[lesion], deathShare);
        int added = 0;
        for (long left = needed; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            GenotypeRates rates = base.of(g).rates();
            int first = added;
            for (int s = 0; s < states.count(); s++) {
                double deaths = rates.ownDeath[s] + immuneKill * susceptibility(g, s);
                double count = cells[at + g * states.count() + s];
                step.add(g, count, rates.divisions[s], deaths, rates.deathPerDivision[s], capacityFactor);
                order[added++] = g * states.count() + s;
            }
            change(step, first, rates);
        }
        step.advance(days);
        for (int i = 0; i < added; i++) {
            birth[lesion * types + order[i]] = step.birthPerDay(i);
            death[lesion * types + order[i]] = step.deathPerDay(i);
        }
    }

    private void change(CompetitionStep step, int first, GenotypeRates rates) {
        int count = states.count();
        for (int s = 0; s < count; s++) {
            for (int t = 0; t < count; t++) {
                if (rates.transition[s * count + t] > 0) {
                    step.change(first + s, first + t, rates.transition[s * count + t]);
                }
            }
        }
    }

    /** The foreseen step of a lesion has been lived through. */
    void pass(int lesion) {
        if (immuneResponse != null) {
            infiltration[lesion] = nextInfiltration[lesion];
            exhaustion[lesion] = nextExhaustion[lesion];
        }
    }

    /** Average divisions per cell and day in the foreseen step. */
    double divisions(int lesion, int genotype, int state) {
        return birth[lesion * types + genotype * states.count() + state];
    }

    /** Average deaths per cell and day in the foreseen step. */
    double death(int lesion, int genotype, int state) {
        return death[lesion * types + genotype * states.count() + state];
    }
}
