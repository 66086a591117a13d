package org.evotrial.cli;

import java.util.function.Supplier;

/** Ends the command with a message for the user and an exit code. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    CommandException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    CommandException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /**
     * Options as a record that checks them.
     *
     * @param options makes the record
     * @throws CommandException with the record's message if it refuses them
     */
    static <T> T unlessRefused(Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
