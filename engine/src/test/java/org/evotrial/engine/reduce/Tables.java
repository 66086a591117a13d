package org.evotrial.engine.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.plan.AccrualPlan;
import org.evotrial.engine.plan.AllocationPlan;
import org.evotrial.engine.plan.AnalysisPlan;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.AssayPlan;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.ConductColumns;
import org.evotrial.engine.plan.ConductCurves;
import org.evotrial.engine.plan.LookPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.plan.PlatformPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.replicate.BlockResult;
import org.evotrial.model.design.Accrual;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.Estimand;
import org.evotrial.spi.MetricDefinition;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.Regimen;

/** Tables of replicates written down by hand. */
public final class Tables {
    private Tables() {}

    /** A table with one column per metric, in the order of the metrics. */
    public static ReplicateTable of(SimulationPlan plan, double[]... columns) {
        int n = columns[0].length;
        List<BlockResult> blocks = new ArrayList<>();
        for (int b = BlockResult.blocks(n) - 1; b >= 0; b--) {
            int first = b * BlockResult.SIZE;
            int count = Math.min(BlockResult.SIZE, n - first);
            double[] rows = new double[count * columns.length];
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < columns.length; c++) {
                    rows[i * columns.length + c] = columns[c][first + i];
                }
            }
            blocks.add(new BlockResult(
                    b,
                    first,
                    count,
                    columns.length,
                    rows,
                    List.of(),
                    new double[0],
                    new double[0],
                    new int[0],
                    10L * count));
        }
        return new ReplicateTable(plan, blocks);
    }

    /** A plan of two arms, A (control) and B, and two endpoints with the given metrics and estimands. */
    public static SimulationPlan plan(String variant, List<MetricDefinition> metrics, List<Estimand> estimands) {
        Analysis analysis = new DescribedAnalysis(metrics, estimands);
        return new SimulationPlan(
                variant,
                1,
                platform(),
                patients(),
                new LookPlan[0],
                new AnalysisPlan[] {new AnalysisPlan(analysis, 0, metrics.size(), 0, 0, 0)},
                new String[0],
                -1,
                new ConductColumns(0, 0, 0, 0, 0, -1, -1, -1, -1, -1, null),
                new ConductCurves(0, -1, -1, new double[0], new double[0]),
                metrics,
                List.of());
    }

    private static PlatformPlan platform() {
        Accrual accrual = new Accrual(Accrual.Pattern.POISSON, List.of(new Accrual.Period(null, 1)), null);
        AllocationPlan allocation =
                new AllocationPlan(new int[] {0, 1, 1, 1}, new double[] {.25, 1}, new double[] {.25, .75});
        return new PlatformPlan(10, new AccrualPlan(accrual), allocation, new int[0], new int[0], 0, 60 * 365.25 / 12);
    }

    private static PatientPlan patients() {
        Endpoint none = course -> Double.POSITIVE_INFINITY;
        return new PatientPlan(
                new NoPatients(),
                new Regimen[] {Regimen.NONE},
                new String[0],
                new ArmPlan[] {arm("A"), arm("B")},
                new AssayPlan[0],
                new BiomarkerPlan[0],
                -1,
                new Endpoint[] {none, none},
                new String[] {"pfs", "response"},
                new boolean[] {false, true},
                false);
    }

    private static ArmPlan arm(String id) {
        return new ArmPlan(id, new NoPolicy(), new ArmPlan.Schedule[0]);
    }

    /** A column of the same value. */
    public static double[] constant(int n, double value) {
        double[] column = new double[n];
        Arrays.fill(column, value);
        return column;
    }

    private record NoPatients() implements PatientModel {
        @Override
        public Patient newPatient() {
            throw new UnsupportedOperationException();
        }
    }

    private record NoPolicy() implements org.evotrial.spi.Policy {
        @Override
        public int initialRegimen() {
            return 0;
        }

        @Override
        public int decide(org.evotrial.spi.PatientView view) {
            return 0;
        }
    }

    private record DescribedAnalysis(List<MetricDefinition> metrics, List<Estimand> estimands) implements Analysis {
        @Override
        public List<CurveDefinition> curves() {
            return List.of();
        }

        @Override
        public Workspace newWorkspace() {
            throw new UnsupportedOperationException();
        }
    }
}
