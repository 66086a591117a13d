package org.evotrial.patient.parametric;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Exponential;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.truth.NoTumour;
import org.evotrial.spi.truth.PatientTruth;

/** One patient of the illness-death model. */
final class PiecewiseExponentialPatient implements Patient {
    private final PiecewiseExponentialModel model;
    private double day;
    private double progressionDay;
    private double hazardToProgression;
    private double hazardToDeathBefore;
    private double hazardToDeathAfter;
    private Event event = Event.NONE;

    PiecewiseExponentialPatient(PiecewiseExponentialModel model) {
        this.model = model;
    }

    @Override
    public void begin(PatientStreams streams) {
        UniformRandomProvider random = streams.biology();
        day = 0;
        event = Event.NONE;
        progressionDay = Double.POSITIVE_INFINITY;
        hazardToProgression = Exponential.draw(random);
        hazardToDeathBefore = model.deathBeforePossible ? Exponential.draw(random) : Double.POSITIVE_INFINITY;
        hazardToDeathAfter = model.deathAfterPossible ? Exponential.draw(random) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double advance(double toDay, int regimen) {
        if (!(toDay >= day)) {
            throw new IllegalArgumentException("Day " + toDay + " lies before the current day " + day + ".");
        }
        if (event == Event.DEATH) {
            return day;
        }
        event = Event.NONE;
        return progressionDay <= day ? advanceAfterProgression(toDay, regimen) : advanceBefore(toDay, regimen);
    }

    private double advanceBefore(double toDay, int regimen) {
        HazardCurve toProgression = model.progression[regimen];
        double progression = toProgression.dayWhenReached(day, hazardToProgression);
        double death = Double.POSITIVE_INFINITY;
        if (model.deathBeforePossible) {
            HazardCurve toDeath = model.deathBeforeProgression[regimen];
            death = toDeath.dayWhenReached(day, hazardToDeathBefore);
            hazardToDeathBefore -= toDeath.between(day, Math.min(progression, toDay));
        }
        if (Math.min(progression, death) > toDay) {
            hazardToProgression -= toProgression.between(day, toDay);
            day = toDay;
        } else if (death <= progression) {
            event = Event.DEATH;
            day = death;
        } else {
            event = Event.PROGRESSION;
            progressionDay = progression;
            day = progression;
        }
        return day;
    }

    private double advanceAfterProgression(double toDay, int regimen) {
        if (model.deathAfterPossible) {
            HazardCurve curve = model.deathAfterProgression[regimen];
            double since = day - progressionDay;
            double death = progressionDay + curve.dayWhenReached(since, hazardToDeathAfter);
            if (death <= toDay) {
                event = Event.DEATH;
                day = death;
                return day;
            }
            hazardToDeathAfter -= curve.between(since, toDay - progressionDay);
        }
        day = toDay;
        return day;
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public void measure(int assay, Measurement out) {
        throw new IllegalArgumentException("The disease piecewise-exponential has no assay " + assay + ".");
    }

    @Override
    public PatientTruth truth() {
        return NoTumour.INSTANCE;
    }
}
