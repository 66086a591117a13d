package org.evotrial.patient.phylogeny;

/** What the truth about a patient knows besides, where the disease has a clonal architecture. */
public interface ClonalTruth {
    /**
     * The clones of a lesion now.
     *
     * @throws IllegalStateException if the disease has no clonal architecture
     */
    CloneTree clones(int lesion);
}
