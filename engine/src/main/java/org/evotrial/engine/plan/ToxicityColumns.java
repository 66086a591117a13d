package org.evotrial.engine.plan;

import java.io.Serializable;

/**
 * Where the numbers about toxicity stand in a replicate's row, arm by arm. Patients are observed from randomisation until the last
 * data cut-off or the end of their course, on treatment or not.
 *
 * @param patients first of the shares of patients with an event of grade 3 or more
 * @param events first of the events of grade 3 or more per patient-year of observation
 * @param reduced first of the shares of patients whose dose of a treatment was reduced
 * @param discontinued first of the shares of patients who discontinued a treatment for toxicity
 * @param intensity first of the relative dose intensities by treatment: dose taken over dose planned by regimen and schedule until
 *     toxicity ended its use, averaged over the patients for whom any was planned
 */
public record ToxicityColumns(int patients, int events, int reduced, int discontinued, int intensity)
        implements Serializable {}
