package org.evotrial.patient.tumour;

import java.util.List;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Immunity;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mortality;
import org.evotrial.patient.disease.Niches;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.Plasticity;
import org.evotrial.patient.disease.Shedding;
import org.jspecify.annotations.Nullable;

/** Diseases of tests: what a test does not name is off, the tumour never kills, and EGFR is the driver. */
final class Diseases {
    private final Growth growth;
    private final List<Mechanism> mechanisms;
    private Lesions lesions = new Lesions(1e9, 0, 0, 1e9, 0, 0, 1e6, 1, 4, 1e12, null);
    private List<Organ> organs = List.of(new Organ("lung", 1, false, 1, null, null));
    private boolean neutralMutations;
    private @Nullable Plasticity plasticity;
    private @Nullable Niches niches;
    private @Nullable Immunity immunity;
    private double stepDays = 28;

    Diseases(Growth growth, List<Mechanism> mechanisms) {
        this.growth = growth;
        this.mechanisms = mechanisms;
    }

    Diseases lesions(Lesions those) {
        lesions = those;
        return this;
    }

    Diseases organs(Organ... those) {
        organs = List.of(those);
        return this;
    }

    Diseases neutralMutations(boolean followed) {
        neutralMutations = followed;
        return this;
    }

    Diseases plasticity(@Nullable Plasticity that) {
        plasticity = that;
        return this;
    }

    Diseases niches(@Nullable Niches those) {
        niches = those;
        return this;
    }

    Diseases immunity(@Nullable Immunity that) {
        immunity = that;
        return this;
    }

    Diseases stepDays(double days) {
        stepDays = days;
        return this;
    }

    EvolvingTumourDisease build() {
        return new EvolvingTumourDisease(
                growth,
                lesions,
                organs,
                mechanisms,
                2,
                neutralMutations,
                1e-9,
                plasticity,
                niches,
                immunity,
                0,
                "EGFR",
                new Shedding(1e-3, 0, 0, 30, 2.75, List.of(), null),
                new Mortality(0, 0, 1e12, 1, 1e13, null),
                stepDays,
                null,
                null,
                null,
                null);
    }
}
