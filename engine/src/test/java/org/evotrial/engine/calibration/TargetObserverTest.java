package org.evotrial.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.AssayPlan;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.engine.replicate.CohortRunner;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.model.calibration.Statistic;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.truth.NoTumour;
import org.evotrial.spi.truth.PatientTruth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What targets take from samples. */
class TargetObserverTest {
    private static final int IMAGING = 0;
    private static final int PLASMA = 1;

    private final CohortRunner runner = new CohortRunner(plan(), new StreamSet(1, 2, 1));
    private final CourseRecord nobody = runner.follow(-2, 0, 0, 100, null);

    @Test
    void bestChangeIsThatOfTheSmallestSum() {
        TargetObserver observer = observer(Statistic.MEDIAN_BEST_CHANGE, null, null);
        observer.sampled(0, IMAGING, scan(80));
        observer.sampled(56, IMAGING, scan(60));
        observer.sampled(112, IMAGING, scan(70));
        assertThat(observer.observed(nobody, runner)).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void bestChangeOfSteadyGrowthIsPositive() {
        TargetObserver observer = observer(Statistic.MEDIAN_BEST_CHANGE, null, null);
        observer.sampled(0, IMAGING, scan(80));
        observer.sampled(56, IMAGING, scan(100));
        observer.sampled(112, IMAGING, scan(120));
        assertThat(observer.observed(nobody, runner)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aDeclineCountsUpToItsMonth() {
        TargetObserver halved = observer(Statistic.SHARE_WITH_DECLINE, 0.5, 3.0);
        halved.sampled(0, PLASMA, plasma(0.1, true));
        halved.sampled(50, PLASMA, plasma(0.06, true));
        assertThat(halved.observed(nobody, runner)).isZero();
        halved.sampled(100, PLASMA, plasma(0.04, true));
        assertThat(halved.observed(nobody, runner))
                .as("day 100 lies after month 3")
                .isZero();
        halved.sampled(90, PLASMA, plasma(0.05, true));
        assertThat(halved.observed(nobody, runner)).isEqualTo(1);
    }

    @Test
    void withoutAValueAtBaselineThereIsNoDecline() {
        TargetObserver halved = observer(Statistic.SHARE_WITH_DECLINE, 0.5, null);
        Measurement failed = new Measurement(1);
        failed.reset(false);
        halved.sampled(0, PLASMA, failed);
        halved.sampled(50, PLASMA, plasma(0.01, true));
        assertThat(halved.observed(nobody, runner)).isNaN();
    }

    @Test
    void detectionAndValueAtBaselineAreThoseOfDayZero() {
        TargetObserver detected = observer(Statistic.SHARE_DETECTED_AT_BASELINE, null, null);
        TargetObserver value = observer(Statistic.MEDIAN_AT_BASELINE, null, null);
        for (TargetObserver observer : List.of(detected, value)) {
            observer.sampled(0, IMAGING, scan(7));
            observer.sampled(0, PLASMA, plasma(0.02, false));
            observer.sampled(28, PLASMA, plasma(0.5, true));
        }
        assertThat(detected.observed(nobody, runner)).isZero();
        assertThat(value.observed(nobody, runner)).isEqualTo(0.02);
        detected.begin();
        assertThat(detected.observed(nobody, runner)).isNaN();
    }

    @Test
    void aTimeThatIsNotObservedIsInfinite() {
        assertThat(observer(Statistic.MEDIAN_PFS_MONTHS, null, null).observed(nobody, runner))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(observer(Statistic.SHARE_DIED_BEFORE_PROGRESSION, null, null).observed(nobody, runner))
                .isZero();
    }

    private static TargetObserver observer(Statistic statistic, @Nullable Double fall, @Nullable Double atMonths) {
        String assay = statistic.needsChannel() ? "plasma" : null;
        String biomarker = statistic.needsChannel() ? "KRAS" : null;
        CalibrationTarget target = new CalibrationTarget(
                "only", statistic, atMonths, null, assay, biomarker, fall, null, 0.5, 0.1, null, 1, false, null);
        TargetObserver observer = new TargetObserver(target, plan(), List.of(ImagingChannel.ids(), List.of("KRAS")));
        observer.begin();
        return observer;
    }

    private static Measurement scan(double sum) {
        Measurement scan = new Measurement(ImagingChannel.values().length);
        scan.reset(true);
        scan.set(ImagingChannel.TARGET_SUM.ordinal(), sum, false);
        return scan;
    }

    private static Measurement plasma(double value, boolean positive) {
        Measurement plasma = new Measurement(1);
        plasma.reset(true);
        plasma.set(0, value, positive);
        return plasma;
    }

    private static PatientPlan plan() {
        return new PatientPlan(
                new Immortals(),
                new Regimen[] {Regimen.NONE},
                new String[0],
                new ArmPlan[] {new ArmPlan("only", new Stay(), new ArmPlan.Schedule[0])},
                new AssayPlan[] {
                    new AssayPlan("scan", ImagingChannel.values().length, 0, true, false),
                    new AssayPlan("plasma", 1, 0, false, false)
                },
                new BiomarkerPlan[0],
                IMAGING,
                new Endpoint[0],
                new String[0],
                new boolean[0],
                false);
    }

    private record Stay() implements Policy {
        @Override
        public int initialRegimen() {
            return 0;
        }

        @Override
        public int decide(PatientView view) {
            return view.regimen();
        }
    }

    /** Patients to whom nothing happens. */
    private record Immortals() implements PatientModel {
        @Override
        public Patient newPatient() {
            return new Patient() {
                @Override
                public void begin(PatientStreams streams) {}

                @Override
                public double advance(double toDay, int regimen) {
                    return toDay;
                }

                @Override
                public Event event() {
                    return Event.NONE;
                }

                @Override
                public void measure(int assay, Measurement out) {
                    out.reset(false);
                }

                @Override
                public PatientTruth truth() {
                    return NoTumour.INSTANCE;
                }
            };
        }
    }
}
