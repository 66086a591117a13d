/** What the tests of this module share. */
@NullMarked
package org.evotrial.model;

import org.jspecify.annotations.NullMarked;
