package org.evotrial.architecture.offenders.patient;

/** Stands for what only a patient model knows. */
public record TumourState(double resistantCells) {}
