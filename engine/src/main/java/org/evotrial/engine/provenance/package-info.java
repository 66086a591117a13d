/** Where a result comes from: versions, hashes, times. The only package of the engine that reads a clock. */
@NullMarked
package org.evotrial.engine.provenance;

import org.jspecify.annotations.NullMarked;
