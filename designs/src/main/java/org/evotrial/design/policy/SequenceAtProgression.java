package org.evotrial.design.policy;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * Lines of treatment: the next regimen at each recorded progression, and when all drugs of the current one were discontinued for
 * toxicity; the last one is kept.
 *
 * @param regimens the lines in order
 */
@TypeId("sequence")
@Description("Lines of treatment: the next regimen at each recorded progression; the last one is kept.")
public record SequenceAtProgression(
        @Description("The lines in order, at least one.") @NotEmpty
        List<RegimenChoice> regimens) implements PolicyConfiguration {
    public SequenceAtProgression {
        regimens = List.copyOf(regimens);
    }

    @Override
    public Policy create(TrialIndex index) {
        return new Sequence(Lines.compile(regimens, index));
    }

    @Override
    public String synopsis() {
        return Lines.sentence(regimens) + ".";
    }

    private record Sequence(int[] lines) implements Policy {
        private static final int LINE = 0;

        @Override
        public int memorySize() {
            return 1;
        }

        @Override
        public int initialRegimen() {
            return lines[0];
        }

        @Override
        public int decide(PatientView view) {
            int line = (int) view.memory()[LINE];
            if (!view.lineEnded() || line == lines.length - 1) {
                return view.regimen();
            }
            view.memory()[LINE] = line + 1;
            return lines[line + 1];
        }
    }
}
