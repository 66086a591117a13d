package org.evotrial.patient.disease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;

class GenotypesTest {
    private static Mechanism plain(String id) {
        return new Mechanism(id, 1e-9, .1, new PreExisting.None(), true, null);
    }

    private static Mechanism of(
            String id,
            Mechanism.Kind kind,
            List<String> requires,
            List<String> excludes,
            List<String> cancels,
            double lost) {
        return new Mechanism(
                id,
                1e-9,
                null,
                .1,
                new PreExisting.None(),
                true,
                kind,
                requires,
                excludes,
                cancels,
                lost,
                0,
                1,
                .5,
                null);
    }

    private static Mechanism truncal(String id, double prevalence) {
        return new Mechanism(id, 0, 0, new PreExisting.Truncal(prevalence, null), true, null);
    }

    @Test
    void withoutRulesEverySubsetOfFewEnoughMechanismsArises() {
        Genotypes genotypes = new Genotypes(List.of(plain("A"), plain("B"), plain("C")), 2);
        assertThat(genotypes.names()).containsExactly("sensitive", "A", "B", "C", "A+B", "A+C", "B+C");
        assertThat(genotypes.descendant(1, 2)).isEqualTo(5);
        assertThat(genotypes.descendant(4, 2)).as("three are too many").isEqualTo(-1);
        assertThat(genotypes.descendant(1, 0)).isEqualTo(-1);
        assertThat(genotypes.reverted(1, 0)).as("nothing reverts").isEqualTo(-1);
        assertThat(genotypes.birthFactor(4)).isCloseTo(.81, within(1e-15));
    }

    @Test
    void drugGenerationsFollowOneAnother() {
        Genotypes genotypes = new Genotypes(
                List.of(
                        plain("T790M"),
                        of("C797S", Mechanism.Kind.POINT_MUTATION, List.of("T790M"), List.of(), List.of(), 0),
                        of("MET", Mechanism.Kind.COPY_NUMBER, List.of(), List.of("C797S"), List.of(), 0)),
                3);
        assertThat(genotypes.names()).containsExactly("sensitive", "T790M", "MET", "T790M+C797S", "T790M+MET");
        assertThat(genotypes.descendant(0, 1)).isEqualTo(-1);
        assertThat(genotypes.descendant(1, 1)).isEqualTo(3);
        assertThat(genotypes.descendant(3, 2))
                .as("excluded from the other side")
                .isEqualTo(-1);
    }

    @Test
    void aMechanismIsLostUnlessAnotherOneOfTheCellNeedsIt() {
        Genotypes genotypes = new Genotypes(
                List.of(
                        of("A", Mechanism.Kind.POINT_MUTATION, List.of(), List.of(), List.of(), 1e-3),
                        of("B", Mechanism.Kind.POINT_MUTATION, List.of("A"), List.of(), List.of(), 0),
                        plain("C")),
                3);
        int ab = genotypes.names().indexOf("A+B");
        int ac = genotypes.names().indexOf("A+C");
        assertThat(genotypes.reverted(ac, 0)).isEqualTo(genotypes.names().indexOf("C"));
        assertThat(genotypes.reverted(ac, 2)).isEqualTo(-1);
        assertThat(genotypes.reverted(ab, 0)).isEqualTo(-1);
    }

    @Test
    void aReversionMutationCancelsWhatItRequires() {
        Genotypes genotypes = new Genotypes(
                List.of(
                        truncal("BRCA", 1),
                        of("restored", Mechanism.Kind.REVERSION, List.of("BRCA"), List.of(), List.of("BRCA"), 0)),
                1);
        assertThat(genotypes.names()).containsExactly("sensitive", "BRCA", "BRCA+restored");
        assertThat(genotypes.has(2, 0)).isTrue();
        assertThat(genotypes.active(2, 0)).isFalse();
        assertThat(genotypes.active(2, 1)).isTrue();
        assertThat(genotypes.antigenicity(2)).isEqualTo(.5);
        assertThat(genotypes.of(0b11)).isEqualTo(2);
    }

    @Test
    void truncalMechanismsOfSomePatientsMakeTwoFounders() {
        Genotypes genotypes = new Genotypes(List.of(truncal("KRAS", .3), plain("A"), truncal("EGFR", 1)), 1);
        assertThat(genotypes.names()).containsExactly("sensitive", "EGFR", "KRAS+EGFR", "A+EGFR", "KRAS+A+EGFR");
    }

    @Test
    void moreGenotypesThanFitAreRefusedUnlessRulesKeepThemFew() {
        List<Mechanism> free = new ArrayList<>();
        List<Mechanism> chain = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            free.add(plain("M" + i));
            chain.add(of(
                    "M" + i,
                    Mechanism.Kind.POINT_MUTATION,
                    i == 0 ? List.of() : List.of("M" + (i - 1)),
                    List.of(),
                    List.of(),
                    0));
        }
        assertThatThrownBy(() -> new Genotypes(free, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at most 64 genotypes");
        assertThat(new Genotypes(chain, 6).count()).isEqualTo(7);
    }

    @Test
    void wrongRulesAreRefusedByName() {
        Mechanism unknown = of("A", Mechanism.Kind.POINT_MUTATION, List.of("Z"), List.of(), List.of(), 0);
        assertThatThrownBy(() -> new Genotypes(List.of(unknown), 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected one of A but found Z");
        assertThatThrownBy(() -> new Genotypes(List.of(plain("A"), plain("A")), 2))
                .hasMessageContaining("two mechanisms");
        assertThatThrownBy(() -> of("A", Mechanism.Kind.REVERSION, List.of(), List.of(), List.of(), 0))
                .hasMessageContaining("reversion A cancels");
        assertThatThrownBy(() -> of("A", Mechanism.Kind.POINT_MUTATION, List.of("A"), List.of(), List.of(), 0))
                .hasMessageContaining("require or exclude itself");
        assertThatThrownBy(() -> of("A", Mechanism.Kind.POINT_MUTATION, List.of(), List.of(), List.of("B"), 0))
                .hasMessageContaining("among those that it requires");
        assertThatThrownBy(() -> new Mechanism(
                        "A",
                        1e-9,
                        2.0,
                        0,
                        new PreExisting.None(),
                        true,
                        Mechanism.Kind.POINT_MUTATION,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        1,
                        1,
                        null))
                .hasMessageContaining("exactly one of");
    }

    @Test
    void targetBasesAreMultipliedByTheRatePerBase() {
        Mechanism bases = new Mechanism(
                "A",
                null,
                50.0,
                0,
                new PreExisting.None(),
                true,
                Mechanism.Kind.POINT_MUTATION,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                1,
                1,
                null);
        // 50 bases at 1e-9 per base and division (Bozic et al. 2013)
        assertThat(bases.perDivision(1e-9)).isCloseTo(5e-8, within(1e-22));
        assertThat(plain("B").perDivision(1)).isEqualTo(1e-9);
    }
}
