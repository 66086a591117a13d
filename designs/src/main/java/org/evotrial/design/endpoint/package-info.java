/**
 * Endpoints: from what a trial recorded of a patient to the day of an event. Each says what it does with death, switching
 * and new therapy. Censoring is not done here.
 */
@NullMarked
package org.evotrial.design.endpoint;

import org.jspecify.annotations.NullMarked;
