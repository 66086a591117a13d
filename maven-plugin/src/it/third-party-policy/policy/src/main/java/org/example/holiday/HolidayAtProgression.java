package org.example.holiday;

import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TrialIndex;

/** One regimen until progression, then no treatment. */
@TypeId("holiday-at-progression")
@Description("One regimen until progression, then no treatment.")
public record HolidayAtProgression(@Description("The regimen until progression.") RegimenChoice regimen)
        implements PolicyConfiguration {
    @Override
    public Policy create(TrialIndex index) {
        return new Holiday(index.regimen(regimen.regimen()), index.regimen(Regimen.NONE));
    }

    @Override
    public String synopsis() {
        return regimen.regimen().label() + " until progression, then a treatment holiday.";
    }

    private record Holiday(int initialRegimen, int none) implements Policy {
        @Override
        public int decide(PatientView view) {
            return view.news() == PatientView.News.PROGRESSION ? none : view.regimen();
        }
    }
}
