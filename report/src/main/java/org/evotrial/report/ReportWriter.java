package org.evotrial.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.evotrial.model.result.StoredRun;
import org.evotrial.report.page.Page;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the report of a stored run: one self-contained page that needs no script, no network and no other file. The same
 * run gives the same bytes.
 */
public final class ReportWriter {
    /** Name of the page. */
    public static final String FILE = "index.html";

    private final TemplateEngine engine = new TemplateEngine();

    public ReportWriter() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportWriter.class.getClassLoader());
        resolver.setPrefix("org/evotrial/report/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /**
     * Writes {@value #FILE}.
     *
     * @param run the run
     * @param folder where the page goes; created if necessary
     * @throws IOException if the page cannot be written
     */
    public void write(StoredRun run, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), html(run), StandardCharsets.UTF_8);
    }

    /** The page as text. */
    String html(StoredRun run) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("page", Page.of(run));
        return engine.process("page", context);
    }
}
