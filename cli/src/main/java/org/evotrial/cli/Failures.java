package org.evotrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import org.evotrial.model.json.NearestName;
import org.evotrial.spi.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What users read when something went wrong: one message, and a stack trace only if they ask for it. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final EvotrialCommand root;

    Failures(EvotrialCommand root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        ExitCode code = exitCode(exception);
        err.println("evotrial: " + message(exception));
        if (root.stackTrace()) {
            exception.printStackTrace(err);
        } else if (code == ExitCode.SIMULATION) {
            err.println("Run it again with --stacktrace to see where this happened.");
        }
        err.flush();
        return code.number();
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine commandLine = exception.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("evotrial: " + exception.getMessage() + suggestion(exception));
        err.println("Try '%s --help'.".formatted(commandLine.getCommandSpec().qualifiedName()));
        err.flush();
        return ExitCode.CONFIGURATION.number();
    }

    /** The command or option that a mistyped one was meant to be. */
    private static String suggestion(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String typed = unmatched.getUnmatched().get(0);
        CommandSpec spec = exception.getCommandLine().getCommandSpec();
        Set<String> known = typed.startsWith("-")
                ? spec.optionsMap().keySet()
                : spec.subcommands().keySet();
        String question = NearestName.question(typed, known);
        return question == null ? "" : "; " + question;
    }

    private static ExitCode exitCode(Exception exception) {
        if (exception instanceof CommandException command) {
            return command.exitCode();
        }
        return exception instanceof ConfigurationException || exception instanceof IOException
                ? ExitCode.CONFIGURATION
                : ExitCode.SIMULATION;
    }

    private static String message(Exception exception) {
        if (exception instanceof ConfigurationException configuration) {
            return configuration.pointer() + ": " + configuration.getMessage();
        }
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }
}
