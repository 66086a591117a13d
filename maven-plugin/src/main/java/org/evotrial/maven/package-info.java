/**
 * The Maven goals validate, simulate, report and check. A goal maps parameters to the modules below and outcomes to
 * Maven's exceptions; nothing is computed here, and nothing else depends on this package.
 */
@NullMarked
package org.evotrial.maven;

import org.jspecify.annotations.NullMarked;
