package org.evotrial.maven;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.evotrial.engine.PlannedTrialReader;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.Plugins;
import org.jspecify.annotations.Nullable;

/** What all goals share: where trials and results are, and how errors reach Maven. */
abstract class TrialMojo extends AbstractMojo {
    private static final List<String> DEFAULT_INCLUDES = List.of("**/*.json");
    private static final List<String> DEFAULT_EXCLUDES = List.of("**/library/**");

    /** Where the trial files are. */
    @Parameter(
            property = "evotrial.trialsDirectory",
            defaultValue = "${project.basedir}/src/main/trials",
            required = true)
    private File trialsDirectory;

    /** Patterns of trial files, relative to the trials directory; default: every .json file. */
    @Parameter(property = "evotrial.includes")
    private @Nullable List<String> includes;

    /**
     * Patterns of files that are no trials, for example diseases and treatments that trials refer to; default: everything
     * in folders named library.
     */
    @Parameter(property = "evotrial.excludes")
    private @Nullable List<String> excludes;

    /** Where each trial's folder with results and report is made. */
    @Parameter(
            property = "evotrial.outputDirectory",
            defaultValue = "${project.build.directory}/evotrial",
            required = true)
    private File outputDirectory;

    /** Whether a project without trial files fails. */
    @Parameter(property = "evotrial.failIfNoTrials", defaultValue = "true")
    private boolean failIfNoTrials;

    /** Whether all goals of this plugin are skipped. */
    @Parameter(property = "evotrial.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("evotrial is skipped.");
            return;
        }
        try {
            run();
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("evotrial ended with an error: " + e.getMessage(), e);
        }
    }

    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    /** The simulator with what the plugin's dependencies contribute. */
    final Evotrial evotrial() {
        // The realm of this plugin holds evotrial and the plugin's <dependencies>, and no other project's.
        return Evotrial.create(TrialMojo.class.getClassLoader());
    }

    /** Where the plugins come from that the build adds to those of evotrial: jars, or folders of classes. */
    final List<Path> contributions() {
        return Plugins.load(TrialMojo.class.getClassLoader()).stream()
                .map(Plugin::getClass)
                .filter(plugin -> !plugin.getPackageName().startsWith("org.evotrial."))
                .map(plugin -> location(plugin.getProtectionDomain().getCodeSource()))
                .distinct()
                .toList();
    }

    private static Path location(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(source.getLocation() + " is no file", e);
        }
    }

    final Path output() {
        return outputDirectory.toPath();
    }

    /**
     * Reads all trial files.
     *
     * @throws MojoExecutionException if a file has a problem or two files describe trials of the same name
     */
    final List<TrialDocument> trials(PlannedTrialReader reader) throws IOException, MojoExecutionException {
        List<TrialDocument> trials = new ArrayList<>();
        List<Path> files = files();
        int wrong = 0;
        for (Path file : files) {
            Reading reading = reader.read(file);
            if (reading.trial() == null) {
                wrong++;
                ProblemReport.of(file.toString(), reading.problems()).lines().forEach(getLog()::error);
            } else {
                trials.add(reading.trial());
            }
        }
        if (wrong > 0) {
            throw new MojoExecutionException("%d of %d trial files cannot be used; the messages above say where."
                    .formatted(wrong, files.size()));
        }
        requireDistinctNames(trials);
        return trials;
    }

    /**
     * Nothing to judge is no success.
     *
     * @throws MojoFailureException if there are no trials and that fails the build
     */
    final void requireTrials(List<TrialDocument> trials) throws MojoFailureException {
        if (trials.isEmpty()) {
            String message = "There are no trial files in " + trialsDirectory;
            if (failIfNoTrials) {
                throw new MojoFailureException(message + " (evotrial.failIfNoTrials).");
            }
            getLog().warn(message + ".");
        }
    }

    private List<Path> files() throws IOException {
        return new TrialDirectory(
                        trialsDirectory.toPath(),
                        includes == null || includes.isEmpty() ? DEFAULT_INCLUDES : includes,
                        excludes == null || excludes.isEmpty() ? DEFAULT_EXCLUDES : excludes)
                .files();
    }

    private static void requireDistinctNames(List<TrialDocument> trials) throws MojoExecutionException {
        Map<String, Path> names = new LinkedHashMap<>();
        for (TrialDocument trial : trials) {
            Path other = names.putIfAbsent(trial.base().id(), trial.path());
            if (other != null) {
                throw new MojoExecutionException(
                        "%s and %s have the same id \"%s\": their results would go to the same folder."
                                .formatted(other, trial.path(), trial.base().id()));
            }
        }
    }
}
