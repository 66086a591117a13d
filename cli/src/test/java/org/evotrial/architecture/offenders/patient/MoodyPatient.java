package org.evotrial.architecture.offenders.patient;

import java.util.concurrent.ThreadLocalRandom;

/** Breaks: randomness is an argument. */
class MoodyPatient {
    double mood() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
