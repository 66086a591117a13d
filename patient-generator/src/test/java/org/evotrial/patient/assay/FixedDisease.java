package org.evotrial.patient.assay;

import java.util.List;
import org.evotrial.patient.disease.NonTumourVariant;
import org.evotrial.patient.disease.Shedding;

/** A disease of two genotypes, sensitive and resistant, in three organs: lung, brain and liver. */
record FixedDisease(int phenotypeCount, List<NonTumourVariant> variants) implements AssayedDisease {
    static final int LUNG = 0;
    static final int BRAIN = 1;
    static final int LIVER = 2;

    FixedDisease(int phenotypeCount) {
        this(phenotypeCount, List.of());
    }

    @Override
    public List<String> biomarkers() {
        return List.of("driver", "resistance");
    }

    @Override
    public int genotypeCount() {
        return 2;
    }

    @Override
    public boolean carries(int genotype, int biomarker) {
        return biomarker == 0 || genotype == 1;
    }

    @Override
    public List<String> mechanisms() {
        return List.of("resistance");
    }

    @Override
    public boolean has(int genotype, int mechanism) {
        return genotype == 1;
    }

    @Override
    public List<String> phenotypes() {
        return phenotypeCount < 2 ? List.of() : List.of("sensitive", "tolerant");
    }

    @Override
    public int mostLesions() {
        return 8;
    }

    @Override
    public int organCount() {
        return 3;
    }

    @Override
    public boolean centralNervousSystem(int organ) {
        return organ == BRAIN;
    }

    @Override
    public boolean biopsyAccessible(int organ) {
        return organ != BRAIN;
    }

    @Override
    public double organShedding(int organ) {
        return organ == BRAIN ? .1 : 1;
    }

    @Override
    public Shedding shedding() {
        return new Shedding(1e-4, 0, 0, 30, 2.75, variants, null);
    }
}
