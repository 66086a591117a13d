package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.CohortSummary;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.report.chart.PatientChart;
import org.evotrial.report.figure.Rounding;

/**
 * The page about one virtual patient: what the template walks over.
 *
 * @param title the disease
 * @param kicker which patient
 * @param facts a line of facts below the title
 * @param contents table of contents
 * @param story the course in a sentence
 * @param tiles the figures that matter most
 * @param remarks sources and comments
 * @param course the course at a glance
 * @param events what happened, in the order of their numbers in the pictures
 * @param lesions fish plots
 * @param clones the clonal phylogeny
 * @param assays what is measured when
 * @param assumptions the effective configuration
 * @param commands the command that shows it again
 * @param version version of evotrial
 */
public record PatientPage(
        String title,
        String kicker,
        List<String> facts,
        List<Page.Entry> contents,
        String story,
        List<Tile> tiles,
        List<String> remarks,
        Picture course,
        List<PatientView.Happening> events,
        Picture lesions,
        List<CloneRow> clones,
        List<Settings.Value> assays,
        AssumptionsSection assumptions,
        List<Settings.Value> commands,
        String version) {
    /** What the months of a followed patient are counted from. */
    static final String SINCE = "treatment began";

    /** The page of a stored patient. */
    public static PatientPage of(PatientResult result) {
        CohortSummary cohort = result.cohort();
        List<PatientView.Happening> events = new ArrayList<>();
        for (PatientTrace.PatientEvent event : result.course().events()) {
            events.add(
                    new PatientView.Happening(Integer.toString(events.size() + 1), month(event.day()), event.what()));
        }
        PatientPictures pictures = new PatientPictures(result);
        PatientStory story = new PatientStory(result);
        return new PatientPage(
                cohort.title(),
                "Virtual patient %d of seed %d · %s".formatted(result.patient(), cohort.seed(), cohort.disease()),
                List.of(cohort.policy(), "followed for up to " + Rounding.plain(cohort.years()) + " years"),
                sections(),
                story.sentence(),
                story.tiles(),
                cohort.remarks(),
                pictures.course(),
                events,
                pictures.lesions(),
                CloneRow.of(result),
                assays(cohort),
                AssumptionsSection.of(result.configuration(), AssumptionsSection.BIOLOGY),
                List.of(again("patient", cohort)),
                cohort.version());
    }

    private static List<Page.Entry> sections() {
        return List.of(
                new Page.Entry("course", "Course at a glance"),
                new Page.Entry("lesions", "Lesions"),
                new Page.Entry("clones", "Clonal phylogeny"),
                new Page.Entry("assumptions", "Assumptions"),
                new Page.Entry("provenance", "Provenance"));
    }

    /** The command that shows a page again. */
    static Settings.Value again(String what, CohortSummary cohort) {
        return new Settings.Value(
                ("The command that shows this %s again, in the folder where it was started; the same version and seed give"
                                + " the same page, byte for byte:")
                        .formatted(what),
                cohort.command());
    }

    /** What is measured when, in words. */
    static List<Settings.Value> assays(CohortSummary cohort) {
        List<Settings.Value> assays = new ArrayList<>();
        for (CohortSummary.AssaySummary assay : cohort.assays()) {
            List<String> parts = new ArrayList<>();
            parts.add(String.join(", ", assay.channels()));
            if (!Double.isNaN(assay.everyWeeks())) {
                parts.add("every " + Rounding.plain(assay.everyWeeks()) + " weeks");
            }
            if (assay.limitOfDetection() > 0) {
                parts.add(
                        "limit of detection " + Rounding.plain(assay.limitOfDetection() * 100) + " % allele fraction");
            }
            if (assay.turnAroundDays() > 0) {
                parts.add("result after " + Rounding.plain(assay.turnAroundDays()) + " days");
            }
            assays.add(new Settings.Value(assay.id(), String.join("; ", parts)));
        }
        return assays;
    }

    static String month(double day) {
        return new Rounding(1).text(day / PatientChart.DAYS_PER_MONTH);
    }
}
