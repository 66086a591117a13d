package org.evotrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about virtual patients, of patients that nobody simulated. */
class FollowUpPagesTest {
    private static final String TITLE = "Lung <cancer> & \"more\"";
    private static final String TEXT = "//*[local-name()='text']";
    private static final HtmlPage PATIENT = HtmlPage.of(new ReportWriter().html(ExampleFollowUps.patient(TITLE)));
    private static final HtmlPage POPULATION = HtmlPage.of(new ReportWriter().html(ExampleFollowUps.population(TITLE)));

    @Test
    void textsAreEscapedAndNothingIsFetchedOrRun() {
        for (HtmlPage page : new HtmlPage[] {PATIENT, POPULATION}) {
            assertThat(page.text("//h1")).isEqualTo(TITLE);
            assertThat(page.count("//script | //img | //link[@rel='stylesheet'] | //*[@src]"))
                    .isZero();
            assertThat(page.source().contains("th:text")).isFalse();
            assertThat(page.source().contains("$" + "{")).isFalse();
        }
    }

    @Test
    void everyPictureHasANameAndADescription() {
        for (HtmlPage page : new HtmlPage[] {PATIENT, POPULATION}) {
            int pictures = page.count("//*[local-name()='svg']");
            assertThat(page.count("//*[local-name()='svg'][@role='img'][string-length(@aria-label) > 0]"))
                    .isEqualTo(pictures);
            assertThat(page.count("//*[local-name()='svg']/*[local-name()='desc'][string-length(.) > 0]"))
                    .isEqualTo(pictures);
        }
        assertThat(PATIENT.count("//*[local-name()='svg']")).isEqualTo(2);
        assertThat(POPULATION.count("//*[local-name()='svg']")).isEqualTo(6);
    }

    @Test
    void thePatientsCourseHasAStripForEverythingWithItsUnit() {
        assertThat(PATIENT.texts("//section[@id='course']" + TEXT))
                .contains(
                        "Treatment",
                        "Dose, relative to full",
                        "Sum of target diameters, mm",
                        "Plasma ctDNA, allele fraction",
                        "limit of detection",
                        "not detected",
                        "Clones in the whole body, cells",
                        "Phenotypes, share of cells",
                        "Months since treatment began")
                .contains("PR", "PD");
        assertThat(PATIENT.texts("//section[@id='lesions']" + TEXT))
                .anyMatch(text -> text.startsWith("Lesion 1 · lung · target · 4.0 × 10¹⁰ cells"))
                .anyMatch(text -> text.startsWith("Lesion 2 · brain · "));
    }

    @Test
    void thePatientsStoryIsToldInASentenceAndFourFigures() {
        assertThat(PATIENT.text("//p[@class='story']"))
                .isEqualTo("Gefitinib for 9.9 months (best: partial response), then osimertinib for 11.2 months;"
                        + " death after 22.7 months.");
        assertThat(PATIENT.texts("//dl[@class='tiles']//span[@class='figure']"))
                .containsExactly("partial response", "none", "6.4 months", "22.7 months");
        assertThat(PATIENT.texts("//ol[@class='happened']/li/span[@class='what']"))
                .endsWith("death");
    }

    @Test
    void clonesStandBelowTheOneTheyDescendFrom() {
        String rows = "//table[@class='clones']/tbody/tr";
        assertThat(PATIENT.texts(rows + "/th")).containsExactly("sensitive", "T790M", "T790M+C797S");
        assertThat(PATIENT.texts(rows + "/td[1]")).containsExactly("–", "sensitive", "T790M");
        assertThat(PATIENT.texts(rows + "/td[2]")).containsExactly("before treatment", "before treatment", "11.8");
        assertThat(PATIENT.texts(rows + "/td[6]")).containsExactly("no assay", "6.4", "never");
        assertThat(PATIENT.texts(rows + "/td[3]")).containsExactly("4.0 × 10¹⁰", "2000", "0");
    }

    @Test
    void thePopulationHasItsPicturesInOrder() {
        assertThat(POPULATION.texts("//*[local-name()='svg']/@aria-label"))
                .containsExactly(
                        "Best change of the sum of diameters",
                        "Change of the sum of diameters over time",
                        "Event-free probability",
                        "Treatment over time",
                        "Line 1, gefitinib: 160 progressions",
                        "T790M by plasma");
        assertThat(POPULATION.texts("//section[@id='response']//figcaption").get(0))
                .contains("40 patients without target lesions or without a scan after baseline have no bar");
        assertThat(POPULATION.count("//section[@id='swimmer']//*[@class='lane']"))
                .isEqualTo(40);
        assertThat(POPULATION.texts("//section[@id='mechanisms']" + TEXT)).contains("70.0 % ± 3.2", "30.0 % ± 3.2");
        assertThat(POPULATION.texts("//section[@id='fractions']" + TEXT)).contains("50 %", "detected");
    }

    @Test
    void everyFigureHasItsErrorAndThePublishedOneBesideIt() {
        String row = "(//section[@id='estimates']//tr[th/span = 'Median, months'])";
        assertThat(POPULATION.texts(row + "[1]/td/span"))
                .containsExactly("9.20", "0.40", "8.40 to 10.00", "200", "10.2");
        assertThat(POPULATION.text(row + "[1]/td[5]/small")).isEqualTo("9.6 to 11.1");
        assertThat(POPULATION.text(row + "[1]/td[5]/@title")).isEqualTo("FLAURA");
        assertThat(POPULATION.texts("//section[@id='estimates']//td[1]/span")).contains("not reached");
        assertThat(POPULATION.texts("//section[@id='estimates']//tr[th/span = 'T790M']/td[5]/span"))
                .containsExactly("60 %");
        assertThat(POPULATION.texts("//dl[@class='tiles']//span[@class='figure']"))
                .containsExactly("40.0 %", "60.0 %", "9.20 months", "not reached");
        assertThat(POPULATION.texts("//section[@id='survival']" + TEXT)).contains("published", "Number at risk");
    }

    @Test
    void pagesAreMadeFromStoredResultsAlone(@TempDir Path folder) throws Exception {
        Path patient = folder.resolve("patient");
        Path population = folder.resolve("population");
        ExampleFollowUps.patient(TITLE).write(patient);
        ExampleFollowUps.population(TITLE).write(population);
        ReportWriter writer = new ReportWriter();
        assertThat(Files.readString(writer.write(patient))).isEqualTo(PATIENT.source());
        assertThat(Files.readString(writer.write(population))).isEqualTo(POPULATION.source());
    }

    @Test
    void thePopulationsPageNamesTheCommandOfOneOfItsPatients() {
        assertThat(POPULATION.texts("//pre[@class='command']/code"))
                .containsExactly(
                        "evotrial patient egfr-nsclc --seed 7", "evotrial patient egfr-nsclc --seed 7 --patient 17");
    }
}
