package org.evotrial.architecture.offenders.spi.truth;

/** Stands for the truth that estimands are computed from. */
public record TrueBurden(double cells) {}
