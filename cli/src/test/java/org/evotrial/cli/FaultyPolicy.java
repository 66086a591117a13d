package org.evotrial.cli;

import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TrialIndex;

/** A policy that breaks at the first progression after a day. */
@TypeId("faulty")
@Description("A policy that breaks at the first progression after a day.")
public record FaultyPolicy(
        @Description("What the patient takes.") RegimenChoice regimen,
        @Description("The last day without a fault.") double afterDay)
        implements PolicyConfiguration {
    @Override
    public Policy create(TrialIndex index) {
        return new Faulty(index.regimen(regimen.regimen()), afterDay);
    }

    @Override
    public String synopsis() {
        return "Breaks.";
    }

    private record Faulty(int initialRegimen, double afterDay) implements Policy {
        @Override
        public int decide(PatientView view) {
            if (view.day() > afterDay) {
                throw new IllegalStateException("The policy broke.");
            }
            return view.regimen();
        }
    }
}
