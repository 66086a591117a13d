package org.evotrial.statistics.phasetwo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimonSearchTest {
    private static final double P0 = 0.2;
    private static final double P1 = 0.55;
    private static final double ALPHA = 0.09;
    private static final double BETA = 0.17;

    /** Every design with up to so many patients that holds both errors. */
    private static List<SimonDesign> feasible(int mostTrials) {
        List<SimonDesign> designs = new ArrayList<>();
        for (int n = 2; n <= mostTrials; n++) {
            for (int n1 = 1; n1 < n; n1++) {
                for (int r1 = 0; r1 < n1; r1++) {
                    for (int r = r1; r < n; r++) {
                        SimonDesign design = new SimonDesign(r1, n1, r, n);
                        if (design.rejection(P0) <= ALPHA && design.rejection(P1) >= 1 - BETA) {
                            designs.add(design);
                        }
                    }
                }
            }
        }
        return designs;
    }

    @Test
    void findsWhatEnumerationOfAllDesignsFinds() {
        SimonSearch.Result result = SimonSearch.designs(P0, P1, ALPHA, BETA, 22);
        List<SimonDesign> all = feasible(22);
        double leastExpected =
                all.stream().mapToDouble(d -> d.expectedTrials(P0)).min().orElseThrow();
        int leastMaximum = all.stream().mapToInt(SimonDesign::trials).min().orElseThrow();
        assertThat(result.optimal().expectedTrials(P0)).isCloseTo(leastExpected, within(1e-12));
        assertThat(result.minimax().trials()).isEqualTo(leastMaximum);
        assertThat(all).containsAll(result.front());
        assertThat(result.minimax().expectedTrials(P0))
                .isCloseTo(
                        all.stream()
                                .filter(d -> d.trials() == leastMaximum)
                                .mapToDouble(d -> d.expectedTrials(P0))
                                .min()
                                .orElseThrow(),
                        within(1e-12));
    }

    /** Where all of a few patients respond too often by chance, no bound holds alpha. */
    @Test
    void everyDesignHoldsBothErrors() {
        for (double[] p : new double[][] {{0.9, 0.97}, {0.01, 0.05}, {0.6, 0.8}, {0.97, 0.999}}) {
            for (SimonDesign design :
                    SimonSearch.designs(p[0], p[1], 0.05, 0.1, 250).front()) {
                assertThat(design.rejection(p[0])).isLessThanOrEqualTo(0.05);
                assertThat(design.rejection(p[1])).isGreaterThanOrEqualTo(0.9);
            }
        }
    }

    @Test
    void admissibleDesignsMinimiseTheWeightedNumbers() {
        SimonSearch.Result result = SimonSearch.designs(0.1, 0.25, 0.05, 0.1, 120);
        List<SimonSearch.AdmissibleDesign> admissible = result.admissible();
        assertThat(admissible.size()).isGreaterThan(2);
        assertThat(admissible.get(0).design()).isEqualTo(result.minimax());
        assertThat(admissible.get(admissible.size() - 1).design()).isEqualTo(result.optimal());
        for (SimonSearch.AdmissibleDesign each : admissible) {
            double weight = 0.5 * (each.lowestWeight() + each.highestWeight());
            double best = result.front().stream()
                    .mapToDouble(design -> cost(design, weight))
                    .min()
                    .orElseThrow();
            assertThat(cost(each.design(), weight)).isCloseTo(best, within(1e-10));
        }
    }

    private static double cost(SimonDesign design, double weight) {
        return weight * design.trials() + (1 - weight) * design.expectedTrials(0.1);
    }

    @Test
    void rejectsWhatHasNoDesign() {
        assertThatThrownBy(() -> SimonSearch.designs(0.2, 0.25, 0.05, 0.1, 60))
                .hasMessageContaining("largest number of trials (60) must be larger");
        assertThatThrownBy(() -> SimonSearch.designs(0.2, 0.2, 0.05, 0.1, 60)).hasMessageContaining("p1 (0.2)");
        assertThatThrownBy(() -> SimonSearch.designs(0.2, 0.4, 0.5, 0.5, 60)).hasMessageContaining("beta (0.5)");
        assertThatThrownBy(() -> SimonSearch.designs(0, 0.4, 0.1, 0.1, 60)).hasMessageContaining("p0 (0.0)");
        assertThatThrownBy(() -> SimonSearch.designs(0.2, 0.4, 0.1, 0.1, 1001)).hasMessageContaining("(1001)");
    }
}
