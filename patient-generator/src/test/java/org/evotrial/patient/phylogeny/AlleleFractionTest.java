package org.evotrial.patient.phylogeny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlleleFractionTest {
    @Test
    void mutatedCopiesAreCountedAmongAllCopies() {
        // 100 cells, 60 of them tumour with 3 copies, half of these with 2 mutated ones: 60 mutated of 180 + 80
        assertThat(new AlleleFraction(.6, 3, 2).of(.5)).isCloseTo(60.0 / 260, within(1e-15));
        assertThat(new AlleleFraction(1, 2, 1).of(1))
                .as("heterozygous in all cells")
                .isEqualTo(.5);
        assertThat(new AlleleFraction(.3, 2, 1).of(1)).isCloseTo(.15, within(1e-15));
    }

    @Test
    void theCancerCellFractionIsFoundAgain() {
        AlleleFraction locus = new AlleleFraction(.35, 4, 2);
        assertThat(locus.cancerCellFraction(locus.of(.27))).isCloseTo(.27, within(1e-15));
        assertThatThrownBy(() -> new AlleleFraction(0, 2, 1)).hasMessageContaining("purity (0.0)");
        assertThatThrownBy(() -> new AlleleFraction(.5, 2, 3)).hasMessageContaining("multiplicity (3.0)");
    }
}
