package org.evotrial.architecture.offenders.cli;

/** Stands for the command. */
public record Command(String name) {}
