package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The slow, obviously correct simulation of one lesion: sensitive, tolerant and resistant cells, one event at a time. A
 * division of a sensitive or tolerant cell founds a resistant one besides with a small probability.
 */
final class EventByEventTumour {
    /** Rates per cell and day. */
    record Rates(
            double birth,
            double sensitiveDeath,
            double resistantDeath,
            double tolerantBirth,
            double tolerantDeath,
            double entry,
            double exit,
            double mutation) {}

    long sensitive;
    long tolerant;
    long resistant;

    EventByEventTumour(long sensitive) {
        this.sensitive = sensitive;
    }

    void live(double days, Rates rates, UniformRandomProvider random) {
        double perSensitive = rates.birth + rates.sensitiveDeath + rates.entry;
        double perTolerant = rates.tolerantBirth + rates.tolerantDeath + rates.exit;
        double perResistant = rates.birth + rates.resistantDeath;
        double time = 0;
        while (true) {
            double ofSensitive = sensitive * perSensitive;
            double ofTolerant = tolerant * perTolerant;
            double total = ofSensitive + ofTolerant + resistant * perResistant;
            time -= Math.log(1 - random.nextDouble()) / total;
            if (!(time < days)) {
                return;
            }
            double position = random.nextDouble() * total;
            if (position < ofSensitive) {
                sensitiveEvent(position / sensitive, rates, random);
            } else if (position < ofSensitive + ofTolerant) {
                tolerantEvent((position - ofSensitive) / tolerant, rates, random);
            } else {
                resistant += random.nextDouble() * perResistant < rates.birth ? 1 : -1;
            }
        }
    }

    private void sensitiveEvent(double position, Rates rates, UniformRandomProvider random) {
        if (position < rates.birth) {
            sensitive++;
            resistant += random.nextDouble() < rates.mutation ? 1 : 0;
        } else {
            sensitive--;
            tolerant += position < rates.birth + rates.entry ? 1 : 0;
        }
    }

    private void tolerantEvent(double position, Rates rates, UniformRandomProvider random) {
        if (position < rates.tolerantBirth) {
            tolerant++;
            resistant += random.nextDouble() < rates.mutation ? 1 : 0;
        } else {
            tolerant--;
            sensitive += position < rates.tolerantBirth + rates.exit ? 1 : 0;
        }
    }
}
