/** Measurements: JMH benchmarks, and what they are compared with. Nothing depends on it. */
@NullMarked
package org.evotrial.benchmarks;

import org.jspecify.annotations.NullMarked;
