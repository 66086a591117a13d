package org.evotrial.engine.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evotrial.engine.PopulationOptions;
import org.evotrial.engine.Progress;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.provenance.ProcessorTime;
import org.evotrial.engine.replicate.PatientFollower;
import org.evotrial.engine.run.Workers;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PopulationResult.Channel;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;

/** Many patients, followed on several threads; what comes out does not depend on their number. */
public final class FollowedPopulation {
    private static final int PATIENTS_PER_PIECE = 25;
    private static final String WHO = "patients";

    private final TrialDocument trial;
    private final SimulationPlan plan;
    private final double confidence;

    /**
     * @param trial the document that spells out the follow-up
     * @param plan its plan
     */
    public FollowedPopulation(TrialDocument trial, SimulationPlan plan) {
        this.trial = trial;
        this.plan = plan;
        confidence = trial.base().simulation().confidence();
    }

    /**
     * Follows the patients.
     *
     * @param options how many, and how that is carried out
     * @param progress is told how far it is
     * @throws InterruptedException if this thread was interrupted
     */
    public PopulationResult follow(PopulationOptions options, Progress progress) throws InterruptedException {
        int patients = options.patients();
        progress.runStarted(trial.base().id(), 1, patients, 0);
        progress.scenarioStarted(WHO, 0, patients);
        List<Followed> followed = followed(patients, options.threads(), progress);
        progress.runFinished();
        List<Member> members = followed.stream().map(Followed::member).toList();
        PopulationEstimates estimates = new PopulationEstimates(plan, followed, options.targets(), confidence);
        return new PopulationResult(
                PopulationResult.FORMAT_VERSION,
                CohortDescription.of(plan, trial.base(), options.command()),
                confidence,
                channels(),
                members,
                estimates.estimates(),
                new MechanismShares(plan, members, confidence).byLine(),
                estimates.curves(),
                options.targets(),
                options.patientCommand(),
                trial.effective());
    }

    private List<Followed> followed(int patients, int threads, Progress progress) throws InterruptedException {
        int pieces = (patients + PATIENTS_PER_PIECE - 1) / PATIENTS_PER_PIECE;
        Followed[] all = new Followed[patients];
        int[] done = new int[1];
        new Workers(threads, new ProcessorTime())
                .compute(
                        IntStream.range(0, pieces).boxed().toList(),
                        () -> {
                            PatientFollower follower = new PatientFollower(plan);
                            return piece -> piece(follower, piece, patients);
                        },
                        piece -> {
                            for (Followed one : piece) {
                                all[one.member().patient()] = one;
                            }
                            done[0] += piece.size();
                            progress.replicatesDone(WHO, done[0], 0, null);
                        });
        return List.of(all);
    }

    private List<Followed> piece(PatientFollower follower, int piece, int patients) {
        List<Followed> followed = new ArrayList<>();
        int to = Math.min(patients, (piece + 1) * PATIENTS_PER_PIECE);
        for (int patient = piece * PATIENTS_PER_PIECE; patient < to; patient++) {
            try {
                followed.add(follow(follower, patient));
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "Patient %d of seed %d failed: %s".formatted(patient, plan.seed(), e.getMessage()), e);
            }
        }
        return followed;
    }

    private Followed follow(PatientFollower follower, int patient) {
        PatientPlan patients = plan.patients();
        MemberRecorder recorder = new MemberRecorder(patients, patient);
        CourseRecord record = follower.follow(patient, recorder, Double.POSITIVE_INFINITY);
        Endpoint[] endpoints = patients.endpoints();
        double[] days = new double[endpoints.length];
        for (int e = 0; e < days.length; e++) {
            days[e] = endpoints[e].eventDay(record);
        }
        BiomarkerPlan[] biomarkers = patients.biomarkers();
        double[] positive = new double[biomarkers.length];
        for (int b = 0; b < positive.length; b++) {
            positive[b] = record.firstPositiveDay(biomarkers[b].assay(), biomarkers[b].channel());
        }
        return new Followed(recorder.member(record), days, positive, record.firstProgressionDay());
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (BiomarkerPlan biomarker : plan.patients().biomarkers()) {
            String assay = plan.patients().assays()[biomarker.assay()].id();
            String name = biomarker.label().substring(0, biomarker.label().length() - (" by " + assay).length());
            channels.add(new Channel(name, assay, biomarker.limitOfDetection()));
        }
        return channels;
    }
}
