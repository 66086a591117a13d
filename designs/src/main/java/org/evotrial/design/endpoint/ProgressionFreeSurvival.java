package org.evotrial.design.endpoint;

import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/**
 * Time from randomisation to recorded progression or death, whichever comes first.
 *
 * <p>A change of treatment before progression (for example on a plasma result) does not end the patient's time at risk:
 * the treatment policy strategy of ICH E9(R1). With {@code onTreatment} progression counts only while the patient is on a
 * regimen with that treatment, so that progression on an earlier line is not an event; death always is one.
 *
 * @param label for tables; null: PFS with what qualifies it
 * @param assay the imaging assay; null for patient models that declare progression themselves
 * @param onTreatment count progression only on a regimen with this treatment; null: on any
 * @param site where progression counts
 */
@TypeId("progression-free-survival")
@Description("Time from randomisation to recorded progression or death, whichever comes first.")
public record ProgressionFreeSurvival(
        @Description("Label for tables; by default PFS with what qualifies it.") @Nullable
        String label,

        @Description("The imaging assay that finds progression; none for patient models that declare it themselves.")
        @Nullable
        @Reference(to = Reference.Target.ASSAY)
        String assay,

        @Description("Progression counts only on a regimen with this treatment; death always counts.")
        @Nullable
        @Reference(to = Reference.Target.TREATMENT)
        String onTreatment,

        @Description("Where progression counts: any site, or the central nervous system (brain PFS).")
        @Default("\"any\"")
        Site site)
        implements EndpointConfiguration {
    /** Where progression counts. */
    public enum Site {
        /** Progression anywhere. */
        ANY,
        /** Progression in the central nervous system only; elsewhere it is not an event. */
        CNS
    }

    public ProgressionFreeSurvival {
        if (onTreatment != null && site == Site.CNS) {
            throw new IllegalArgumentException(
                    "expected onTreatment or site cns but found both; CNS progression is recorded whatever the treatment");
        }
        if (label == null) {
            label = site == Site.CNS ? "Brain PFS" : onTreatment == null ? "PFS" : "PFS on " + onTreatment;
        }
    }

    @Override
    public String label() {
        return label == null ? "PFS" : label;
    }

    @Override
    public @Nullable String imagingAssay() {
        return assay;
    }

    @Override
    public String intercurrentEvents() {
        String progression =
                "death is an event; a switch or new therapy before progression is ignored (treatment policy)";
        if (site == Site.CNS) {
            return progression + "; progression outside the central nervous system is not an event";
        }
        return onTreatment == null
                ? progression
                : progression + "; progression while not on %s is not an event".formatted(onTreatment);
    }

    @Override
    public Endpoint create(TrialIndex index) {
        if (assay != null) {
            index.assay(assay);
        }
        if (site == Site.CNS) {
            return new Cns();
        }
        if (onTreatment == null) {
            return new AnySite();
        }
        int[] regimens = index.regimensWith(onTreatment);
        if (regimens.length == 0) {
            throw new ConfigurationException(
                    "/endpoints",
                    "no policy of this design ever gives %s, which %s refers to".formatted(onTreatment, label()));
        }
        return new OnTreatment(regimens);
    }

    private record AnySite() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return Math.min(course.firstProgressionDay(), course.deathDay());
        }

        @Override
        public boolean endsAtFirstProgression() {
            return true;
        }
    }

    private record Cns() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return Math.min(course.firstCnsProgressionDay(), course.deathDay());
        }
    }

    private record OnTreatment(int[] regimens) implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            double day = course.deathDay();
            for (int regimen : regimens) {
                day = Math.min(day, course.progressionDayOn(regimen));
            }
            return day;
        }
    }
}
