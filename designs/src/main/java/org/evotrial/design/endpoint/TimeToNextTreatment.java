package org.evotrial.design.endpoint;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/**
 * Time from randomisation to the start of the next treatment: the first day on a regimen with a treatment that the regimen at
 * randomisation lacks, whatever the reason. Other doses, interruptions and what is left of a combination are not the next
 * treatment.
 *
 * @param label for tables
 * @param treatments only these count as the next treatment; null: any
 * @param deathIsEvent whether death without it is an event too (composite); otherwise it is censored (hypothetical)
 */
@TypeId("time-to-next-treatment")
@Description("Time from randomisation to the start of a treatment that the regimen at randomisation lacks, or death.")
public record TimeToNextTreatment(
        @Description("Label for tables.") @Default("\"TTNT\"")
        String label,

        @Description("Only these treatments count as the next one; by default any.")
        @Nullable
        @NotEmpty
        @Reference(to = Reference.Target.TREATMENT)
        List<String> treatments,

        @Description("Whether death without it is an event; otherwise it is censored.") @Default("true")
        boolean deathIsEvent)
        implements EndpointConfiguration {
    @Override
    public String intercurrentEvents() {
        return (deathIsEvent ? "death is an event (composite)" : "death without it is censored (hypothetical)")
                + "; progression, changed doses and interruptions are ignored";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        List<String> wanted = treatments;
        if (wanted != null) {
            for (String treatment : wanted) {
                if (index.regimensWith(treatment).length == 0) {
                    throw new ConfigurationException(
                            "/endpoints",
                            "no policy of this design ever gives %s, which %s refers to".formatted(treatment, label));
                }
            }
        }
        List<Regimen> regimens = index.regimens();
        boolean[][] next = new boolean[regimens.size()][regimens.size()];
        for (int from = 0; from < next.length; from++) {
            for (int to = 0; to < next.length; to++) {
                next[from][to] = isNext(regimens.get(from), regimens.get(to));
            }
        }
        return new FirstStart(next, deathIsEvent);
    }

    private boolean isNext(Regimen from, Regimen to) {
        return to.components().stream()
                .map(Regimen.Component::treatment)
                .anyMatch(treatment -> to.contains(treatment)
                        && !from.contains(treatment)
                        && (treatments == null || treatments.contains(treatment)));
    }

    /** {@code next[initial][regimen]}: whether the regimen is a next treatment. */
    private record FirstStart(boolean[][] next, boolean deathIsEvent) implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            double day = deathIsEvent ? course.deathDay() : Double.POSITIVE_INFINITY;
            boolean[] isNext = next[course.initialRegimen()];
            for (int regimen = 0; regimen < isNext.length; regimen++) {
                if (isNext[regimen]) {
                    day = Math.min(day, course.startDayOn(regimen));
                }
            }
            return day;
        }
    }
}
