package org.evotrial.architecture.offenders.engine.replicate;

import org.slf4j.Logger;

/** Breaks: the replicate loop is free of frameworks. */
class TalkativeLoop {
    void run(Logger logger) {
        logger.info("replicate");
    }
}
