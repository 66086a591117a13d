package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.FixedStreams;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Lesions;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.drug.Combination;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.patient.theory.BackwardEquation;
import org.evotrial.patient.theory.BackwardEquation.Phase;
import org.evotrial.patient.theory.BranchingRates;
import org.evotrial.patient.theory.DualTherapy;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

/**
 * Whole patients on two drugs at once against the backward equation and Bozic et al. (2013, doi:10.7554/eLife.00747): division .14,
 * death .13 and, where a drug acts, .17 per day; of two drugs that act the larger kill counts, as in that model.
 */
class DualTherapyTest {
    private static final int PATIENTS = 6000;

    /** Extinct with probability (13/14)^400 = 1e-13. */
    private static final double ESTABLISHED = 400;

    private static final double NO_EFFECT = 1e13;
    private static final PreExisting CLOSED_FORM = new PreExisting.ClosedForm();

    private static Mechanism mechanism(String id, double rate, PreExisting preExisting) {
        return new Mechanism(id, rate, 0, preExisting, true, null);
    }

    private static DrugTreatment drug(Combination combination, String... resisting) {
        Map<String, Double> factors = resisting.length == 1
                ? Map.of(resisting[0], NO_EFFECT)
                : Map.of(resisting[0], NO_EFFECT, resisting[1], NO_EFFECT);
        return Drug.killing(.04)
                .at(1e6, 1)
                .resisted(factors)
                .combined(combination)
                .treatment();
    }

    private static TumourModel model(
            double cells, double stepDays, List<Mechanism> mechanisms, DrugTreatment... drugs) {
        EvolvingTumourDisease disease = new Diseases(new Growth(.14, .13, 0, null), mechanisms)
                .lesions(new Lesions(cells, 0, 0, 1e9, 0, 0, 1e6, 1, 1, 1e12, null))
                .stepDays(stepDays)
                .build();
        Regimen both = new Regimen(List.of(new Regimen.Component("a", 1), new Regimen.Component("b", 1)));
        return new TumourModel(
                disease,
                new PatientModelContext(
                        List.of("a", "b"), List.of(drugs), List.of(Regimen.NONE, both), List.of(), List.of()));
    }

    private static Combination larger() {
        return new Combination("dual", Combination.Rule.HSA, Map.of(), null);
    }

    /** Patients in whom cells that resist both drugs survive. */
    private static long failures(TumourModel model, long seed, int patients) {
        int last = model.lineages().size() - 1;
        Patient patient = model.newPatient();
        long failures = 0;
        for (int i = 0; i < patients; i++) {
            patient.begin(new FixedStreams(seed, i));
            double day = 0;
            double resistant = patient.truth().cells(last);
            double cells = 1;
            while (cells > 0 && resistant < ESTABLISHED) {
                day += 28;
                patient.advance(day, 1);
                resistant = patient.truth().cells(last);
                cells = 0;
                for (int lineage = 0; lineage <= last; lineage++) {
                    cells += patient.truth().cells(lineage);
                }
            }
            failures += resistant >= ESTABLISHED ? 1 : 0;
        }
        return failures;
    }

    @Test
    void failureIsThatOfTheBackwardEquation() {
        // M = 2.6e11, 50 bases at 1e-9 for each drug: .2744 exactly, .2875 by Bozic's formulas, .283 published. A
        // share of .2744 among 6,000 has a standard error of .0058; the smallest shift that is detected with power .999
        // is .046
        List<Mechanism> mechanisms = List.of(mechanism("A", 5e-8, CLOSED_FORM), mechanism("B", 5e-8, CLOSED_FORM));
        TumourModel model = model(2.6e11, 28, mechanisms, drug(larger(), "A"), drug(larger(), "B"));
        DualTherapy theory = new DualTherapy(.14, .13, .17, 1e-9, 50, 50, 0);
        long failures = failures(model, 51, PATIENTS);
        GoodnessOfFit.assertShare(failures, PATIENTS, theory.exactFailure(2.6e11));
        assertThat((double) failures / PATIENTS).isCloseTo(.283, within(.046));
    }

    @Test
    void twoStepsUnderTreatmentFollowTheBackwardEquation() {
        // Kills add where both drugs act: sensitive cells die at .21. Most double mutants arise from single ones of the
        // same 28-day step. The smallest shift that 6,000 patients detect with power .999 is .046
        List<Mechanism> mechanisms =
                List.of(mechanism("A", 6e-6, new PreExisting.None()), mechanism("B", 4e-6, new PreExisting.None()));
        TumourModel model = model(1e10, 28, mechanisms, drug(null, "A"), drug(null, "B"));
        double[] births = new double[4];
        Arrays.fill(births, .14);
        BranchingRates rates = BranchingRates.of(births, new double[] {.21, .17, .17, .13})
                .withMutation(0, 1, 6e-6)
                .withMutation(0, 2, 4e-6)
                .withMutation(1, 3, 4e-6)
                .withMutation(2, 3, 6e-6);
        double[] survival =
                BackwardEquation.of(new Phase(rates, Double.POSITIVE_INFINITY)).survival();
        double exact = 1 - BackwardEquation.none(survival, 1e10, 0, 0, 0);
        assertThat(exact).isBetween(.1, .6);
        GoodnessOfFit.assertShare(failures(model, 52, PATIENTS), PATIENTS, exact);
    }

    @Test
    void oneBaseForBothDrugsFollowsTheClosedForm() {
        // 1 - exp(-M u n12 (1 - s/s')) = .4866 at M = 1e9 and U = 5e-10
        List<Mechanism> mechanisms = List.of(mechanism("C", 5e-10, CLOSED_FORM));
        TumourModel model = model(1e9, 28, mechanisms, drug(larger(), "C"), drug(larger(), "C"));
        double exact = new DualTherapy(.14, .13, .17, 5e-10, 0, 0, 1).failure(1e9);
        assertThat(exact).isCloseTo(.4866, within(5e-5));
        GoodnessOfFit.assertShare(failures(model, 53, PATIENTS), PATIENTS, exact);
    }
}
