/**
 * The replicate loop: one trial as a sequence of events, over and over, without allocation. No framework, no JSON, no
 * logging, no clock, so that it runs unchanged in a thread, in a build and on an executor.
 */
@NullMarked
package org.evotrial.engine.replicate;

import org.jspecify.annotations.NullMarked;
