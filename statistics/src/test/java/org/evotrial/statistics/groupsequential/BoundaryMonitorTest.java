package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evotrial.statistics.groupsequential.Sidedness.ONE_SIDED;
import static org.evotrial.statistics.groupsequential.Sidedness.TWO_SIDED_SYMMETRIC;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Looks that are not where they were planned. Expected critical values: nested adaptive quadrature (SciPy 1.17.1,
 * integrate.quad, absolute tolerance 1e-13) of the multivariate normal density with a root search to 1e-10.
 */
class BoundaryMonitorTest {
    private static final Offset<Double> QUADRATURE = Offset.offset(2e-9);
    private static final SpendingFunction OBRIEN_FLEMING = new SpendingFunction.LanDeMetsOBrienFleming();
    private static final GroupSequentialDesign PLAN =
            GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.5, 0.752, 1);

    @Test
    void returnsThePlannedValuesBitForBitAsLongAsLooksAreOnPlan() {
        BoundaryMonitor monitor = PLAN.monitor();
        for (int trial = 0; trial < 2; trial++) {
            monitor.start();
            assertThat(monitor.interimCriticalValue(0.5)).isEqualTo(PLAN.criticalValue(1));
            assertThat(monitor.interimCriticalValue(0.752)).isEqualTo(PLAN.criticalValue(2));
            assertThat(monitor.lastCriticalValue(1)).isEqualTo(PLAN.criticalValue(3));
            assertThat(monitor.alphaSpent()).isCloseTo(0.025, Offset.offset(1e-14));
        }
    }

    @Test
    void spendsWhatIsLeftWhenTheLastLookOverruns() {
        BoundaryMonitor monitor = PLAN.monitor();
        assertThat(monitor.interimCriticalValue(0.4)).isCloseTo(3.3568693560979814, QUADRATURE);
        assertThat(monitor.interimCriticalValue(0.9)).isCloseTo(2.0966870880772115, QUADRATURE);
        assertThat(monitor.lastCriticalValue(1.1)).isCloseTo(2.118729925967459, QUADRATURE);
    }

    @Test
    void spendsWhatIsLeftWhenTheLastLookUnderruns() {
        BoundaryMonitor monitor = PLAN.monitor();
        assertThat(monitor.interimCriticalValue(0.35)).isCloseTo(3.6127887364322673, QUADRATURE);
        assertThat(monitor.interimCriticalValue(0.8)).isCloseTo(2.2520667354799313, QUADRATURE);
        assertThat(monitor.lastCriticalValue(0.93)).isCloseTo(2.002594772432457, QUADRATURE);
    }

    @Test
    void takesTheFirstLookFromThePlanAndIntegratesFromThere() {
        BoundaryMonitor monitor = PLAN.monitor();
        assertThat(monitor.interimCriticalValue(0.5)).isEqualTo(PLAN.criticalValue(1));
        assertThat(monitor.lastCriticalValue(0.6)).isCloseTo(1.9603040356235244, QUADRATURE);
    }

    @Test
    void adaptsBothSidesOfATwoSidedTest() {
        BoundaryMonitor monitor = GroupSequentialDesign.spending(
                        new SpendingFunction.KimDeMets(1), 0.05, TWO_SIDED_SYMMETRIC, 0.5, 1)
                .monitor();
        assertThat(monitor.interimCriticalValue(0.35)).isCloseTo(2.376030841965133, QUADRATURE);
        assertThat(monitor.interimCriticalValue(0.8)).isCloseTo(2.201294050884406, QUADRATURE);
        assertThat(monitor.lastCriticalValue(0.93)).isCloseTo(2.195522784228428, QUADRATURE);
        assertThat(monitor.alphaSpent()).isEqualTo(0.05);
    }

    @Test
    void agreesWithADesignPlannedAtTheObservedInformation() {
        GroupSequentialDesign observed =
                GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.41, 0.6, 0.83, 0.95, 1);
        BoundaryMonitor monitor = PLAN.monitor();
        for (int look = 1; look <= 4; look++) {
            assertThat(monitor.interimCriticalValue(observed.informationFraction(look)))
                    .isCloseTo(observed.criticalValue(look), Offset.offset(1e-11));
        }
        assertThat(monitor.lastCriticalValue(1)).isCloseTo(observed.criticalValue(5), Offset.offset(1e-11));
    }

    @Test
    void aLastLookWithoutNewInformationLowersTheCriticalValueOfTheOneBefore() {
        BoundaryMonitor monitor = PLAN.monitor();
        assertThat(monitor.interimCriticalValue(0.5)).isEqualTo(PLAN.criticalValue(1));
        // One single look then has the whole level: z of 0.025.
        assertThat(monitor.lastCriticalValue(0.5)).isCloseTo(1.959963984540054, Offset.offset(1e-11));
    }

    @Test
    void anInterimLookBeyondTheMaximumSpendsEverything() {
        BoundaryMonitor monitor = PLAN.monitor();
        assertThat(monitor.interimCriticalValue(1.2)).isCloseTo(1.959963984540054, Offset.offset(1e-11));
        assertThat(monitor.lastCriticalValue(1.3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void keepsThePlannedValuesOfAShapeWhateverTheInformation() {
        GroupSequentialDesign pocock = GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.025, ONE_SIDED, 0.5, 1);
        BoundaryMonitor monitor = pocock.monitor();
        assertThat(monitor.interimCriticalValue(0.43)).isEqualTo(pocock.criticalValue(1));
        assertThatThrownBy(() -> monitor.interimCriticalValue(0.6))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 looks");
        assertThat(monitor.lastCriticalValue(0.97)).isEqualTo(pocock.criticalValue(2));
    }

    @Test
    void rejectsInformationThatFallsAndLooksAfterTheLast() {
        BoundaryMonitor monitor = PLAN.monitor();
        assertThatThrownBy(() -> monitor.interimCriticalValue(0)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> monitor.interimCriticalValue(Double.NaN)).hasMessageContaining("(NaN)");
        monitor.interimCriticalValue(0.5);
        assertThatThrownBy(() -> monitor.interimCriticalValue(0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not below that of the look before (0.5)");
        monitor.lastCriticalValue(1);
        assertThatThrownBy(() -> monitor.lastCriticalValue(1.1)).isInstanceOf(IllegalStateException.class);
    }
}
