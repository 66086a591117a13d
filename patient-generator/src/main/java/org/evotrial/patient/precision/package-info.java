/**
 * Dynamic precision medicine: the mean-field model of Beckman, Schemmann and Yeang (PNAS 2012, doi:10.1073/pnas.1203559109) and
 * Yeang and Beckman (Biology Direct 2016, doi:10.1186/s13062-016-0153-2) with its strategies for two drugs.
 *
 * <p>A model of the literature, kept to check strategies and to verify published behaviour. It is not a disease: it has no
 * randomness, no lesions and no assays, its strategies see the true cells, and no trial can use it.
 */
@NullMarked
package org.evotrial.patient.precision;

import org.jspecify.annotations.NullMarked;
