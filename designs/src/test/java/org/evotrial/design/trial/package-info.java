/** Hand-written stand-ins for what the engine shows to endpoints, policies and analyses. */
@NullMarked
package org.evotrial.design.trial;

import org.jspecify.annotations.NullMarked;
