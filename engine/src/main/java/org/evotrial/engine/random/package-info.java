/** Addressed random streams. The only place where random numbers come from. */
@NullMarked
package org.evotrial.engine.random;

import org.jspecify.annotations.NullMarked;
