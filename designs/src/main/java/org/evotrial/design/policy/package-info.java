/**
 * Treatment policies: what happens to one patient as observations come in. A compiled policy is immutable and stateless;
 * what it must remember of a patient is in the patient's memory cells.
 */
@NullMarked
package org.evotrial.design.policy;

import org.jspecify.annotations.NullMarked;
