/** True values of estimands: emergent properties of the biology, so they are computed and not assumed. */
@NullMarked
package org.evotrial.engine.truth;

import org.jspecify.annotations.NullMarked;
