package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class RpactSurvivalChecksTest {
    private static final String POWER =
            "design,hazardRatio,dropoutRatePer12,look,informationRate,criticalValue,cumulativeEvents,analysisTime,"
                    + "numberOfSubjects,rejectPerStage,futilityPerStage,overallReject,expectedEvents,expectedSubjects,"
                    + "studyDuration\n";
    private static final String SIMULATION =
            "scenario,iterations,look,criticalValue,plannedEvents,rejectPerStage,futilityPerStage,"
                    + "analysisTimeGivenReached,subjectsGivenReached,overallReject,mcse,expectedEvents,"
                    + "expectedSubjects,studyDuration\n";

    @Test
    void aFixedDesignWithAnotherHazardRatioIsRecomputed() {
        // Schoenfeld: 1 - Phi(1.959964 - sqrt(250) log(1 / .75) / 2) = .62361.
        FileVerification outcome = power("fixed,0.75,0,1,1,1.959963985,250,NA,350,0.6236,NA,0.6236,250,350,NA\n");
        assertThat(outcome.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.toString()).contains("ours is 0.623"));
        assertThat(outcome.comparisons()).isEqualTo(7);
    }

    @Test
    void anUnknownDesignAndAMissingLookAreFindings() {
        assertThat(power("XX3,0.75,0,1,1,1.96,250,23,350,0.6,NA,0.6,250,350,23\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("design (XX3)");
        assertThat(power("OF4,0.75,0,2,1,1.96,250,23,350,0.6,NA,0.6,250,350,23\n")
                        .findings())
                .singleElement()
                .asString()
                .contains("looks ([2])");
    }

    @Test
    void aWrongSimulatedFigureIsAFinding() {
        // rpact's first look of a hazard ratio of .5, with a rejection rate that is 11 standard errors too high.
        FileVerification outcome = Verification.verify(
                new RpactSurvivalSimulationCheck(),
                ReferenceTable.read(
                        "rpact_survival_simulation.csv",
                        new StringReader(SIMULATION
                                + "W1_hr0.5,200000,1,2.962588,125,0.85,NA,15.16807,294.43563,0.85,0.00079843597,"
                                + "125,294.43563,15.16807\n")));
        assertThat(outcome.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.toString()).contains("0.85"));
    }

    @Test
    void anUnknownScenarioIsAFinding() {
        FileVerification outcome = Verification.verify(
                new RpactSurvivalSimulationCheck(),
                ReferenceTable.read(
                        "rpact_survival_simulation.csv",
                        new StringReader(SIMULATION + "moon,200000,1,2.96,125,0.8,NA,15,294,0.8,0.001,125,294,15\n")));
        assertThat(outcome.findings()).singleElement().asString().contains("scenario (moon)");
    }

    private static FileVerification power(String rows) {
        return Verification.verify(
                new RpactPowerSurvivalCheck(),
                ReferenceTable.read("rpact_power_survival.csv", new StringReader(POWER + rows)));
    }
}
