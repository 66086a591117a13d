package org.evotrial.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.evotrial.engine.GroupSequentialReference.Figure;
import org.evotrial.engine.GroupSequentialReference.Sample;
import org.evotrial.engine.reduce.ReplicateTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupSequentialReferenceTest {
    /** The quantile of the normal distribution that a right simulation exceeds once in 10,000 comparisons. */
    private static final double VALIDATION_LIMIT = 3.9;

    /**
     * 2,000 replicates at the level 1e-6: a power off by .058, a duration by 1 month or a time of the first look by .11 month would
     * be detected with power .999.
     */
    @Test
    void agreesWithRpactUnderTheAlternative() {
        ReplicateTable table = GroupSequentialReference.simulate("base", 2000);
        assertThat(table.failures()).isEmpty();
        GroupSequentialReference.alternative().forEach((name, figure) -> assertNear(table, name, figure));
    }

    /** 2,000 replicates at the level 1e-6: a type I error of .055 would be detected with power .999. */
    @Test
    void agreesWithRpactUnderTheNullHypothesis() {
        ReplicateTable table = GroupSequentialReference.simulate("null", 2000);
        GroupSequentialReference.nullHypothesis().forEach((name, figure) -> {
            Sample sample = GroupSequentialReference.sample(table, name);
            SeededAssertions.assertProportion(
                    (int) Math.round(sample.mean() * sample.n()), (int) sample.n(), figure.value());
        });
    }

    private static void assertNear(ReplicateTable table, String name, Figure figure) {
        Sample sample = GroupSequentialReference.sample(table, name);
        SeededAssertions.assertNear(sample.mean(), figure.value(), sample.combinedError(figure) + figure.digit() / 2);
    }

    @Test
    void wouldNoticeAnotherAlternative() {
        ReplicateTable table = GroupSequentialReference.simulate("smaller-effect", 2000);
        Figure power =
                Objects.requireNonNull(GroupSequentialReference.alternative().get("rejectionProbability"));

        assertThat(GroupSequentialReference.sample(table, "rejectionProbability")
                        .deviation(power))
                .isGreaterThan(10);
    }

    /** 200,000 replicates against 200,000: a power off by .007 and a type I error off by .0035 would be detected with power .999. */
    @Test
    @Tag("validation")
    void agreesWithRpactWithinTheErrorsOfBothSimulations() {
        compare("base", GroupSequentialReference.alternative());
        compare("null", GroupSequentialReference.nullHypothesis());
    }

    private static void compare(String scenario, Map<String, Figure> figures) {
        ReplicateTable table = GroupSequentialReference.simulate(scenario, GroupSequentialReference.TRIALS);
        assertThat(table.failures()).isEmpty();
        figures.forEach((name, figure) -> {
            Sample sample = GroupSequentialReference.sample(table, name);
            System.out.printf(
                    "%s %s: %.5f against %s, %.2f combined standard errors (%.5f) beyond rounding%n",
                    scenario,
                    name,
                    sample.mean(),
                    figure.value(),
                    sample.deviation(figure),
                    sample.combinedError(figure));
            assertThat(sample.deviation(figure)).as("%s %s", scenario, name).isLessThan(VALIDATION_LIMIT);
        });
    }
}
