/**
 * The {@code evotrial} command: arguments in, exit codes and text out. What it does is done by the modules below; nothing
 * of a simulation, a verdict or a report is computed here, and nothing else depends on this package.
 */
@NullMarked
package org.evotrial.cli;

import org.jspecify.annotations.NullMarked;
