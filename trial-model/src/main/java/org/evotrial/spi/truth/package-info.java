/**
 * The true state of a virtual patient, for estimands, traces and pictures. No design, policy or analysis may depend on
 * this package; an architecture test keeps it so.
 */
@NullMarked
package org.evotrial.spi.truth;

import org.jspecify.annotations.NullMarked;
