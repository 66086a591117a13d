package org.evotrial.model.calibration;

/**
 * A file with calibrated numbers.
 *
 * @param name file name without folder
 * @param text its JSON
 */
public record CalibratedFile(String name, String text) {}
