/**
 * Patients whose tumours evolve: lesions of sensitive, tolerant and resistant cells that divide, die and mutate under
 * treatment. Configuration records, the compiled model and the state of one patient.
 *
 * <p>Nothing here knows a trial design; assays of {@code org.evotrial.patient.assay} observe the state, and only they add
 * measurement noise.
 */
@NullMarked
package org.evotrial.patient.tumour;

import org.jspecify.annotations.NullMarked;
