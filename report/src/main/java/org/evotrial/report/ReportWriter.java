package org.evotrial.report;

import java.io.IOException;
import java.nio.file.Path;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.page.Page;

/**
 * Writes the report of a stored run: one self-contained page that needs no script, no network and no other file. The same
 * run gives the same bytes.
 */
public final class ReportWriter {
    /** Name of the page. */
    public static final String FILE = "index.html";

    private final Pages pages = new Pages();

    /**
     * Writes {@value #FILE}.
     *
     * @param run the run
     * @param folder where the page goes; created if necessary
     * @throws IOException if the page cannot be written
     */
    public void write(StoredRun run, Path folder) throws IOException {
        Pages.write(html(run), folder);
    }

    /** The page as text. */
    String html(StoredRun run) {
        return pages.html("page", Page.of(run));
    }
}
