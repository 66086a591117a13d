package org.evotrial.design.policy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * A first regimen until an assay finds a biomarker or progression is recorded, whichever comes first; then a sequence of
 * regimens, the next one at each further progression.
 *
 * <p>The patient switches when the result becomes available, not when the sample was taken. With
 * {@code consecutivePositives} above 1 as many results in a row must be positive; a failed assay neither counts nor
 * interrupts the row. Results are looked at on the first regimen only, the baseline sample included.
 *
 * @param start the first regimen
 * @param assay the assay that is watched
 * @param biomarker the biomarker that triggers the switch
 * @param consecutivePositives number of positive results in a row that trigger it, at least 1
 * @param then the regimens after the switch, the next one at each progression; the last one is kept
 */
@TypeId("ctdna-switch")
@Description(
        "A first regimen until a plasma biomarker or progression, whichever comes first; then a sequence of regimens.")
public record CtdnaSwitch(
        @Description("The first regimen.") RegimenChoice start,

        @Description("The assay that is watched.") @Reference(to = Reference.Target.ASSAY)
        String assay,

        @Description("The biomarker that triggers the switch.") @Reference(to = Reference.Target.BIOMARKER)
        String biomarker,

        @Description("Number of positive results in a row that trigger the switch.") @Default("1") @Min(1)
        int consecutivePositives,

        @Description("The regimens after the switch: the next one at each progression; the last one is kept.") @NotEmpty
        List<RegimenChoice> then)
        implements PolicyConfiguration {
    public CtdnaSwitch {
        then = List.copyOf(then);
    }

    @Override
    public Policy create(TrialIndex index) {
        return new Switch(
                index.regimen(start.regimen()),
                index.assay(assay),
                index.channel(assay, biomarker),
                consecutivePositives,
                Lines.compile(then, index));
    }

    @Override
    public String synopsis() {
        String trigger = consecutivePositives == 1
                ? "%s is positive for %s".formatted(assay, biomarker)
                : "%d results of %s in a row are positive for %s".formatted(consecutivePositives, assay, biomarker);
        return "%s until %s or progression, then %s.".formatted(start.regimen().label(), trigger, Lines.sentence(then));
    }

    private record Switch(int initialRegimen, int assay, int channel, int needed, int[] then) implements Policy {
        private static final int LINE = 0;
        private static final int POSITIVES = 1;

        @Override
        public int memorySize() {
            return 2;
        }

        @Override
        public int decide(PatientView view) {
            double[] memory = view.memory();
            int line = (int) memory[LINE];
            if (line == then.length || !triggered(view, memory)) {
                return view.regimen();
            }
            memory[LINE] = line + 1;
            return then[line];
        }

        private boolean triggered(PatientView view, double[] memory) {
            if (view.news() != PatientView.News.RESULT) {
                return view.lineEnded();
            }
            if (memory[LINE] > 0 || view.assay() != assay || !view.result().evaluable()) {
                return false;
            }
            memory[POSITIVES] = view.result().positive(channel) ? memory[POSITIVES] + 1 : 0;
            return memory[POSITIVES] >= needed;
        }
    }
}
