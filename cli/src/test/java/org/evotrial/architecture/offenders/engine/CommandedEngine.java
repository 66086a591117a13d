package org.evotrial.architecture.offenders.engine;

import org.evotrial.architecture.offenders.cli.Command;

/** Breaks: nobody depends on the edges. */
class CommandedEngine {
    String name(Command command) {
        return command.name();
    }
}
