package org.evotrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sections say, asked of the page of an invented run. */
class ReportContentTest {
    private static final String REPLAY = "evotrial replay examples/apple/trial.json --seed 20261121 --scenario ";
    private static final HtmlPage SWITCHING = HtmlPage.named("switching");
    private static final HtmlPage SEQUENTIAL = HtmlPage.named("group-sequential");
    private static final HtmlPage EMPTY = HtmlPage.named("empty");

    @Test
    void theBannerCountsVerdictsWorstFirst() {
        assertThat(SWITCHING.texts("//div[starts-with(@class, 'banner')]//li"))
                .containsExactly("2 FAIL", "1 INCONCLUSIVE", "1 PASS");
        assertThat(SWITCHING.count("//div[@class='banner fail']")).isEqualTo(1);
        assertThat(SEQUENTIAL.count("//div[@class='banner none']")).isEqualTo(1);
        assertThat(EMPTY.count("//div[@class='banner fail']")).isEqualTo(1);
    }

    @Test
    void rulesAreListedWorstFirstWithTheIntervalThatWasJudged() {
        assertThat(SWITCHING.texts("//table[@class='acceptance']/tbody/tr/td[1]"))
                .containsExactly("FAIL", "FAIL", "INCONCLUSIVE", "PASS");
        assertThat(SWITCHING.text("//table[@class='acceptance']/tbody/tr[3]/td[3]"))
                .contains("2.03 to 2.83 %, at 99 % confidence");
        assertThat(SWITCHING.text("//table[@class='acceptance']/tbody/tr[2]/td[2]"))
                .isEqualTo("not measured");
    }

    @Test
    void everyReaderSeesTheNoticesAndTheFailures() {
        assertThat(SWITCHING.texts("//div[@class='notices']//li"))
                .anyMatch(notice -> notice.contains("oracle"))
                .anyMatch(notice -> notice.startsWith("3 replicates failed"));
        assertThat(SEQUENTIAL.count("//div[@class='notices']")).isZero();
        assertThat(SWITCHING.texts("//section[@id='provenance']//td[@class='command']"))
                .containsExactly(
                        REPLAY + "base --replicate 17",
                        REPLAY + "base --replicate 4711",
                        "evotrial run examples/apple/trial.json --seed 20261121 --replicates 10000");
    }

    @Test
    void scenariosStandSideBySideWithErrorsAndIntervals() {
        String table = "//section[@id='characteristics']//table";
        assertThat(SWITCHING.texts(table + "/thead/tr/th[position() > 1]/span"))
                .containsExactly(
                        "Published-like truth",
                        "Null made by biology",
                        "Low shedding",
                        "Late T790M emergence",
                        "No T790M at all");
        String row = table + "//tr[th/span = 'Probability of rejecting']";
        assertThat(SWITCHING.texts(row + "/td/span")).containsExactly("41.00 %", "2.41 %", "27.00 %", "35.00 %", "0 %");
        assertThat(SWITCHING.text(row + "/td[2]/small[1]")).isEqualTo("(0.15)");
        assertThat(SWITCHING.text(row + "/td[2]/@title"))
                .contains("interval 2.11 to 2.71 %")
                .contains("n = 10,000");
        assertThat(SWITCHING.text(row + "/td[2]/small[@class='on-paper']")).isEqualTo("2.11 to 2.71 %");
    }

    @Test
    void aMetricThatNobodyForesawIsStillInTheFullTables() {
        String row = "//details[@id='scenario-0']//tr[th/span = 'Something nobody foresaw, mL']";
        assertThat(SWITCHING.texts(row + "/td").subList(0, 2)).containsExactly("123,457", "20");
        assertThat(SWITCHING.count("//details[@id='scenario-0']//tr[th/span = 'Further quantities']"))
                .isEqualTo(1);
    }

    @Test
    void pairedDifferencesHaveATableOfTheirOwn() {
        String table = "//table[caption = 'Differences, paired by replicate: Null made by biology']";
        assertThat(SWITCHING.texts(table + "//tr[td]/th//text()"))
                .contains("pfsr-osi-18 · minus scenario base")
                .contains("Progression-free survival · B: gefitinib, switch on plasma · minus A: osimertinib");
        assertThat(SWITCHING.texts("//section[@id='characteristics']//th//text()"))
                .noneMatch(text -> text.contains("minus"));
    }

    @Test
    void estimatorsStandBesideTheirTruth() {
        String table = "//table[caption = 'Estimates against the truth: Published-like truth']";
        List<String> headings = SWITCHING.texts(table + "/thead/tr/th[position() > 1]/span");
        assertThat(headings)
                .containsExactly(
                        "True value", "Mean estimate", "Bias", "Empirical SE", "Model SE", "MSE", "Coverage", "n");
        assertThat(SWITCHING.texts(table + "/tbody/tr[td[1]/span != '–'][1]/td/span"))
                .containsExactly(
                        "54.12 %", "54.000 %", "−0.070 points", "7.120 %", "7.050 %", "0.005070", "94.68 %", "10,000");
        assertThat(SWITCHING.texts("//table[starts-with(caption, 'True values')]//td/span"))
                .contains("not reached");
    }

    @Test
    void theSweepHasAHeatMapOfEveryQuantityThatMoves() {
        assertThat(SWITCHING.text("//section[@id='sweep']//div[@class='map'][1]/h3"))
                .isEqualTo("Probability of rejecting · pfsr-osi-18");
        assertThat(
                        SWITCHING.texts(
                                "//section[@id='sweep']//div[@class='map'][1]//*[local-name()='text'][starts-with(@class, 'cell ')]"))
                .hasSize(12)
                .startsWith("45.0 %", "40.0 %", "35.0 %");
        assertThat(SWITCHING.texts("//section[@id='sweep']//div[@class='map']/h3"))
                .noneMatch(title -> title.startsWith("Objective response rate"));
        assertThat(SEQUENTIAL.count("//section[@id='sweep']")).isZero();
    }

    @Test
    void theSweepShowsTrueValuesBiasAndCoverageWhereItsCellsHaveATruth() {
        String table = "//section[@id='sweep']//table[caption = 'Estimates against the truth, cells 1 to 5 of 12']";
        assertThat(SWITCHING.texts(table + "//tr[starts-with(@class, 'group topic')]"))
                .containsExactly("True value", "Bias", "Coverage");
        assertThat(SWITCHING.texts(table + "/thead/tr/th/small"))
                .hasSize(5)
                .containsOnly("truth from 100,000 patients per arm");
        assertThat(SWITCHING.texts(table + "/tbody[1]/tr[td][1]/td/span"))
                .hasSize(5)
                .containsOnly("54.12 %");
        assertThat(SWITCHING.texts("//section[@id='sweep']/p[@class='meta']")).isEmpty();
    }

    @Test
    void sensitivityShowsTheLargestPairedDifferencesFromTheBaseFirst() {
        String plot = "//section[@id='sensitivity']//div[@class='map'][h3 = 'Probability of rejecting · pfsr-osi-18']";
        assertThat(SWITCHING.texts(plot + "//*[local-name()='text'][@class='tick strong']"))
                .hasSize(12)
                .startsWith("−41.00 points", "−38.59 points", "−24.00 points");
        assertThat(SWITCHING.texts(plot + "//*[local-name()='text'][@class='tick halo']"))
                .startsWith(
                        "No T790M at all",
                        "Null made by biology",
                        "Plasma interval, days = 84",
                        "Detection limit, VAF = 0.01");
        assertThat(SWITCHING.text(plot + "//*[local-name()='desc']"))
                .contains("No T790M at all: −41.00 points (−41.80 to −40.20 points)");
        assertThat(SWITCHING.text(plot + "//figcaption")).startsWith("The 12 largest of 16 shifts");
        assertThat(SEQUENTIAL.count("//section[@id='sensitivity']")).isZero();
    }

    @Test
    void allocationOverTimeShowsEnrolmentAndWhatEveryArmIsOn() {
        String section = "//section[@id='allocation']";
        assertThat(SWITCHING.texts(section + "/div//*[local-name()='desc']"))
                .hasSize(4)
                .first()
                .asString()
                .contains("A: osimertinib, 52 in the end: from 0 to 52.");
        // (1/2)^(39/12) = .105 at 39 months, the last point with more than 5 % of 52 patients: 52 - 1.25 * 39 = 3.25.
        assertThat(SWITCHING.texts(section + "/div//*[local-name()='desc']").get(2))
                .contains("gefitinib: from 100 % to 10.5 %")
                .contains("osimertinib: from 0 % to 89.5 %")
                .doesNotContain("no treatment");
        assertThat(SWITCHING.texts(section + "/div//figcaption").get(1))
                .isEqualTo("A: osimertinib. Followed, mean number: 52 at month 0, 37 at month 12, 22 at month 24,"
                        + " 7 at month 36.");
        assertThat(SWITCHING.count(section + "/details")).isEqualTo(4);
        assertThat(SEQUENTIAL.count(section)).isZero();
    }

    @Test
    void boundariesAreShownOnlyWhereThereAreSome() {
        assertThat(SEQUENTIAL.texts("//table[caption = 'Decision boundaries']/tbody/tr/td[2]"))
                .containsExactly("2.962588", "2.359018", "2.014084");
        assertThat(SWITCHING.count("//table[caption = 'Decision boundaries']")).isZero();
    }

    @Test
    void everyExamplePatientHasAPictureItsEventsAndAReplayCommand() {
        assertThat(SWITCHING.count("//article[@class='patient']//*[local-name()='svg']"))
                .isEqualTo(3);
        assertThat(SWITCHING.texts("//article[@class='patient'][1]//tbody/tr/td[2]"))
                .contains("T790M detected in plasma", "death");
        assertThat(SWITCHING.texts("//article[@class='patient']//p[@class='replay']/code"))
                .hasSize(3)
                .contains(REPLAY + "base --replicate 12 --patient 34");
        assertThat(SWITCHING.texts("//article[@class='patient'][3]//*[local-name()='text']"))
                .contains("Brain lineages");
        assertThat(SWITCHING.texts("//article[@class='patient'][1]//*[local-name()='text']"))
                .doesNotContain("Brain lineages");
    }

    @Test
    void remarksStandBesideTheSettingsTheyExplain() {
        String settings = "//section[@id='assumptions']//div[@class='settings'][.//code = '/population/disease']";
        assertThat(SWITCHING.text(settings + "//ul[@class='remarks']/li")).contains("Bozic 2013");
        assertThat(SWITCHING.text(settings + "//tr[th = 'mutationRate']/td")).isEqualTo("1e-9");
    }

    @Test
    void anEmptyRunSaysWhatIsMissing() {
        assertThat(EMPTY.texts("//p[@class='empty']")).contains("The result holds no configuration.");
        assertThat(EMPTY.count("//section[@id='survival'] | //section[@id='patients'] | //section[@id='trials']"))
                .isZero();
        assertThat(EMPTY.texts("//section[@id='characteristics']//td/span")).containsExactly("–");
    }

    @Test
    void theReportSaysWhatItDoesNotCover() {
        assertThat(SEQUENTIAL.texts("//table[@class='coverage']//tr[@class='missing']/th"))
                .contains("Sensitivity to assumptions", "Toxicity, dose and time off drug");
        assertThat(SWITCHING.texts("//table[@class='coverage']//tr[@class='missing']/th"))
                .doesNotContain("Sensitivity to assumptions");
    }
}
