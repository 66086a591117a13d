package org.evotrial.engine.calibration;

import java.util.List;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * Lines of treatment, each until progression on it is recorded or all its drugs were discontinued for toxicity, and nothing
 * after the last.
 *
 * @param regimens the lines in order
 */
record LinesUntilProgression(List<RegimenChoice> regimens) implements PolicyConfiguration {
    @Override
    public Policy create(TrialIndex index) {
        int[] lines = new int[regimens.size() + 1];
        for (int i = 0; i < regimens.size(); i++) {
            lines[i] = index.regimen(regimens.get(i).regimen());
        }
        return new Lines(lines);
    }

    @Override
    public String synopsis() {
        List<String> labels = regimens.stream().map(r -> r.regimen().label()).toList();
        return String.join(", then ", labels) + ", each until progression.";
    }

    private record Lines(int[] regimens) implements Policy {
        private static final int LINE = 0;

        @Override
        public int memorySize() {
            return 1;
        }

        @Override
        public int initialRegimen() {
            return regimens[0];
        }

        @Override
        public int decide(PatientView view) {
            int line = (int) view.memory()[LINE];
            if (!view.lineEnded() || line == regimens.length - 1) {
                return view.regimen();
            }
            view.memory()[LINE] = line + 1;
            return regimens[line + 1];
        }
    }
}
