package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.spi.LookData;
import org.junit.jupiter.api.Test;

class CommonRandomNumbersTest {
    private final TrialDocument trial = Trials.read(Trials.example("group-sequential"), Map.of());

    @Test
    void meetsTheSamePatientsInEveryScenarioWhereNothingAboutThemChanged() {
        FirstLook base = firstLook("base");
        FirstLook smaller = firstLook("smaller-effect");
        int n = Math.min(base.arm.length, smaller.arm.length);
        int control = 0;
        int changed = 0;
        for (int i = 0; i < n; i++) {
            assertThat(smaller.arm[i]).isEqualTo(base.arm[i]);
            assertThat(smaller.arrival[i]).isEqualTo(base.arrival[i]);
            boolean both = base.event[i] && smaller.event[i];
            if (both && base.arm[i] == 0) {
                assertThat(smaller.time[i]).isEqualTo(base.time[i]);
                control++;
            } else if (both) {
                // The same threshold of integrated hazard at medians 7.5 and 9 months.
                assertThat(smaller.time[i])
                        .isCloseTo(base.time[i] * 7.5 / 9, org.assertj.core.data.Offset.offset(1e-9));
                changed++;
            }
        }
        assertThat(control).isGreaterThan(40);
        assertThat(changed).isGreaterThan(20);
    }

    private FirstLook firstLook(String scenario) {
        SimulationPlan plan = SmallTrial.plan(trial, scenario);
        TrialReplicate replicate = new TrialReplicate(plan);
        FirstLook look = new FirstLook();
        replicate.watchedBy(look);
        int[] offsets = plan.curveOffsets();
        replicate.run(12, new double[plan.metrics().size()], new double[offsets[offsets.length - 1]]);
        return look;
    }

    @Test
    void givesAPatientTheSameOutcomeInEveryArmUnderTheNullByBiology() {
        double[][][] days = uncensored("null");

        assertThat(days[1][0]).containsExactly(days[0][0]);
        assertThat(uncensored("base")[1][0]).isNotEqualTo(days[0][0]);
    }

    @Test
    void givesAPatientTheSameOutcomeInTheArmThatAScenarioLeavesAlone() {
        assertThat(uncensored("smaller-effect")[0][0]).containsExactly(uncensored("base")[0][0]);
    }

    private double[][][] uncensored(String scenario) {
        double[][][] days = new double[2][1][500];
        new UncensoredRunner(SmallTrial.plan(trial, scenario)).run(0, 500, days, new double[2][0][500]);
        return days;
    }

    @Test
    void simulatesTheSameAfterThePlanWasSerialised() throws IOException, ClassNotFoundException {
        SimulationPlan plan = SmallTrial.plan(trial, "base");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(plan);
        }
        SimulationPlan restored;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            restored = (SimulationPlan) in.readObject();
        }
        BlockResult expected = new BlockRunner(plan).run(2, 130);
        BlockResult found = new BlockRunner(restored).run(2, 130);

        assertThat(restored).isNotSameAs(plan);
        assertThat(found.replicates()).isEqualTo(30);
        assertThat(found.rows()).containsExactly(expected.rows());
        assertThat(found.curveSum()).containsExactly(expected.curveSum());
        assertThat(found.curveSumOfSquares()).containsExactly(expected.curveSumOfSquares());
        assertThat(found.curveCount()).containsExactly(expected.curveCount());
        assertThat(found.failures()).isEqualTo(List.of());
    }

    private static final class FirstLook implements TrialListener {
        private int[] arm = new int[0];
        private double[] arrival = new double[0];
        private double[] time = new double[0];
        private boolean[] event = new boolean[0];

        @Override
        public void look(LookData data) {
            if (data.look() == 0) {
                arm = Arrays.copyOf(data.arm(), data.size());
                arrival = Arrays.copyOf(data.randomisedDay(), data.size());
                time = Arrays.copyOf(data.time(0), data.size());
                event = Arrays.copyOf(data.event(0), data.size());
            }
        }
    }
}
