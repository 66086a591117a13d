package org.evotrial.patient.drug;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Exponential;
import org.jspecify.annotations.Nullable;

/**
 * Toxic events of one patient. Each drug's events happen where its integrated hazard reaches the times of a unit Poisson process
 * that is the patient's own, so that the same patient meets every design. A reusable workspace; hazards are constant between
 * {@link #setHazards} and the next call.
 */
final class ToxicityCourse {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final DosingPlan plan;
    private final KeyedRandom random = new KeyedRandom();
    private final long[] key;
    private final int[] drugEvents;
    private final double[] left;
    private final double[] hazard;
    private final int[] level;
    private final double[] interruptedUntil;
    private final double[] firstTaken;
    private final boolean[] discontinued;
    private int events;
    private boolean died;
    private double eventDay;
    private int eventDrug;

    ToxicityCourse(DosingPlan plan) {
        this.plan = plan;
        int drugs = plan.drugs();
        key = new long[drugs];
        drugEvents = new int[drugs];
        left = new double[drugs];
        hazard = new double[drugs];
        level = new int[drugs];
        interruptedUntil = new double[drugs];
        firstTaken = new double[drugs];
        discontinued = new boolean[drugs];
    }

    /** Begins a patient, with the patient's stream if any drug is toxic. */
    void begin(@Nullable UniformRandomProvider stream) {
        Arrays.fill(drugEvents, 0);
        Arrays.fill(hazard, 0);
        Arrays.fill(level, 0);
        Arrays.fill(interruptedUntil, 0);
        Arrays.fill(firstTaken, NEVER);
        Arrays.fill(discontinued, false);
        events = 0;
        died = false;
        eventDay = NEVER;
        for (int drug = 0; drug < key.length; drug++) {
            key[drug] = stream == null ? 0 : stream.nextLong();
            left[drug] = Exponential.draw(random.at(key[drug], 0));
        }
    }

    /** What toxicity leaves of a drug's dose on a day: 0 while interrupted or after discontinuation. */
    double factor(int drug, double day) {
        return discontinued[drug] || day < interruptedUntil[drug] ? 0 : plan.levelDose(drug, level[drug]);
    }

    /** Takes note that these doses are taken from a day on, and returns the day of the next event or change of hazards or doses. */
    double setHazards(double day, double[] doses, PatientDrugs patient) {
        eventDay = NEVER;
        double next = NEVER;
        for (int drug = 0; drug < hazard.length; drug++) {
            Toxicity toxicity = plan.toxicity(drug);
            hazard[drug] = 0;
            if (toxicity == null) {
                continue;
            }
            if (doses[drug] > 0) {
                firstTaken[drug] = Math.min(firstTaken[drug], day);
            }
            double earlyUntil = firstTaken[drug] + toxicity.earlyDays();
            hazard[drug] = plan.hazard(drug, doses, patient.logExposure(drug), day < earlyUntil);
            if (interruptedUntil[drug] > day) {
                next = Math.min(next, interruptedUntil[drug]);
            }
            if (earlyUntil > day) {
                next = Math.min(next, earlyUntil);
            }
            double event = hazard[drug] > 0 ? day + left[drug] / hazard[drug] : NEVER;
            if (event < eventDay) {
                eventDay = event;
                eventDrug = drug;
            }
        }
        return Math.min(next, eventDay);
    }

    /** Lives through days with the hazards as they are. */
    void spend(double days) {
        for (int drug = 0; drug < hazard.length; drug++) {
            left[drug] = Math.max(0, left[drug] - hazard[drug] * days);
        }
    }

    /** Lets the event of the day happen, if there is one; whether there was. */
    boolean occur(double day) {
        if (day < eventDay) {
            return false;
        }
        int drug = eventDrug;
        Toxicity toxicity = plan.toxicity(drug);
        if (toxicity == null) {
            throw new IllegalStateException("There is no toxicity of drug " + drug + ".");
        }
        events++;
        int number = ++drugEvents[drug];
        UniformRandomProvider own = random.at(key[drug], number);
        left[drug] = Exponential.draw(own);
        died = own.nextDouble() < toxicity.deathProbability();
        boolean stops = own.nextDouble() < toxicity.discontinuationProbability();
        boolean reduces = own.nextDouble() < toxicity.reductionProbability() && plan.levels(drug) > 1;
        if (died) {
            return true;
        }
        interruptedUntil[drug] = day + toxicity.interruptionDays();
        if (reduces && !stops) {
            stops = level[drug] == plan.levels(drug) - 1;
            level[drug] += stops ? 0 : 1;
        }
        discontinued[drug] = stops;
        return true;
    }

    boolean died() {
        return died;
    }

    int events() {
        return events;
    }

    double levelDose(int drug) {
        return plan.levelDose(drug, level[drug]);
    }

    boolean discontinued(int drug) {
        return discontinued[drug];
    }
}
