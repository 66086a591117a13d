/**
 * From a variant of a trial file to an immutable, serialisable plan: names become indices, months become days, policies and
 * analyses are compiled. A plan knows everything that a replicate needs and nothing of files.
 */
@NullMarked
package org.evotrial.engine.plan;

import org.jspecify.annotations.NullMarked;
