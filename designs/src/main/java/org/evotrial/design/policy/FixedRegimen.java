package org.evotrial.design.policy;

import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TrialIndex;

/**
 * One regimen throughout, also beyond progression.
 *
 * @param regimen what the patient takes
 */
@TypeId("fixed")
@Description("One regimen throughout, also beyond progression.")
public record FixedRegimen(
        @Description("What the patient takes.") RegimenChoice regimen) implements PolicyConfiguration {
    @Override
    public Policy create(TrialIndex index) {
        return new Fixed(index.regimen(regimen.regimen()));
    }

    @Override
    public String synopsis() {
        return "%s throughout.".formatted(regimen.regimen().label());
    }

    private record Fixed(int initialRegimen) implements Policy {
        @Override
        public int decide(PatientView view) {
            return view.regimen();
        }
    }
}
