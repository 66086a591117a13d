/** Where the engine's objects are wired. Guice is used here and nowhere else in the engine. */
@NullMarked
package org.evotrial.engine.composition;

import org.jspecify.annotations.NullMarked;
