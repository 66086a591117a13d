package org.evotrial.design.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evotrial.design.endpoint.ProgressionFreeSurvival.Site;
import org.evotrial.design.trial.Course;
import org.evotrial.design.trial.NamedThings;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final NamedThings index = new NamedThings("A", "B");
    private final int gefitinib = index.regimen(Regimen.of("gefitinib"));
    private final int osimertinib = index.regimen(Regimen.of("osimertinib"));

    @Test
    void progressionFreeSurvivalEndsWithProgressionOrDeathWhicheverIsFirst() {
        Endpoint pfs = new ProgressionFreeSurvival(null, "imaging", null, Site.ANY).create(index);

        assertThat(pfs.eventDay(new Course().progressedOn(gefitinib, 200).died(300)))
                .isEqualTo(200);
        assertThat(pfs.eventDay(new Course().died(150))).isEqualTo(150);
        assertThat(pfs.eventDay(new Course())).isEqualTo(NEVER);
        assertThat(pfs.endsAtFirstProgression()).isTrue();
    }

    @Test
    void progressionOnAnotherTreatmentIsNoEventOfSurvivalFreeOfProgressionOnATreatment() {
        Endpoint pfs = new ProgressionFreeSurvival(null, "imaging", "osimertinib", Site.ANY).create(index);
        Course course = new Course().progressedOn(gefitinib, 200).progressedOn(osimertinib, 500);

        assertThat(pfs.eventDay(course)).isEqualTo(500);
        assertThat(pfs.eventDay(new Course().progressedOn(gefitinib, 200))).isEqualTo(NEVER);
        assertThat(pfs.eventDay(new Course().progressedOn(gefitinib, 200).died(260)))
                .isEqualTo(260);
        assertThat(pfs.endsAtFirstProgression()).isFalse();
    }

    @Test
    void everyRegimenThatContainsTheTreatmentCounts() {
        int combination = index.regimen(new Regimen(
                java.util.List.of(new Regimen.Component("osimertinib", 0.5), new Regimen.Component("savolitinib", 1))));
        Endpoint pfs = new ProgressionFreeSurvival(null, "imaging", "osimertinib", Site.ANY).create(index);

        assertThat(pfs.eventDay(new Course().progressedOn(combination, 400))).isEqualTo(400);
    }

    @Test
    void aTreatmentThatNoPolicyGivesIsAConfigurationProblem() {
        ProgressionFreeSurvival pfs = new ProgressionFreeSurvival(null, "imaging", "savolitinib", Site.ANY);

        assertThatThrownBy(() -> pfs.create(index))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("savolitinib");
    }

    @Test
    void brainProgressionFreeSurvivalIgnoresProgressionElsewhere() {
        Endpoint pfs = new ProgressionFreeSurvival(null, "imaging", null, Site.CNS).create(index);

        assertThat(pfs.eventDay(new Course().progressedOn(gefitinib, 200).progressedInBrain(420)))
                .isEqualTo(420);
        assertThat(pfs.eventDay(new Course().progressedOn(gefitinib, 200).died(300)))
                .isEqualTo(300);
        assertThat(pfs.endsAtFirstProgression()).isFalse();
    }

    @Test
    void labelsSayWhatQualifiesProgressionFreeSurvival() {
        assertThat(new ProgressionFreeSurvival(null, null, null, Site.ANY).label())
                .isEqualTo("PFS");
        assertThat(new ProgressionFreeSurvival(null, null, null, Site.CNS).label())
                .isEqualTo("Brain PFS");
        assertThat(new ProgressionFreeSurvival(null, null, "osimertinib", Site.ANY).label())
                .isEqualTo("PFS on osimertinib");
        assertThat(new ProgressionFreeSurvival("PFSR-OSI", null, "osimertinib", Site.ANY).label())
                .isEqualTo("PFSR-OSI");
    }

    @Test
    void brainProgressionOnATreatmentIsNotOffered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProgressionFreeSurvival(null, null, "osimertinib", Site.CNS));
    }

    @Test
    void overallSurvivalEndsWithDeathOnly() {
        Endpoint os = new OverallSurvival("OS").create(index);

        assertThat(os.eventDay(new Course().progressedOn(gefitinib, 10).died(700)))
                .isEqualTo(700);
        assertThat(os.eventDay(new Course().progressedOn(gefitinib, 10))).isEqualTo(NEVER);
        assertThat(os.endsAtFirstProgression()).isFalse();
    }

    @Test
    void deathIsNoEventOfTimeToProgression() {
        Endpoint ttp = new TimeToProgression("TTP", null).create(index);

        assertThat(ttp.eventDay(new Course().died(100))).isEqualTo(NEVER);
        assertThat(ttp.eventDay(new Course().progressedOn(gefitinib, 90).died(100)))
                .isEqualTo(90);
    }

    @Test
    void objectiveResponseIsBinaryAndOccursWithTheFirstResponse() {
        ObjectiveResponse configuration = new ObjectiveResponse("ORR", "imaging", false);
        Endpoint response = configuration.create(index);

        assertThat(configuration.binary()).isTrue();
        assertThat(response.eventDay(new Course().responded(56))).isEqualTo(56);
        assertThat(response.eventDay(new Course().progressedOn(gefitinib, 56))).isEqualTo(NEVER);
    }

    @Test
    void molecularProgressionIsTheFirstPositiveCallOfItsChannels() {
        int plasma = index.assay("plasma");
        Endpoint both = new MolecularProgression("TTMP", "plasma", List.of("EGFR", "T790M"), false).create(index);
        Endpoint one = new MolecularProgression("TTMP", "plasma", List.of("T790M"), true).create(index);
        Course course =
                new Course().positive(plasma, 0, 120).positive(plasma, 1, 180).died(400);

        assertThat(both.eventDay(course)).isEqualTo(120);
        assertThat(one.eventDay(course)).isEqualTo(180);
        assertThat(both.eventDay(new Course().died(400))).isEqualTo(NEVER);
        assertThat(one.eventDay(new Course().died(400))).isEqualTo(400);
        assertThat(both.endsAtFirstProgression()).isFalse();
    }

    @Test
    void pathologicalCompleteResponseIsThePositiveSpecimen() {
        PathologicalCompleteResponse configuration = new PathologicalCompleteResponse("pCR", "plasma", "T790M");
        Endpoint response = configuration.create(index);

        assertThat(configuration.binary()).isTrue();
        assertThat(response.eventDay(new Course().positive(index.assay("plasma"), 1, 168)))
                .isEqualTo(168);
        assertThat(response.eventDay(new Course().died(30))).isEqualTo(NEVER);
    }

    @Test
    void timeOnTreatmentEndsWithTheLastStopOrDeath() {
        int reduced = index.regimen(new Regimen(List.of(new Regimen.Component("osimertinib", 0.5))));
        Endpoint time = new TimeOnTreatment("ToT", "osimertinib").create(index);

        assertThat(time.eventDay(new Course()
                        .took(osimertinib, 0, 100)
                        .took(reduced, 100, 250)
                        .died(400)))
                .isEqualTo(250);
        assertThat(time.eventDay(new Course().took(osimertinib, 0, 100).took(reduced, 100, NEVER)))
                .isEqualTo(NEVER);
        assertThat(time.eventDay(new Course().took(osimertinib, 0, NEVER).died(400)))
                .isEqualTo(400);
        assertThat(time.eventDay(new Course().took(gefitinib, 0, 100).died(300)))
                .isEqualTo(300);
        assertThatThrownBy(() -> new TimeOnTreatment("ToT", "savolitinib").create(index))
                .hasMessageContaining("savolitinib");
    }

    @Test
    void secondProgressionFreeSurvivalEndsWithTheSecondProgressionOrDeath() {
        SecondProgressionFreeSurvival configuration = new SecondProgressionFreeSurvival("PFS2", "imaging");
        Endpoint pfs2 = configuration.create(index);

        assertThat(pfs2.eventDay(new Course()
                        .progressedOn(gefitinib, 200)
                        .progressedAgain(512)
                        .died(700)))
                .isEqualTo(512);
        assertThat(pfs2.eventDay(new Course().progressedOn(gefitinib, 200).died(333)))
                .isEqualTo(333);
        assertThat(pfs2.eventDay(new Course().progressedOn(gefitinib, 200))).isEqualTo(NEVER);
        assertThat(pfs2.endsAtFirstProgression()).isFalse();
        assertThat(configuration.imagingAssay()).isEqualTo("imaging");
        assertThatThrownBy(() -> new SecondProgressionFreeSurvival("PFS2", "scanner").create(index))
                .hasMessageContaining("scanner");
    }

    @Test
    void theNextTreatmentIsOneThatTheRegimenAtRandomisationLacks() {
        int half = index.regimen(new Regimen(List.of(new Regimen.Component("gefitinib", 0.5))));
        int both = index.regimen(
                new Regimen(List.of(new Regimen.Component("gefitinib", 1), new Regimen.Component("osimertinib", 1))));
        Endpoint next = new TimeToNextTreatment("TTNT", null, true).create(index);

        // A lower dose and a holiday are not the next treatment; what is added to a combination is.
        assertThat(next.eventDay(new Course()
                        .beganOn(gefitinib)
                        .took(gefitinib, 0, 60)
                        .took(half, 60, 120)
                        .took(0, 120, 150)
                        .took(both, 150, 400)
                        .took(osimertinib, 400, NEVER)
                        .died(900)))
                .isEqualTo(150);
        // From the combination neither drug alone is new.
        assertThat(next.eventDay(new Course().beganOn(both).took(both, 0, 90).took(osimertinib, 90, NEVER)))
                .isEqualTo(NEVER);
        assertThat(next.eventDay(new Course()
                        .beganOn(gefitinib)
                        .took(gefitinib, 0, NEVER)
                        .died(77)))
                .isEqualTo(77);
        assertThat(next.endsAtFirstProgression()).isFalse();
    }

    @Test
    void chosenTreatmentsAloneCountAsTheNextOne() {
        int chemotherapy = index.regimen(Regimen.of("chemotherapy"));
        Endpoint next = new TimeToNextTreatment("TTNT", List.of("chemotherapy"), false).create(index);

        Course course = new Course()
                .beganOn(gefitinib)
                .took(gefitinib, 0, 100)
                .took(osimertinib, 100, 300)
                .took(chemotherapy, 300, NEVER)
                .died(450);
        assertThat(next.eventDay(course)).isEqualTo(300);
        assertThat(next.eventDay(new Course()
                        .beganOn(chemotherapy)
                        .took(chemotherapy, 0, NEVER)
                        .died(450)))
                .isEqualTo(NEVER);
        assertThatThrownBy(() -> new TimeToNextTreatment("TTNT", List.of("savolitinib"), true).create(index))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("savolitinib");
    }
}
