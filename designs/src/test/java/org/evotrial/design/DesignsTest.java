package org.evotrial.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.evotrial.design.analysis.AlphaSpending;
import org.evotrial.design.analysis.GroupSequentialLogRank;
import org.evotrial.design.analysis.GroupSequentialLogRank.Information;
import org.evotrial.design.analysis.IntervalScale;
import org.evotrial.design.analysis.LandmarkRate;
import org.evotrial.design.analysis.SurvivalSummary;
import org.evotrial.design.policy.FixedRegimen;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.Condition;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Look;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.Plugin;
import org.junit.jupiter.api.Test;

class DesignsTest {
    private static final Allocation BLOCKS = new Allocation(Allocation.Method.PERMUTED_BLOCKS, 0, List.of());

    @Test
    void aGroupSequentialDesignTestsTheExperimentalArmAtEachNumberOfEvents() {
        DesignPlan plan = groupSequential(
                        List.of(arm("control", Arm.Role.CONTROL), arm("new", Arm.Role.EXPERIMENTAL)),
                        List.of(125, 188, 250))
                .compose();

        assertThat(plan.looks())
                .containsExactly(
                        new Look("interim-1", new Condition.Events("pfs", 125)),
                        new Look("interim-2", new Condition.Events("pfs", 188)),
                        new Look("final", new Condition.Events("pfs", 250)));
        GroupSequentialLogRank test = (GroupSequentialLogRank) plan.analyses().get(0);
        assertThat(test.experimental()).isEqualTo("new");
        assertThat(test.control()).isEqualTo("control");
        assertThat(plan.primaryHypothesis()).isEqualTo("superiority");
    }

    /** 350 patients over 18 months: 175 / 9 per month, so that arrival 350 of an evenly spaced accrual is at month 18. */
    @Test
    void accrualMonthsSpreadThePatientsEvenly() {
        Accrual accrual = groupSequential(
                        List.of(arm("control", Arm.Role.CONTROL), arm("new", Arm.Role.EXPERIMENTAL)), List.of(250))
                .compose()
                .accrual();

        assertThat(accrual.pattern()).isEqualTo(Accrual.Pattern.EVENLY_SPACED);
        assertThat(accrual.periods()).containsExactly(new Accrual.Period(null, 350 / 18.0));
    }

    @Test
    void twoArmsOfOneRoleAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groupSequential(
                        List.of(arm("control", Arm.Role.CONTROL), arm("other", Arm.Role.CONTROL)), List.of(250)))
                .withMessageContaining("exactly one arm with role control but found 2");
    }

    @Test
    void looksThatDoNotAscendAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groupSequential(
                        List.of(arm("control", Arm.Role.CONTROL), arm("new", Arm.Role.EXPERIMENTAL)),
                        List.of(250, 188)));
    }

    @Test
    void accrualIsGivenInOneWayOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition.requireOneAccrual(null, null))
                .withMessageContaining("found none");
        Accrual accrual = new Accrual(Accrual.Pattern.POISSON, List.of(new Accrual.Period(null, 5)), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition.requireOneAccrual(accrual, 18.0))
                .withMessageContaining("found both");
    }

    @Test
    void ctdnaSwitchingJudgesALandmarkRateAndDescribesAllArmsAgainstTheControl() {
        CtdnaSwitching.Primary primary =
                new CtdnaSwitching.Primary("primary", "pfs-osi", "B", 18, 0.4, 0.05, IntervalScale.LOG_LOG, null);
        DesignPlan plan = new CtdnaSwitching(
                        null,
                        156,
                        null,
                        28.0,
                        BLOCKS,
                        List.of(
                                arm("A", Arm.Role.EXPERIMENTAL),
                                arm("B", Arm.Role.EXPERIMENTAL),
                                arm("C", Arm.Role.CONTROL)),
                        Map.of(),
                        null,
                        primary,
                        null,
                        List.of(18.0),
                        36,
                        List.of(),
                        120)
                .compose();

        assertThat(plan.looks()).containsExactly(new Look("final", new Condition.MinimumFollowUp(18)));
        assertThat(plan.analyses().get(0))
                .isEqualTo(
                        new LandmarkRate("primary", "pfs-osi", "B", 18, 0.4, 0.05, IntervalScale.LOG_LOG, 0.95, null));
        assertThat(((SurvivalSummary) plan.analyses().get(1)).control()).isEqualTo("C");
        assertThat(plan.primaryHypothesis()).isEqualTo("primary");
    }

    @Test
    void thePluginIsFoundAndOffersRecordsWithATypeAndADescription() {
        Plugin plugin = ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(DesignsPlugin.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<Class<?>> offered = Stream.<List<? extends Class<?>>>of(
                        plugin.designs(), plugin.policies(), plugin.endpoints(), plugin.analyses())
                .<Class<?>>flatMap(List::stream)
                .toList();

        assertThat(offered).hasSize(17).allSatisfy(type -> {
            assertThat(type).isRecord().hasAnnotations(TypeId.class, Description.class);
        });
    }

    private static GroupSequential groupSequential(List<Arm> arms, List<Integer> lookEvents) {
        return new GroupSequential(
                null,
                350,
                null,
                18.0,
                BLOCKS,
                arms,
                Map.of(),
                null,
                "superiority",
                "pfs",
                lookEvents,
                null,
                0.025,
                new AlphaSpending.OBrienFleming(),
                Information.PLANNED,
                null,
                false,
                List.of(),
                120);
    }

    private static Arm arm(String id, Arm.Role role) {
        return new Arm(id, null, role, 1, new FixedRegimen(RegimenChoice.of("drug")), null, null);
    }
}
