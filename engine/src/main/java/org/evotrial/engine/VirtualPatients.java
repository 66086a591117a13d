package org.evotrial.engine;

import java.util.List;
import java.util.Map;
import org.evotrial.engine.cohort.CohortDescription;
import org.evotrial.engine.cohort.FollowedPatient;
import org.evotrial.engine.cohort.FollowedPopulation;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.config.FollowUp;
import org.evotrial.model.config.FollowUpDocument;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.spi.ConfigurationException;
import tools.jackson.databind.JsonNode;

/** Follows virtual patients of a disease outside any trial. */
public final class VirtualPatients {
    private final PlannedTrialReader reader;
    private final Planner planner;
    private final Vocabulary vocabulary;
    private final ClassLoader libraries;

    /**
     * @param reader reads what a follow-up is spelled out as
     * @param planner compiles it
     * @param vocabulary tells diseases from other library files
     * @param libraries has the library and care files
     */
    public VirtualPatients(PlannedTrialReader reader, Planner planner, Vocabulary vocabulary, ClassLoader libraries) {
        this.reader = reader;
        this.planner = planner;
        this.vocabulary = vocabulary;
        this.libraries = libraries;
    }

    /**
     * Spells out a follow-up and reads it.
     *
     * @param wanted which patients, and how they are treated
     * @param overrides JSON Pointer into the effective document to the value that replaces what is there
     * @throws ConfigurationException if there is no such disease, no treatment or no tumour
     */
    public Reading read(FollowUp wanted, Map<String, JsonNode> overrides) {
        FollowUpDocument document = new FollowUpDocument(wanted, vocabulary, libraries);
        List<String> biomarkers = List.of();
        if (document.wantsPlasma()) {
            TrialDocument bare = reader.read(document.name(), document.json(List.of()), Map.of())
                    .trial();
            biomarkers = bare == null
                    ? List.of()
                    : bare.base().population().disease().biomarkers();
        }
        Reading reading = reader.read(document.name(), document.json(biomarkers), overrides);
        TrialDocument trial = reading.trial();
        if (trial != null && plan(trial).patients().model().lineages().isEmpty()) {
            throw new ConfigurationException(
                    "/population/disease",
                    "expected a disease with tumours but found one that knows only times of events");
        }
        return reading;
    }

    /** Labels of the regimens in the order in which a patient can meet them. */
    public List<String> lines(TrialDocument trial) {
        return CohortDescription.lines(plan(trial));
    }

    /**
     * Follows one patient.
     *
     * @param trial a follow-up, spelled out
     * @param patient number of the patient, from 0
     * @param command the command that shows it again
     */
    public PatientResult patient(TrialDocument trial, int patient, String command) {
        return FollowedPatient.follow(trial, plan(trial), patient, command);
    }

    /**
     * Follows many patients.
     *
     * @param trial a follow-up, spelled out
     * @param options how many, and how that is carried out
     * @param progress is told how far it is
     * @throws InterruptedException if this thread was interrupted
     */
    public PopulationResult population(TrialDocument trial, PopulationOptions options, Progress progress)
            throws InterruptedException {
        return new FollowedPopulation(trial, plan(trial)).follow(options, progress);
    }

    private SimulationPlan plan(TrialDocument trial) {
        return planner.plan(trial.variants().get(0), trial.base().simulation().seed());
    }
}
