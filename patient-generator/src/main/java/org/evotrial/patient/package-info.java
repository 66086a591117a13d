/**
 * What this jar adds to evotrial: its patient models, treatments and assays. Nothing here knows designs or the engine.
 */
@NullMarked
package org.evotrial.patient;

import org.jspecify.annotations.NullMarked;
