package org.evotrial.report;

import java.io.IOException;
import java.nio.file.Path;
import org.evotrial.model.result.PatientResult;
import org.evotrial.report.page.PatientPage;

/** Writes the page about a stored virtual patient: one file, without scripts; the same patient gives the same bytes. */
public final class PatientPageWriter {
    private final Pages pages = new Pages();

    /**
     * Writes {@link ReportWriter#FILE}.
     *
     * @param result the patient
     * @param folder where the page goes; created if necessary
     * @throws IOException if the page cannot be written
     */
    public void write(PatientResult result, Path folder) throws IOException {
        Pages.write(html(result), folder);
    }

    /** The page as text. */
    String html(PatientResult result) {
        return pages.html("patient", PatientPage.of(result));
    }
}
