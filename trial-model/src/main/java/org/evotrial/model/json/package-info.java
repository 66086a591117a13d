/**
 * How a trial file becomes records: the annotations that describe configuration records, the reader that reports every
 * problem of a file at its position, and the JSON Schema of the same records. Nothing here knows what a trial is.
 */
@NullMarked
package org.evotrial.model.json;

import org.jspecify.annotations.NullMarked;
