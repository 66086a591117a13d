package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Organ;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

/** The evolving tumour against closed forms and invariances, in small diseases made for the purpose. */
class TumourEvolutionTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 7, 0, 0});

    private static Mechanism mechanism(String id, double rate) {
        return new Mechanism(id, rate, 0, new PreExisting.None(), true, null);
    }

    private static DrugTreatment drug(double kill, Map<String, Double> resistance, Map<String, Double> penetration) {
        return Drug.killing(kill)
                .at(1e6, 1)
                .resisted(resistance)
                .reaching(penetration)
                .treatment();
    }

    private static TumourModel model(double birth, double death, List<Mechanism> mechanisms, DrugTreatment... drugs) {
        EvolvingTumourDisease disease = new Diseases(new Growth(birth, death, 0, null), mechanisms)
                .lesions(new Lesions(1e9, 0, 0, 1e9, 0, 0, 1e6, 1, 40, 1e12, null))
                .organs(new Organ("lung", 1, false, 1, null, null), new Organ("brain", 0, true, .1, null, null))
                .build();
        List<String> ids = List.of("a", "b").subList(0, drugs.length);
        List<Regimen> regimens = drugs.length == 1
                ? List.of(Regimen.NONE, Regimen.of("a"))
                : List.of(Regimen.NONE, Regimen.of("a"), Regimen.of("b"));
        return new TumourModel(disease, new PatientModelContext(ids, List.of(drugs), regimens, List.of(), List.of()));
    }

    /** Share of tumours of equal lesions that are extinct after treatment. */
    private long cured(TumourModel model, int lesions, double cellsEach, int tumours) {
        PatientRates rates = new PatientRates(model);
        rates.renew(
                model.disease.growth().birthPerDay(),
                model.disease.growth().birthPerDay() - model.disease.growth().deathPerDay());
        rates.setDrug(0, 0, 1);
        Tumour tumour = new Tumour(model);
        long cured = 0;
        for (int i = 0; i < tumours; i++) {
            tumour.clear();
            for (int k = 0; k < lesions; k++) {
                tumour.addLesion(0, cellsEach);
            }
            double day = 0;
            while (tumour.total() > 0 && tumour.total() < 1e10) {
                tumour.step(rates, 1, day, 28, random);
                day += 28;
            }
            cured += tumour.total() == 0 ? 1 : 0;
        }
        return cured;
    }

    @Test
    void cureDuringDeclineHasItsClosedForm() {
        // P(no surviving mutant) = exp(M U s/s') = .7165 at M = 2e7, U = 5e-8, b = .14, d = .13, d' = .17 (Bozic et al.
        // 2013)
        TumourModel model = model(.14, .13, List.of(mechanism("R", 5e-8)), drug(.04, Map.of("R", 1e9), Map.of()));
        int tumours = 20_000;
        GoodnessOfFit.assertShare(cured(model, 1, 2e7, tumours), tumours, Math.exp((1 - 13.0 / 14) / (1 - 17.0 / 14)));
    }

    @Test
    void splittingALesionLeavesTheProbabilityOfCureUnchanged() {
        TumourModel model = model(.14, .13, List.of(mechanism("R", 5e-8)), drug(.04, Map.of("R", 1e9), Map.of()));
        int tumours = 8_000;
        GoodnessOfFit.assertShare(cured(model, 20, 1e6, tumours), tumours, Math.exp((1 - 13.0 / 14) / (1 - 17.0 / 14)));
    }

    @Test
    void relabellingMechanismsChangesNothing() {
        Mechanism first = mechanism("A", 4e-8);
        Mechanism second = mechanism("B", 1e-8);
        DrugTreatment drug = drug(.04, Map.of("A", 1e9, "B", 10.0), Map.of());
        TumourModel one = model(.14, .13, List.of(first, second), drug);
        TumourModel other = model(.14, .13, List.of(second, first), drug);
        int tumours = 10_000;
        long[] counts = {cured(one, 2, 1e7, tumours), 0};
        long[] relabelled = {cured(other, 2, 1e7, tumours), 0};
        counts[1] = tumours - counts[0];
        relabelled[1] = tumours - relabelled[0];
        assertThat(counts[0]).isBetween(tumours / 10L, 9L * tumours / 10);
        GoodnessOfFit.assertSameLaw(counts, relabelled);
    }

    @Test
    void aLargeTumourShrinksAtTheRateOfTheHillEffect() {
        // kill .08 (x^h/(1+x^h)), x = 3, h = 2 gives .072; dose halved: x = 1.5 gives .0554; in brain at 1/3: x = 1
        // gives .04
        DrugTreatment drug =
                Drug.killing(.08).at(3, 2).reaching(Map.of("brain", 1.0 / 3)).treatment();
        EvolvingTumourDisease disease = model(.14, .12, List.of(), drug).disease;
        Regimen half = new Regimen(List.of(new Regimen.Component("a", .5)));
        TumourModel model = new TumourModel(
                disease,
                new PatientModelContext(
                        List.of("a"),
                        List.of(drug),
                        List.of(Regimen.NONE, Regimen.of("a"), half),
                        List.of(),
                        List.of()));
        PatientRates rates = new PatientRates(model);
        rates.renew(.14, .02);
        rates.setDrug(0, 0, 1);
        assertThat(rates.steps(1, 0).of(0).net(0)).isCloseTo(.02 - .072, within(1e-12));
        assertThat(rates.steps(2, 0).of(0).net(0)).isCloseTo(.02 - .08 * 2.25 / 3.25, within(1e-12));
        assertThat(rates.steps(1, 1).of(0).net(0)).isCloseTo(.02 - .04, within(1e-12));
        assertThat(rates.steps(0, 0).of(0).net(0)).isCloseTo(.02, within(1e-12));
        Tumour tumour = new Tumour(model);
        tumour.clear();
        tumour.addLesion(0, 1e11);
        tumour.step(rates, 1, 0, 28, random);
        assertThat(tumour.total()).isCloseTo(1e11 * Math.exp(-.052 * 28), within(1e3));
    }

    @Test
    void killsOfTwoDrugsAddAndResistanceMultiplies() {
        DrugTreatment a = Drug.killing(.06).resisted(Map.of("A", 3.0, "B", 5.0)).treatment();
        DrugTreatment b = Drug.killing(.02).treatment();
        EvolvingTumourDisease disease = model(.14, .12, List.of(mechanism("A", 1e-9), mechanism("B", 1e-9)), a).disease;
        Regimen both = new Regimen(List.of(new Regimen.Component("a", 1), new Regimen.Component("b", 1)));
        TumourModel model = new TumourModel(
                disease,
                new PatientModelContext(
                        List.of("a", "b"), List.of(a, b), List.of(Regimen.NONE, both), List.of(), List.of()));
        PatientRates rates = new PatientRates(model);
        rates.renew(.14, .02);
        rates.setDrug(0, 0, 1);
        rates.setDrug(1, 0, 1);
        assertThat(model.lineages()).containsExactly("sensitive", "A", "B", "A+B");
        assertThat(rates.steps(1, 0).of(0).rates().death[0]).isCloseTo(.12 + .03 + .01, within(1e-12));
        assertThat(rates.steps(1, 0).of(1).rates().death[0]).isCloseTo(.12 + .06 / 4 + .01, within(1e-12));
        assertThat(rates.steps(1, 0).of(3).rates().death[0]).isCloseTo(.12 + .06 / 16 + .01, within(1e-12));
    }

    @Test
    void plasmaHoldsWhatIsShedInBalanceWithClearance() {
        // q d N / (ln 2 / 30 min) / 2750 mL = 1e-3 x .12 x 1e9 / 33.27 / 2750 = 1.3115 per mL; background 952.55 per mL
        TumourModel model = model(.14, .12, List.of(mechanism("R", 0)), drug(0, Map.of(), Map.of()));
        Patient patient = model.newPatient();
        patient.begin(new FirstLine.Streams(1, 1));
        double perMillilitre = 1e-3 * .12 * 1e9 / (Math.log(2) * 48) / 2750;
        assertThat(patient.truth().cells(0)).isEqualTo(1e9);
        assertThat(patient.truth().plasmaVaf(0))
                .isCloseTo(perMillilitre / (perMillilitre + 1.86 * 3.38 / .0066), within(1e-9));
        assertThat(patient.truth().plasmaVaf(1)).isZero();
        // (6 x 1 cm^3 / pi)^(1/3) = 12.407 mm
        assertThat(patient.truth().targetSumMillimetres()).isCloseTo(12.407, within(5e-4));
        assertThat(patient.truth().dominantLineage()).isZero();
    }
}
