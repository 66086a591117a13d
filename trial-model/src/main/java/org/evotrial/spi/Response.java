package org.evotrial.spi;

/** Response categories of RECIST 1.1 (Eisenhauer 2009, doi:10.1016/j.ejca.2008.10.026), from best to worst. */
public enum Response {
    /** Disappearance of all target lesions. */
    COMPLETE_RESPONSE,
    /** At least 30 % decrease of the sum of diameters from baseline. */
    PARTIAL_RESPONSE,
    /** Neither response nor progression. */
    STABLE_DISEASE,
    /** At least 20 % and 5 mm increase from the smallest sum, or an unequivocal new lesion. */
    PROGRESSIVE_DISEASE,
    /** No assessment after baseline. */
    NOT_EVALUABLE;

    /** Complete or partial response. */
    public boolean objective() {
        return this == COMPLETE_RESPONSE || this == PARTIAL_RESPONSE;
    }
}
