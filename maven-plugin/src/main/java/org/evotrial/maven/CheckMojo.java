package org.evotrial.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evotrial.engine.acceptance.JUnitXml;
import org.evotrial.engine.acceptance.StoredRunGate;
import org.evotrial.engine.text.VerdictTable;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;

/** Judges the acceptance rules on stored results, writes JUnit XML and fails the build. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends TrialMojo {
    private static final Verdict NO_RULES = new Verdict(
            0,
            Outcome.FAIL,
            "at least one acceptance rule",
            null,
            null,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0,
            "the trial file has no acceptance rules, so nothing was judged (evotrial.failIfNoRules)");

    /** Whether a violated rule fails the build. */
    @Parameter(property = "evotrial.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /** Whether a rule fails the build whose interval still straddles its bound. */
    @Parameter(property = "evotrial.failOnInconclusive", defaultValue = "false")
    private boolean failOnInconclusive;

    /** Whether a trial without acceptance rules fails the build. */
    @Parameter(property = "evotrial.failIfNoRules", defaultValue = "true")
    private boolean failIfNoRules;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        List<TrialDocument> trials = trials(evotrial().reader());
        requireTrials(trials);
        List<String> reasons = new ArrayList<>();
        for (TrialDocument trial : trials) {
            String id = trial.base().id();
            Path folder = output().resolve(id);
            List<Verdict> verdicts = judge(trial, folder);
            Files.createDirectories(folder);
            JUnitXml.write(folder.resolve("acceptance.xml"), id, verdicts, failOnInconclusive);
            show(id, verdicts);
            reasons.addAll(reasons(id, verdicts));
        }
        if (!reasons.isEmpty()) {
            throw new MojoFailureException(String.join("\n", reasons));
        }
    }

    private List<Verdict> judge(TrialDocument trial, Path folder) throws IOException {
        List<Verdict> verdicts = StoredRunGate.judge(trial, folder);
        return verdicts.isEmpty() && failIfNoRules ? List.of(NO_RULES) : verdicts;
    }

    private void show(String id, List<Verdict> verdicts) {
        boolean pass = !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v.outcome() == Outcome.PASS);
        getLog().info("Acceptance of " + id);
        VerdictTable.of(verdicts).lines().forEach(line -> {
            if (pass) {
                getLog().info(line);
            } else {
                getLog().warn(line);
            }
        });
    }

    private List<String> reasons(String id, List<Verdict> verdicts) {
        List<String> reasons = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            boolean fails = (verdict.outcome() == Outcome.FAIL && failOnViolation)
                    || (verdict.outcome() == Outcome.INCONCLUSIVE && failOnInconclusive);
            if (fails) {
                reasons.add(
                        "%s: %s: %s: %s".formatted(id, verdict.outcome(), verdict.requirement(), verdict.message()));
            }
        }
        return reasons;
    }
}
