/** Finished blocks on disk, so that an interrupted run loses nothing. */
@NullMarked
package org.evotrial.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
