/**
 * What a patient model, an assay, an endpoint, a policy, an analysis or a design implements, and what the engine shows
 * to each. Everything a design can reach from here is observable in a real trial; the true state of a patient lives in
 * {@code org.evotrial.spi.truth}. Configuration records implement the {@code *Configuration} interfaces, are serialisable,
 * and create the objects that run. Times are days since the patient's randomisation unless a name says otherwise;
 * calendar times are days since the trial opened. A month is 365.25 / 12 days.
 */
@NullMarked
package org.evotrial.spi;

import org.jspecify.annotations.NullMarked;
