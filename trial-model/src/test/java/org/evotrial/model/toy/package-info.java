/** A small plugin with one kind of everything. */
@NullMarked
package org.evotrial.model.toy;

import org.jspecify.annotations.NullMarked;
