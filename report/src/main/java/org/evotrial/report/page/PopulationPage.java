package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.CohortSummary;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.report.figure.Rounding;

/**
 * The page about a virtual population: what the template walks over.
 *
 * @param title the disease
 * @param kicker how many patients
 * @param facts a line of facts below the title
 * @param contents table of contents
 * @param tiles the figures that matter most
 * @param remarks sources and comments
 * @param waterfall best change of every patient
 * @param spider change over time
 * @param swimmer treatment over time
 * @param survival progression-free and overall survival
 * @param mechanisms what progressed, line by line
 * @param fractions allele fractions at baseline, one per biomarker
 * @param estimates all figures with their errors
 * @param assays what is measured when
 * @param assumptions the effective configuration
 * @param confidence confidence of the intervals in words
 * @param commands the commands that show it again and one of the patients
 * @param version version of evotrial
 */
public record PopulationPage(
        String title,
        String kicker,
        List<String> facts,
        List<Page.Entry> contents,
        List<Tile> tiles,
        List<String> remarks,
        Picture waterfall,
        Picture spider,
        Picture swimmer,
        Picture survival,
        List<Picture> mechanisms,
        List<Picture> fractions,
        Table estimates,
        List<Settings.Value> assays,
        AssumptionsSection assumptions,
        String confidence,
        List<Settings.Value> commands,
        String version) {
    private static final int EXAMPLE = 17;

    /** The page of a stored population. */
    public static PopulationPage of(PopulationResult result) {
        CohortSummary cohort = result.cohort();
        PopulationPictures pictures = new PopulationPictures(result);
        SurvivalPicture survival = new SurvivalPicture(result);
        PopulationTable table = new PopulationTable(result);
        List<Picture> fractions = pictures.fractions();
        return new PopulationPage(
                cohort.title(),
                "%s virtual patients of seed %d · %s"
                        .formatted(Rounding.count(result.patients().size()), cohort.seed(), cohort.disease()),
                List.of(
                        cohort.policy(),
                        "followed to death or for " + Rounding.plain(cohort.years()) + " years, nobody lost"),
                sections(!fractions.isEmpty()),
                table.tiles(),
                cohort.remarks(),
                pictures.waterfall(),
                pictures.spider(),
                pictures.swimmer(),
                survival.picture(),
                pictures.mechanisms(),
                fractions,
                table.table(),
                PatientPage.assays(cohort),
                AssumptionsSection.of(result.configuration(), AssumptionsSection.BIOLOGY),
                Rounding.plain(result.confidence() * 100, 6) + " %",
                List.of(PatientPage.again("population", cohort), onePatient(result)),
                cohort.version());
    }

    private static List<Page.Entry> sections(boolean fractions) {
        List<Page.Entry> contents = new ArrayList<>();
        contents.add(new Page.Entry("response", "Response"));
        contents.add(new Page.Entry("survival", "Survival"));
        contents.add(new Page.Entry("swimmer", "Treatment over time"));
        contents.add(new Page.Entry("mechanisms", "Mechanisms of progression"));
        if (fractions) {
            contents.add(new Page.Entry("fractions", "Allele fractions at baseline"));
        }
        contents.add(new Page.Entry("estimates", "All figures"));
        contents.add(new Page.Entry("assumptions", "Assumptions"));
        contents.add(new Page.Entry("provenance", "Provenance"));
        return contents;
    }

    private static Settings.Value onePatient(PopulationResult result) {
        int patient = Math.min(EXAMPLE, result.patients().size() - 1);
        return new Settings.Value(
                "One of its patients, with everything that happened:",
                "%s --patient %d".formatted(result.patientCommand(), patient));
    }
}
