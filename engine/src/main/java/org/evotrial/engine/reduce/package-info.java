/** From blocks of replicates to operating characteristics with their Monte Carlo errors, in the order of the replicates. */
@NullMarked
package org.evotrial.engine.reduce;

import org.jspecify.annotations.NullMarked;
