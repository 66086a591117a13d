package org.evotrial.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Allocation.Method;
import org.evotrial.model.design.Arm;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TrialIndex;
import org.junit.jupiter.api.Test;

class AllocationPlanTest {
    @Test
    void findsTheSmallestBlockThatHoldsTheRatio() {
        assertThat(blocks(0, 1, 1).block()).containsExactly(0, 1);
        assertThat(blocks(0, 2, 1).block()).containsExactly(0, 0, 1);
        assertThat(blocks(0, 1, 1, 1).block()).containsExactly(0, 1, 2);
        assertThat(blocks(0, 20, 60, 20).block()).containsExactly(0, 1, 1, 1, 2);
        assertThat(blocks(0, 1, 1.5).block()).containsExactly(0, 0, 1, 1, 1);
    }

    @Test
    void takesAMultipleOfTheSmallestBlock() {
        assertThat(blocks(6, 2, 1).block()).containsExactly(0, 0, 0, 0, 1, 1);
    }

    @Test
    void refusesABlockThatDoesNotHoldTheRatio() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks(4, 2, 1))
                .withMessageContaining("multiple of 3")
                .withMessageContaining("found 4");
    }

    @Test
    void refusesARatioThatFitsIntoNoBlock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks(0, 1, Math.PI))
                .withMessageContaining("method simple");
    }

    @Test
    void hasNoBlockButSharesForSimpleRandomisation() {
        AllocationPlan plan = AllocationPlan.of(new Allocation(Method.SIMPLE, 0, List.of()), arms(1, 1, 2));

        assertThat(plan.block()).isEmpty();
        assertThat(plan.shares()).containsExactly(new double[] {.25, .25, .5}, within(1e-15));
        assertThat(plan.cumulative()).containsExactly(new double[] {.25, .5, 1}, within(1e-15));
        assertThat(plan.cumulative()[2]).isEqualTo(1);
    }

    private static AllocationPlan blocks(int size, double... weights) {
        return AllocationPlan.of(new Allocation(Method.PERMUTED_BLOCKS, size, List.of()), arms(weights));
    }

    private static List<Arm> arms(double... weights) {
        List<Arm> arms = new ArrayList<>();
        for (double weight : weights) {
            arms.add(new Arm("arm" + arms.size(), null, Arm.Role.CONTROL, weight, new NoPolicy(), null, null));
        }
        return arms;
    }

    private record NoPolicy() implements PolicyConfiguration {
        @Override
        public Policy create(TrialIndex index) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String synopsis() {
            return "none";
        }
    }
}
