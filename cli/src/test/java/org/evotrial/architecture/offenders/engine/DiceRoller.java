package org.evotrial.architecture.offenders.engine;

/** Breaks: randomness is an argument. */
class DiceRoller {
    double roll() {
        return Math.random();
    }
}
