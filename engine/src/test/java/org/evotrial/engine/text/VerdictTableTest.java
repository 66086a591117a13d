package org.evotrial.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.junit.jupiter.api.Test;

class VerdictTableTest {
    @Test
    void explainsEveryVerdictThatIsNoPass() {
        String table = VerdictTable.of(List.of(
                verdict(Outcome.PASS, "kept"), verdict(Outcome.FAIL, "broken"), verdict(Outcome.INCONCLUSIVE, "open")));

        assertThat(table)
                .contains("FAIL: broken\n", "INCONCLUSIVE: open\n")
                .doesNotContain("kept")
                .endsWith("1 PASS, 1 FAIL, 1 INCONCLUSIVE\n");
    }

    @Test
    void aRuleThatMeasuredNothingSaysSo() {
        assertThat(VerdictTable.of(List.of(verdict(Outcome.FAIL, "nothing was measured"))))
                .contains("not measured")
                .doesNotContain("NaN");
    }

    @Test
    void aFileWithoutRulesIsNotTakenForAPass() {
        assertThat(VerdictTable.of(List.of())).contains("nothing was judged").doesNotContain("PASS");
    }

    private static Verdict verdict(Outcome outcome, String message) {
        return new Verdict(0, outcome, "power >= 0.8", "base", null, 0.99, Double.NaN, Double.NaN, 0, message);
    }
}
