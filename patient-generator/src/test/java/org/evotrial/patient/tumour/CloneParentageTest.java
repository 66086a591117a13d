package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mechanism.Kind;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.spi.Patient;
import org.evotrial.spi.truth.PatientTruth;
import org.junit.jupiter.api.Test;

/** Which genotype the first cell of another came from. Cells divide at .14 and die at .12 per day. */
class CloneParentageTest {
    private static final double BIRTH = .14;
    private static final double DEATH = .12;
    private static final double STEP = 14;
    private static final double FULL = SmallDisease.CONCENTRATION * SmallDisease.CONCENTRATION;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 12, 4, 0});

    private static Mechanism mechanism(String id, double rate, PreExisting preExisting, String... requires) {
        return new Mechanism(
                id,
                rate,
                null,
                0,
                preExisting,
                true,
                Kind.POINT_MUTATION,
                List.of(requires),
                List.of(),
                List.of(),
                0,
                0,
                1,
                1,
                null);
    }

    private static Mechanism arising(String id, double rate, String... requires) {
        return mechanism(id, rate, new PreExisting.None(), requires);
    }

    private static TumourModel model(Mechanism... mechanisms) {
        return SmallDisease.of(BIRTH, DEATH)
                .mechanisms(List.of(mechanisms))
                .stepDays(STEP)
                .drug("a", .08, Map.of("A", FULL))
                .drug("b", .06, Map.of("B", FULL))
                .compile();
    }

    private static PatientRates rates(TumourModel model) {
        PatientRates rates = new PatientRates(model);
        rates.renew(BIRTH, BIRTH - DEATH);
        rates.setDrug(0, 0, 1);
        rates.setDrug(1, 0, 1);
        return rates;
    }

    private Tumour grown(TumourModel model, double cells, int steps) {
        PatientRates rates = rates(model);
        Tumour tumour = new Tumour(model);
        tumour.clear();
        tumour.addLesion(0, cells);
        for (int i = 0; i < steps; i++) {
            tumour.step(rates, 0, i * STEP, STEP, random);
        }
        return tumour;
    }

    private static int genotype(TumourModel model, String name) {
        return model.genotypes.names().indexOf(name);
    }

    @Test
    void aMechanismThatRequiresAnotherArisesInCellsWithIt() {
        TumourModel model = model(arising("A", 1e-4), arising("B", 1e-3, "A"));
        Tumour tumour = grown(model, 1e6, 10);
        int both = genotype(model, "A+B");

        assertThat(tumour.cells(0, both)).isPositive();
        assertThat(tumour.parent(0)).isEqualTo(-1);
        assertThat(tumour.parent(genotype(model, "A"))).isZero();
        assertThat(tumour.parent(both)).isEqualTo(genotype(model, "A"));
    }

    @Test
    void whatHasNotEmergedHasNoParent() {
        TumourModel model = model(arising("A", 1e-12), arising("B", 1e-12, "A"));
        Tumour tumour = grown(model, 1e3, 1);

        assertThat(tumour.emergenceDay(genotype(model, "A"))).isInfinite();
        assertThat(tumour.parent(genotype(model, "A"))).isEqualTo(-1);
    }

    /**
     * Two neutral mechanisms of one rate are exchangeable, so that the first cell with both came from either with probability 1/2.
     * At 500 tumours and alpha 1e-6 a shift of .18 is detected with power .999; names would always have chosen the same one.
     */
    @Test
    void eitherOrderOfTwoEqualMechanismsIsAsFrequent() {
        TumourModel model = model(arising("A", 1e-3), arising("B", 1e-3));
        int a = genotype(model, "A");
        int b = genotype(model, "B");
        int fromA = 0;
        int emerged = 0;
        for (int i = 0; i < 500; i++) {
            int parent = grown(model, 2e4, 4).parent(genotype(model, "A+B"));
            assertThat(parent).isIn(-1, a, b);
            emerged += parent >= 0 ? 1 : 0;
            fromA += parent == a ? 1 : 0;
        }
        assertThat(emerged).isGreaterThan(400);
        assertThat(Math.abs(fromA - emerged / 2.0)).isLessThan(4.892 * Math.sqrt(emerged / 4.0));
    }

    /** Five million cells with one mechanism found thousands with both in a step, the few mutants of the other hardly any. */
    @Test
    void ofManyFoundedAtOnceTheParentIsThatOfMost() {
        TumourModel model = model(arising("A", 1e-3), arising("B", 1e-3));
        for (String first : List.of("A", "B")) {
            PatientRates rates = rates(model);
            Tumour tumour = new Tumour(model);
            tumour.clear();
            tumour.addLesion(0, 1e7);
            tumour.convert(0, 0, genotype(model, first), 5e6, random);
            tumour.step(rates, 0, 0, STEP, random);

            assertThat(tumour.cells(0, genotype(model, "A+B"))).isGreaterThan(1000);
            assertThat(tumour.parent(genotype(model, "A+B"))).isEqualTo(genotype(model, first));
        }
    }

    @Test
    void theFounderOfATruncalMechanismHasNoParentAndIsThatOfOthersAtBaseline() {
        TumourModel model = SmallDisease.of(BIRTH, DEATH)
                .mechanisms(List.of(
                        mechanism("T", 1e-9, new PreExisting.Truncal(1, List.of())),
                        mechanism("A", 1e-7, new PreExisting.ClosedForm()),
                        mechanism("B", 1e-5, new PreExisting.ClosedForm(), "A")))
                .drug("a", .08, Map.of("A", FULL))
                .drug("b", .06, Map.of("B", FULL))
                .compile();
        Patient patient = model.newPatient();
        int seen = 0;
        for (int i = 0; i < 20; i++) {
            patient.begin(new FirstLine.Streams(7, i));
            PatientTruth truth = patient.truth();
            int founder = genotype(model, "T");
            assertThat(truth.parent(founder)).isEqualTo(-1);
            assertThat(truth.emergenceDay(genotype(model, "T+A"))).isZero();
            assertThat(truth.parent(genotype(model, "T+A"))).isEqualTo(founder);
            if (truth.cells(genotype(model, "T+A+B")) > 0) {
                seen++;
                assertThat(truth.parent(genotype(model, "T+A+B"))).isEqualTo(genotype(model, "T+A"));
            }
        }
        assertThat(seen).isPositive();
    }
}
