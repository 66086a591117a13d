package org.evotrial.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.page.Page;
import org.evotrial.report.page.PatientPage;
import org.evotrial.report.page.PopulationPage;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the report of a stored result: of a run, of a virtual patient or of a virtual population. It is one self-contained
 * page that needs no script, no network and no other file. The same result gives the same bytes.
 */
public final class ReportWriter {
    /** Name of the page. */
    public static final String FILE = "index.html";

    private static final Map<String, Source> SOURCES = sources();

    private final TemplateEngine engine = new TemplateEngine();

    /** Makes a page from the result that a folder holds. */
    private interface Source {
        String html(ReportWriter writer, Path folder) throws IOException;
    }

    private static Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        sources.put(StoredRun.RESULTS_FILE, (writer, folder) -> writer.html(StoredRun.read(folder)));
        sources.put(PatientResult.FILE, (writer, folder) -> writer.html(PatientResult.read(folder)));
        sources.put(PopulationResult.FILE, (writer, folder) -> writer.html(PopulationResult.read(folder)));
        return sources;
    }

    /** Names of the files of results: a folder that holds one of them has a report. */
    public static List<String> files() {
        return List.copyOf(SOURCES.keySet());
    }

    public ReportWriter() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportWriter.class.getClassLoader());
        resolver.setPrefix("org/evotrial/report/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /**
     * Writes {@value #FILE} from the result that lies beside it.
     *
     * @param folder a folder with one of the {@link #files}
     * @return the page
     * @throws IOException if there is no result, if it cannot be read, or if the page cannot be written
     */
    public Path write(Path folder) throws IOException {
        for (Map.Entry<String, Source> source : SOURCES.entrySet()) {
            if (Files.isRegularFile(folder.resolve(source.getKey()))) {
                String html = source.getValue().html(this, folder);
                return Files.writeString(folder.resolve(FILE), html, StandardCharsets.UTF_8);
            }
        }
        throw new IOException("There is no %s in %s.".formatted(String.join(" and no ", files()), folder));
    }

    /** The report of a run as text. */
    String html(StoredRun run) {
        return html("page", Page.of(run));
    }

    /** The page about a patient as text. */
    String html(PatientResult patient) {
        return html("patient", PatientPage.of(patient));
    }

    /** The page about a population as text. */
    String html(PopulationResult population) {
        return html("population", PopulationPage.of(population));
    }

    private String html(String template, Object page) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("page", page);
        return engine.process(template, context);
    }
}
