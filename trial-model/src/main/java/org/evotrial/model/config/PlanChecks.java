package org.evotrial.model.config;

import java.util.List;
import java.util.function.Function;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.Condition;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;

/** What must hold within a design that is spelled out. */
final class PlanChecks {
    private static final int LARGEST_BLOCK = 1000;
    private static final double RATIO_TOLERANCE = 1e-9;

    private final DesignPlan plan;
    private final Function<String, Place> places;
    private final ProblemLog log;

    /** @param places the place of a pointer within the design */
    PlanChecks(DesignPlan plan, Function<String, Place> places, ProblemLog log) {
        this.plan = plan;
        this.places = places;
        this.log = log;
    }

    void check() {
        checkBlocks();
        for (int i = 0; i < plan.looks().size(); i++) {
            checkReachable(plan.looks().get(i).when(), "/looks/" + i + "/when");
        }
    }

    private void checkBlocks() {
        if (plan.allocation().method() != Allocation.Method.PERMUTED_BLOCKS) {
            return;
        }
        double[] weights = plan.arms().stream().mapToDouble(Arm::allocation).toArray();
        int smallest = smallestBlock(weights);
        int given = plan.allocation().blockSize();
        if (smallest == 0) {
            log.add(
                    ProblemCode.BLOCK_SIZE,
                    places.apply("/arms"),
                    "allocation weights in a ratio that a block of at most %d patients holds".formatted(LARGEST_BLOCK),
                    plan.arms().stream().map(Arm::allocation).toList().toString());
        } else if (given % smallest != 0) {
            log.add(
                    ProblemCode.BLOCK_SIZE,
                    places.apply("/allocation/blockSize"),
                    "a multiple of %d, the smallest block that holds the allocation ratio".formatted(smallest),
                    String.valueOf(given));
        }
    }

    /** The smallest number of patients that can be shared out exactly in the ratio of the weights; 0 if it is too large. */
    static int smallestBlock(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int size = weights.length; size <= LARGEST_BLOCK; size++) {
            boolean whole = true;
            for (double weight : weights) {
                double patients = weight / total * size;
                whole &= Math.abs(patients - Math.rint(patients)) < RATIO_TOLERANCE * size && patients > 0.5;
            }
            if (whole) {
                return size;
            }
        }
        return 0;
    }

    private void checkReachable(Condition condition, String pointer) {
        if (condition instanceof Condition.Or or) {
            if (or.conditions().stream().noneMatch(this::reachable)) {
                checkEach(or.conditions(), pointer);
            }
        } else if (condition instanceof Condition.And and) {
            checkEach(and.conditions(), pointer);
        } else if (!reachable(condition)) {
            log.add(
                    ProblemCode.UNREACHABLE_LOOK,
                    places.apply(pointer + "/count"),
                    "a number that %d patients can reach".formatted(plan.sampleSize()),
                    String.valueOf(count(condition)));
        }
    }

    private void checkEach(List<Condition> conditions, String pointer) {
        for (int i = 0; i < conditions.size(); i++) {
            checkReachable(conditions.get(i), pointer + "/conditions/" + i);
        }
    }

    private boolean reachable(Condition condition) {
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(this::reachable);
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().allMatch(this::reachable);
        }
        return count(condition) <= plan.sampleSize();
    }

    /** The number of patients or events (at most one for each patient) that a condition needs. */
    private static int count(Condition condition) {
        if (condition instanceof Condition.Events events) {
            return events.count();
        }
        return condition instanceof Condition.Randomised randomised ? randomised.count() : 0;
    }
}
