package org.evotrial.cli;

import java.util.List;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;

/** What the command's exit code tells a script. */
enum ExitCode {
    /** Every acceptance rule holds. */
    PASS(0),
    /** The command was used wrongly, a file has a problem, or a reference value was not reproduced. */
    CONFIGURATION(1),
    /** An acceptance rule is violated, or nothing was measured. */
    VIOLATED(2),
    /** The simulation failed. */
    SIMULATION(3),
    /** A rule is undecided. */
    INCONCLUSIVE(4),
    /** The run was interrupted: 128 plus the number of the signal, as shells report it. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** A violation outweighs an undecided rule. */
    static ExitCode of(List<Verdict> verdicts) {
        if (verdicts.stream().anyMatch(v -> v.outcome() == Outcome.FAIL)) {
            return VIOLATED;
        }
        return verdicts.stream().anyMatch(v -> v.outcome() == Outcome.INCONCLUSIVE) ? INCONCLUSIVE : PASS;
    }

    /** Of several trials the one that a script must hear of first: an interruption, an error, a violation, an undecided rule. */
    ExitCode and(ExitCode other) {
        return severity() >= other.severity() ? this : other;
    }

    private int severity() {
        return switch (this) {
            case PASS -> 0;
            case INCONCLUSIVE -> 1;
            case VIOLATED -> 2;
            case CONFIGURATION -> 3;
            case SIMULATION -> 4;
            case INTERRUPTED -> 5;
        };
    }
}
