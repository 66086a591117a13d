package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.provenance.ProcessorTime;
import org.evotrial.engine.run.WorkerFailure;
import org.evotrial.engine.run.Workers;
import org.evotrial.model.calibration.CalibrationArm;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.CalibrationFile;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The same virtual patients under every arm and for every value of the parameters: patient i of a population is
 * addressed by (seed, population, i) whatever the parameters are.
 */
final class VirtualCohort {
    /** Address of the patients of the fit, which neither a trial nor its truth uses. */
    static final long CALIBRATION = -2;

    /** Address of the patients that the fit has not seen. */
    static final long VERIFICATION = -3;

    private static final int BLOCK = 25;

    private final CalibrationDocument document;
    private final CalibrationPlanner planner;
    private final Workers workers;
    private final long seed;

    VirtualCohort(CalibrationDocument document, CalibrationPlanner planner, int threads, long seed) {
        this.document = document;
        this.planner = planner;
        this.workers = new Workers(threads, new ProcessorTime());
        this.seed = seed;
    }

    /**
     * Simulates figures.
     *
     * @param values values of the parameters
     * @param targets the targets whose figures are wanted
     * @param population {@link #CALIBRATION} or {@link #VERIFICATION}
     * @param patients patients per arm
     * @return one figure per target; null if the values do not make a disease
     * @throws InterruptedException if this thread was interrupted
     */
    @Nullable
    List<Figure> figures(double[] values, List<CalibrationTarget> targets, long population, int patients)
            throws InterruptedException {
        CalibrationFile file;
        SimulationPlan plan;
        try {
            file = document.at(values);
            plan = planner.plan(file);
        } catch (IllegalArgumentException | ConfigurationException e) {
            return null;
        }
        double[][] observed = new double[targets.size()][patients];
        List<Integer> blocks =
                IntStream.rangeClosed(0, (patients - 1) / BLOCK).boxed().toList();
        try {
            workers.compute(
                    blocks,
                    () -> {
                        CohortWorker worker = new CohortWorker(file, plan, targets, seed, population);
                        return block -> {
                            int to = Math.min(patients, (block + 1) * BLOCK);
                            for (int patient = block * BLOCK; patient < to; patient++) {
                                worker.observe(patient, observed);
                            }
                            return block;
                        };
                    },
                    block -> {});
        } catch (WorkerFailure e) {
            throw new IllegalStateException(e.getMessage(), e.getCause());
        }
        List<Figure> figures = new ArrayList<>();
        for (int t = 0; t < observed.length; t++) {
            figures.add(TargetFigure.of(
                    targets.get(t), observed[t], arm(file, targets.get(t).arm()).followUpMonths()));
        }
        return figures;
    }

    private static CalibrationArm arm(CalibrationFile file, String id) {
        return file.arms().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }
}
