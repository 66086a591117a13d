package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.plan.AnalysisPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.junit.jupiter.api.Test;

/** Bytes that the replicate loop allocates after warm-up, as the virtual machine counts them. */
class AllocationTest {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final SimulationPlan plan =
            SmallTrial.plan(Trials.read(Trials.example("group-sequential"), Map.of()), "base");

    private static double bytesPerReplicate(SimulationPlan measured) {
        TrialReplicate trial = new TrialReplicate(measured);
        double[] row = new double[measured.metrics().size()];
        double[] curves = new double[measured.curveOffsets()[measured.curves().size()]];
        for (int replicate = 0; replicate < WARM_UP; replicate++) {
            trial.run(replicate, row, curves);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int replicate = 0; replicate < MEASURED; replicate++) {
            trial.run(replicate, row, curves);
        }
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    }

    /** 350 patients and three looks; less than one object of 16 bytes per replicate. */
    @Test
    void isNothingInTheEngineItself() {
        SimulationPlan withoutAnalyses = new SimulationPlan(
                plan.variant(),
                plan.seed(),
                plan.platform(),
                plan.patients(),
                plan.looks(),
                new AnalysisPlan[0],
                plan.hypotheses(),
                -1,
                plan.conduct(),
                plan.conductCurves(),
                plan.metrics(),
                plan.curves());

        assertThat(bytesPerReplicate(withoutAnalyses)).isLessThan(16);
    }

    /** The analyses make an interval per estimate and a Cox model per comparison, about a dozen small objects, but no arrays. */
    @Test
    void isAFewSmallObjectsInTheAnalyses() {
        assertThat(bytesPerReplicate(plan)).isLessThan(600);
    }

    @Test
    void wouldBeSeen() {
        byte[][] kept = new byte[10][];
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new byte[1000];
        }

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThanOrEqualTo(kept.length * 1000L);
    }
}
