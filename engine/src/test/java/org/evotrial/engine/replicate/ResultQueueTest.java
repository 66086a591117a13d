package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.spi.Measurement;
import org.junit.jupiter.api.Test;

class ResultQueueTest {
    @Test
    void isEmptyAtFirstAndAfterClearing() {
        ResultQueue queue = new ResultQueue(1);
        assertThat(queue.nextDay()).isEqualTo(Double.POSITIVE_INFINITY);
        queue.push(1, 2);
        assertThat(queue.nextDay()).isEqualTo(2);
        queue.clear();
        assertThat(queue.nextDay()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** 5,000 random steps beside the queue of the Java library; the queue grows and wraps around. */
    @Test
    void behavesAsAQueueWhileItGrowsAndWraps() {
        ResultQueue queue = new ResultQueue(2);
        Deque<double[]> expected = new ArrayDeque<>();
        SplitMix64 random = new SplitMix64(4);
        int longest = 0;
        for (int step = 0; step < 5000; step++) {
            if (random.nextDouble() < (step / 500 % 2 == 0 ? 0.6 : 0.4)) {
                double value = random.nextDouble();
                push(queue, expected, step, value);
            } else if (!expected.isEmpty()) {
                double[] oldest = Objects.requireNonNull(expected.poll());
                assertThat(queue.nextDay()).isEqualTo(oldest[0] + 10);
                assertThat(queue.oldestSampleDay()).isEqualTo(oldest[0]);
                assertThat(queue.oldest().value(1)).isEqualTo(oldest[1]);
                queue.pop();
            }
            longest = Math.max(longest, expected.size());
        }
        assertThat(longest).isGreaterThan(20);
    }

    private static void push(ResultQueue queue, Deque<double[]> expected, int step, double value) {
        Measurement slot = queue.push(step, step + 10.0);
        slot.reset(true);
        slot.set(1, value, false);
        expected.add(new double[] {step, value});
    }
}
