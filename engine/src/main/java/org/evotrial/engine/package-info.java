/**
 * The engine's front: planning, simulating and judging a trial file. What a statistician's command or build plugin calls
 * is {@code Evotrial}; everything else is reached from there.
 */
@NullMarked
package org.evotrial.engine;

import org.jspecify.annotations.NullMarked;
