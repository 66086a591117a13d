/** Carries a run out: distributes blocks over threads, keeps checkpoints, and puts the results together. */
@NullMarked
package org.evotrial.engine.run;

import org.jspecify.annotations.NullMarked;
