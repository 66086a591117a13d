package org.evotrial.report;

import java.io.IOException;
import java.nio.file.Path;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.report.page.PopulationPage;

/** Writes the page about a stored virtual population: one file, without scripts; the same population gives the same bytes. */
public final class PopulationPageWriter {
    private final Pages pages = new Pages();

    /**
     * Writes {@link ReportWriter#FILE}.
     *
     * @param result the population
     * @param folder where the page goes; created if necessary
     * @throws IOException if the page cannot be written
     */
    public void write(PopulationResult result, Path folder) throws IOException {
        Pages.write(html(result), folder);
    }

    /** The page as text. */
    String html(PopulationResult result) {
        return pages.html("population", PopulationPage.of(result));
    }
}
