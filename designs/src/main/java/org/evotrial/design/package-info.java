/**
 * Named designs: readable compositions of a platform, policies and analyses with the defaults that a statistician would
 * expect, and the plugin that offers everything of this module. A design sees what a real trial can see; nothing here may
 * depend on a patient model or on {@code org.evotrial.spi.truth}, and nothing here conducts a trial: that is the engine's
 * business.
 */
@NullMarked
package org.evotrial.design;

import org.jspecify.annotations.NullMarked;
