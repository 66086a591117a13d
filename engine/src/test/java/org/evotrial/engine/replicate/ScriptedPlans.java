package org.evotrial.engine.replicate;

import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.ArmPlan.Schedule;
import org.evotrial.engine.plan.AssayPlan;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Policy;
import org.evotrial.spi.Regimen;

/** Plans of one arm for {@link ScriptedPatient}: a scan, and a plasma test with a turn-around of ten days. */
final class ScriptedPlans {
    static final double TURN_AROUND_DAYS = 10;
    static final int PLASMA = 1;

    private ScriptedPlans() {}

    static PatientPlan of(ScriptedPatient patient, Policy policy, Schedule... schedules) {
        return new PatientPlan(
                patient,
                new Regimen[] {Regimen.NONE, Regimen.of("first"), Regimen.of("second")},
                new String[] {"first", "second"},
                new ArmPlan[] {new ArmPlan("only", policy, schedules)},
                new AssayPlan[] {
                    new AssayPlan("scan", ImagingChannel.values().length, 0, true, false),
                    new AssayPlan("plasma", 1, TURN_AROUND_DAYS, false, false)
                },
                new BiomarkerPlan[0],
                ScriptedPatient.SCAN,
                new Endpoint[0],
                new String[0],
                new boolean[0],
                false);
    }

    static Schedule scans(double everyDays) {
        return new Schedule(ScriptedPatient.SCAN, everyDays, 0, new boolean[] {true, true, true}, false);
    }

    static Schedule plasma(double everyDays) {
        return new Schedule(PLASMA, everyDays, 0, new boolean[] {true, true, true}, false);
    }
}
