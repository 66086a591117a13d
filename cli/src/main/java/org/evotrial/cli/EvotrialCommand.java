package org.evotrial.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.composition.Evotrial;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code evotrial} command with what all its subcommands share. */
@Command(
        name = "evotrial",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Simulates clinical trials on virtual patients whose tumours evolve.",
        subcommands = {
            RunCommand.class,
            ValidateCommand.class,
            ReportCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            ReplayCommand.class,
            SchemaCommand.class,
            DesignsCommand.class,
            VerifyCommand.class,
            CalibrateCommand.class,
            PatientCommand.class,
            PopulationCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  evotrial run examples/apple/trial.json      simulate, judge, write the report",
            "  evotrial run trial.json --replicates 200    a quick look",
            "  evotrial validate trial.json                look for mistakes in the file",
            "  evotrial check evotrial-results             judge stored results again",
            "  evotrial verify                             recompute the numbers of reference packages",
            "  evotrial patient egfr-nsclc --seed 7        a page about one virtual patient",
            "  evotrial population egfr-nsclc              a page about a thousand of them",
            "  evotrial run --help                         everything about one command"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every acceptance rule holds",
            "1:wrong usage, a problem in a file, or a reference value that is not reproduced",
            "2:an acceptance rule is violated, or nothing was measured",
            "3:the simulation failed",
            "4:a rule is undecided: its interval still straddles the bound",
            "130:interrupted; finished blocks are kept and the same command resumes"
        })
final class EvotrialCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            scope = ScopeType.INHERIT,
            description = "A jar with designs, policies, assays or patient models of a third party; repeatable.")
    private List<Path> plugins = new ArrayList<>();

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error happened.")
    private boolean stackTrace;

    /** Starts the command and ends the Java virtual machine with its exit code. */
    public static void main(String[] args) {
        // Some versions of Java take a redirected stream for a terminal unless this is said.
        System.setProperty("jdk.console", "java.base");
        System.exit(commandLine().execute(args));
    }

    /** The command, ready to execute arguments. */
    static CommandLine commandLine() {
        EvotrialCommand root = new EvotrialCommand();
        Failures failures = new Failures(root);
        return new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    List<Path> plugins() {
        return plugins;
    }

    boolean stackTrace() {
        return stackTrace;
    }

    /** The simulator with the built-in vocabulary and that of the given jars. */
    Evotrial evotrial() {
        ClassLoader own = EvotrialCommand.class.getClassLoader();
        return Evotrial.create(plugins.isEmpty() ? own : new URLClassLoader(pluginUrls(), own));
    }

    private URL[] pluginUrls() {
        URL[] urls = new URL[plugins.size()];
        for (int i = 0; i < urls.length; i++) {
            Path jar = plugins.get(i);
            if (!Files.exists(jar)) {
                throw new CommandException(ExitCode.CONFIGURATION, "There is no plugin jar %s.".formatted(jar));
            }
            try {
                urls[i] = jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new CommandException(ExitCode.CONFIGURATION, "%s is not a file.".formatted(jar), e);
            }
        }
        return urls;
    }
}
