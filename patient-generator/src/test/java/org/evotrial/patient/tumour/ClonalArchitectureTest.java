package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.disease.ClonalArchitecture.Branch;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.disease.Seeding;
import org.evotrial.patient.phylogeny.ClonalTruth;
import org.evotrial.patient.phylogeny.CloneTree;
import org.evotrial.patient.phylogeny.CloneTree.Clone;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.Patient;
import org.junit.jupiter.api.Test;

class ClonalArchitectureTest {
    private static final ClonalArchitecture ARCHITECTURE = new ClonalArchitecture(
            List.of("TP53"),
            List.of(
                    new Branch("A", null, 1, .4, 0, null),
                    new Branch("A1", "A", 1, .5, 0, null),
                    new Branch("B", null, 1, .3, 0, null)),
            .01,
            null);

    private static SmallDisease disease(double resistantFraction) {
        Mechanism resistant =
                new Mechanism("R", 0, 0, new PreExisting.Empirical(1, resistantFraction, 0, 0, .5, null), true, null);
        return SmallDisease.of(.14, .12)
                .mechanisms(List.of(resistant))
                .sized(1e9, 2, 1e8, new Seeding(1, null))
                .drug("a", .08, Map.of("R", 1e18));
    }

    private static CloneTree tree(Patient patient, int lesion) {
        return ((ClonalTruth) patient.truth()).clones(lesion);
    }

    private static Clone clone(CloneTree tree, String name) {
        return tree.clones().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void branchesDivideThePrimaryByTheirShares() {
        Patient patient = disease(1e-3).architecture(ARCHITECTURE).compile().newPatient();
        patient.begin(new FirstLine.Streams(1, 1));
        CloneTree tree = tree(patient, 0);
        Clone trunk = tree.clones().get(0);
        assertThat(trunk.name()).isEqualTo("TP53");
        assertThat(trunk.truncal()).isTrue();
        // A has .4 of the sensitive cells, A1 half of these, B .3 of the other .6; R, .001 of all cells, is somewhere
        assertThat(clone(tree, "A").cancerCellFraction()).isCloseTo(.4, within(1.5e-3));
        assertThat(clone(tree, "A1").cancerCellFraction()).isCloseTo(.2, within(1.5e-3));
        assertThat(clone(tree, "B").cancerCellFraction()).isCloseTo(.18, within(1.5e-3));
        assertThat(clone(tree, "R").cancerCellFraction())
                .isCloseTo(patient.truth().cells(0, 1) / patient.truth().cells(0, 0), within(1e-5));
        assertThat(clone(tree, "A").truncal()).isFalse();
        double own = 0;
        for (int i = 0; i < tree.clones().size(); i++) {
            own += tree.ownFraction(i);
            Clone clone = tree.clones().get(i);
            if (i > 0) {
                assertThat(clone.bornDay())
                        .isBetween(tree.clones().get(clone.parent()).bornDay(), 0.0);
                assertThat(clone.passengers())
                        .isGreaterThanOrEqualTo(
                                tree.clones().get(clone.parent()).passengers());
            }
        }
        assertThat(own).isCloseTo(1, within(1e-12));
        // ln(M s)/r: 1e9 cells, s = 1/7, r = .02
        assertThat(trunk.bornDay()).isCloseTo(-Math.log(1e9 / 7) / .02, within(1e-6));
    }

    @Test
    void selectionMakesTheBranchOfTheResistantCloneTruncal() {
        TumourModel model = disease(1e-3).architecture(ARCHITECTURE).compile();
        Patient patient = model.newPatient();
        int inA = 0;
        int patients = 1000;
        for (int i = 0; i < patients; i++) {
            patient.begin(new FirstLine.Streams(2, i));
            patient.advance(600, 1);
            CloneTree tree = tree(patient, 0);
            assertThat(patient.truth().cells(0, 0)).isLessThan(1);
            assertThat(clone(tree, "R").cancerCellFraction()).isCloseTo(1, within(1e-6));
            double ofA = clone(tree, "A").cancerCellFraction();
            assertThat(Math.min(ofA, 1 - ofA)).isLessThan(1e-6);
            inA += ofA > .5 ? 1 : 0;
        }
        // the clone arose from a random cell: 1,000 patients find a shift of .13 with power .999
        GoodnessOfFit.assertShare(inA, patients, .4);
    }

    @Test
    void aMetastasisOfAResistantFounderHasItInItsTrunkAndOneBranchInAllCells() {
        TumourModel model = disease(.4).architecture(ARCHITECTURE).compile();
        Patient patient = model.newPatient();
        int resistant = 0;
        int metastases = 0;
        for (int i = 0; i < 1000; i++) {
            patient.begin(new FirstLine.Streams(3, i));
            for (int lesion = 1; lesion < patient.truth().lesions(); lesion++) {
                CloneTree tree = tree(patient, lesion);
                boolean inTrunk = tree.clones().get(0).name().equals("TP53+R");
                assertThat(inTrunk).isEqualTo(patient.truth().cells(lesion, 0) == 0);
                assertThat(tree.clones()).allMatch(Clone::truncal);
                resistant += inTrunk ? 1 : 0;
                metastases++;
            }
        }
        // of a Poisson number with mean .4 of 1e9 cells hardly differs from .4
        GoodnessOfFit.assertShare(resistant, metastases, .4);
    }

    @Test
    void theArchitectureChangesNoTumourAndAskingForItNothing() {
        Patient without = disease(1e-3).compile().newPatient();
        Patient with = disease(1e-3).architecture(ARCHITECTURE).compile().newPatient();
        for (int i = 0; i < 50; i++) {
            without.begin(new FirstLine.Streams(5, i));
            with.begin(new FirstLine.Streams(5, i));
            for (double day = 100; day < 600; day += 100) {
                without.advance(day, 1);
                with.advance(day, 1);
                assertThat(tree(with, 0)).isEqualTo(tree(with, 0));
                assertThat(with.truth().cells(0)).isEqualTo(without.truth().cells(0));
                assertThat(with.truth().cells(1)).isEqualTo(without.truth().cells(1));
            }
        }
        assertThatThrownBy(() -> tree(without, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void assaysCanReportMutationsOfTheTrunk() {
        TumourModel model = disease(1e-3).architecture(ARCHITECTURE).compile();
        assertThat(model.biomarkers()).containsExactly("EGFR", "TP53", "R");
        Patient patient = model.newPatient();
        patient.begin(new FirstLine.Streams(6, 1));
        assertThat(patient.truth().plasmaVaf(1))
                .isPositive()
                .isEqualTo(patient.truth().plasmaVaf(0));
        assertThat(patient.truth().plasmaVaf(2)).isLessThan(patient.truth().plasmaVaf(0));
        assertThatThrownBy(() -> disease(1e-3)
                        .architecture(new ClonalArchitecture(List.of("R"), List.of(), 0, null))
                        .compile())
                .hasMessageContaining("expected different names");
    }

    @Test
    void branchesOfNoParentAreRefused() {
        assertThatThrownBy(
                        () -> new ClonalArchitecture(List.of(), List.of(new Branch("A", "Z", 1, .5, 0, null)), 0, null))
                .hasMessageContaining("parent of A but found Z");
    }
}
