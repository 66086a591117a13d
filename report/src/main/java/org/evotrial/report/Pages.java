package org.evotrial.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates, and where their pages are written. */
final class Pages {
    private final TemplateEngine engine = new TemplateEngine();

    Pages() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        resolver.setPrefix("org/evotrial/report/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** A page as text: the template with its root object. */
    String html(String template, Object page) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("page", page);
        return engine.process(template, context);
    }

    /** Writes a page into a folder, which is created if necessary. */
    static void write(String html, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ReportWriter.FILE), html, StandardCharsets.UTF_8);
    }
}
