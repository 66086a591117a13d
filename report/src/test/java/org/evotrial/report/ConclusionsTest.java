package org.evotrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the conclusions say, asked of the pages of invented runs. */
class ConclusionsTest {
    private static final HtmlPage SWITCHING = HtmlPage.named("switching");
    private static final HtmlPage SEQUENTIAL = HtmlPage.named("group-sequential");
    private static final HtmlPage EMPTY = HtmlPage.named("empty");

    @Test
    void everyRuleHasASentenceWithItsNumbersAndItsBound() {
        assertThat(conclusions(SWITCHING, "What the design promises"))
                .containsExactly(
                        "undecided Null made by biology: probability of rejecting (pfsr-osi-18) is 2.41 % (MCSE 0.15,"
                                + " 99 % interval 2.03 to 2.83 %, n = 10,000). The rule asks for at most 2.5 %. The"
                                + " interval straddles it. About 180,000 replicates in all would decide if the estimate"
                                + " stays.",
                        "fails Published-like truth: probability of rejecting (pfsr-osi-18) is 41.00 % (MCSE 0.49,"
                                + " 99 % interval 39.70 to 42.27 %, n = 10,000). The rule asks for at least 80 %. The"
                                + " whole interval breaks it.",
                        "holds Published-like truth: probability of rejecting (pfsr-osi-18) is 41.00 % (MCSE 0.49,"
                                + " 99 % interval 39.70 to 42.27 %, n = 10,000). The rule asks for between 30 % and"
                                + " 50 %. The whole interval keeps it.",
                        "fails biopsyShare <= 0.1: nothing was measured, and what is not measured fails.");
    }

    @Test
    void aScenarioIsComparedWithTheBaseByItsPairedDifference() {
        assertThat(conclusions(SWITCHING, "Decisions"))
                .contains("found Low shedding: pfsr-osi-18 is rejected in 27.00 % (MCSE 0.44, 95 % interval 26.13 to"
                        + " 27.87 %, n = 10,000) of trials. That is less: paired by replicate, the difference from the"
                        + " base scenario is −14.00 points (MCSE 0.41, interval −14.80 to −13.20 points).");
    }

    @Test
    void theSweepHasItsRangeAndHowManyCellsDiffer() {
        assertThat(conclusions(SWITCHING, "Decisions"))
                .anyMatch(text -> text.startsWith(
                                "found Over 12 cells of the sweep pfsr-osi-18 is rejected in 17.00 % (cell 3, 2) to 45.0 %")
                        && text.contains("In 12 of 12 cells"));
    }

    @Test
    void aNullIsComparedWithWhatTheBoundariesSpend() {
        String text = conclusions(SEQUENTIAL, "Decisions").get(1);
        assertThat(text).startsWith("undecided No effect: pfs-superiority is rejected in 2.550 %");
        assertThat(text).contains("The interval holds the 2.5 % that the boundaries spend");
        // n (1.96 s / d)^2 with n = 100,000, s = sqrt(.0255 .9745 / n), d = .0005: 381,842, rounded up.
        assertThat(text).contains("About 390,000 replicates in all");
    }

    @Test
    void theSizeOfTheTrialIsGivenWithItsErrorAndItsSpread() {
        assertThat(conclusions(SWITCHING, "Size, time and treatment: Published-like truth"))
                .contains("found A trial randomises 155.8000 (MCSE 0.0060, 95 % interval 155.7882 to 155.8118,"
                        + " n = 10,000) patients on average; 90 % of trials lie between 155 and 157.");
    }

    @Test
    void estimatesWithBiasAreCountedAgainstChance() {
        assertThat(conclusions(SWITCHING, "The trial's own estimates: Published-like truth"))
                .containsExactly(
                        "found Of the trial's 9 estimates of true values 0 have a bias that is told apart from 0;"
                                + " 0.45 would be by chance alone.");
    }

    @Test
    void whatWasNotMeasuredIsNotConcluded() {
        assertThat(EMPTY.texts("//section[@id='conclusions']//li/span[1]")).containsExactly("fails");
    }

    @Test
    void theStatusIsAWordAndNotAColourAlone() {
        assertThat(SWITCHING.texts("//section[@id='conclusions']//li/span[1]"))
                .isSubsetOf("holds", "fails", "undecided", "found");
    }

    private static List<String> conclusions(HtmlPage page, String part) {
        return page.texts("//section[@id='conclusions']//h3[. = \"" + part + "\"]/following-sibling::ul[1]/li");
    }
}
