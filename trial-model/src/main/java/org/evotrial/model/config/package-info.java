/** The trial file as records: what a statistician writes. No behaviour beyond validation of single records. */
@NullMarked
package org.evotrial.model.config;

import org.jspecify.annotations.NullMarked;
