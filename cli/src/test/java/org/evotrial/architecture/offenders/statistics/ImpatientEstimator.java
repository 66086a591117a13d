package org.evotrial.architecture.offenders.statistics;

import java.time.Instant;

/** Breaks: only the edges read the clock. */
class ImpatientEstimator {
    Instant started() {
        return Instant.now();
    }
}
