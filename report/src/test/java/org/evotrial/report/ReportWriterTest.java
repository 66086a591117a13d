package org.evotrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evotrial.model.result.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWriterTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"quoted\"";

    @Test
    void writesOnePageBesideTheResultAndNothingElse(@TempDir Path folder) throws Exception {
        StoredRun run = ExampleRuns.switching();
        run.write(folder);

        Path page = new ReportWriter().write(folder);

        assertThat(page).hasContent(new ReportWriter().html(run));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "provenance.json", "results.json");
        }
    }

    @Test
    void saysWhereThereIsNoResult(@TempDir Path folder) {
        assertThatIOException()
                .isThrownBy(() -> new ReportWriter().write(folder))
                .withMessage("There is no results.json and no patient.json and no population.json in " + folder + ".");
    }

    @Test
    void theSameRunGivesTheSamePage() {
        assertThat(new ReportWriter().html(ExampleRuns.switching()))
                .isEqualTo(new ReportWriter().html(ExampleRuns.switching()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"switching", "group-sequential", "empty"})
    void thePageIsWellFormedAndAsksForNothingOutsideItself(String name) {
        HtmlPage page = HtmlPage.named(name);
        assertThat(page.count("//script")).isZero();
        assertThat(page.count("//link[not(starts-with(@href, 'data:'))]")).isZero();
        assertThat(page.count("//img | //iframe | //object | //embed")).isZero();
        assertThat(page.texts("//a/@href")).isNotEmpty().allMatch(link -> link.startsWith("#"));
        assertThat(page.text("//style")).doesNotContain("@import").doesNotContain("url(");
        for (String anchor : page.texts("//a/@href")) {
            assertThat(page.count("//*[@id='" + anchor.substring(1) + "']"))
                    .as(anchor)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switching", "group-sequential", "empty"})
    void headingsTablesAndPicturesAreAccessible(String name) {
        HtmlPage page = HtmlPage.named(name);
        assertThat(page.count("//h1")).isEqualTo(1);
        int previous = 1;
        for (String heading : page.names("//h1 | //h2 | //h3 | //h4")) {
            int level = heading.charAt(1) - '0';
            assertThat(level).as("heading after level " + previous).isLessThanOrEqualTo(previous + 1);
            previous = level;
        }
        assertThat(page.count("//table[not(caption)]")).isZero();
        assertThat(page.count("//th[not(@scope)]")).isZero();
        assertThat(page.count("//*[local-name()='svg'][not(*[local-name()='title']) or not(*[local-name()='desc'])]"))
                .isZero();
        assertThat(page.texts("//@id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"switching", "group-sequential", "empty"})
    void noTemplateLeavesAnythingUnfilled(String name) {
        HtmlPage page = HtmlPage.named(name);
        assertThat(page.count("//@*[starts-with(name(), 'th:')]")).isZero();
        for (String leftover : List.of("${", "NaN<", "Infinity<", ">null<", "[[", "Optional[")) {
            assertThat(page.source().contains(leftover)).as(leftover).isFalse();
        }
        assertThat(page.count(
                        "//h1[not(normalize-space())] | //h2[not(normalize-space())] | //h3[not(normalize-space())]"))
                .isZero();
    }

    @Test
    void aHostileTitleStaysText() {
        StoredRun run = ExampleRuns.titled(ExampleRuns.switching(), HOSTILE);
        HtmlPage page = HtmlPage.of(run);
        assertThat(page.count("//script")).isZero();
        assertThat(page.text("//h1")).isEqualTo(HOSTILE);
        assertThat(page.text("//title")).contains(HOSTILE);
        assertThat(page.source().contains("<script")).isFalse();
    }
}
