package org.evotrial.maven;

import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.evotrial.model.config.TrialDocument;

/** Reads every trial file and shows everything that is wrong with it. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends TrialMojo {
    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        List<TrialDocument> trials = trials(evotrial().reader());
        requireTrials(trials);
        trials.forEach(trial -> getLog().info("%s: no problems, trial %s"
                .formatted(trial.path(), trial.base().id())));
    }
}
