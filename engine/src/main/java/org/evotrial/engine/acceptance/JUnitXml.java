package org.evotrial.engine.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.evotrial.model.result.Verdict;

/**
 * Verdicts as a JUnit report, which every build server shows: a violated rule is a failure, an inconclusive one is a
 * failure too if the build is told so, otherwise skipped.
 */
public final class JUnitXml {
    private JUnitXml() {}

    /**
     * Writes the report.
     *
     * @param file the file; replaced
     * @param trial name of the trial
     * @param verdicts the verdicts
     * @param failOnInconclusive whether inconclusive verdicts count as failures
     */
    public static void write(Path file, String trial, List<Verdict> verdicts, boolean failOnInconclusive)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "evotrial." + trial);
            xml.writeAttribute("tests", Integer.toString(verdicts.size()));
            xml.writeAttribute("failures", Long.toString(count(verdicts, failOnInconclusive)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", Long.toString(failOnInconclusive ? 0 : inconclusive(verdicts)));
            for (Verdict verdict : verdicts) {
                write(xml, trial, verdict, failOnInconclusive);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("%s cannot be written".formatted(file), e);
        }
    }

    private static void write(XMLStreamWriter xml, String trial, Verdict verdict, boolean failOnInconclusive)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", "evotrial." + trial + "." + (verdict.scenario() == null ? "none" : verdict.scenario()));
        xml.writeAttribute("name", "rule %d: %s".formatted(verdict.rule() + 1, verdict.requirement()));
        switch (verdict.outcome()) {
            case PASS -> {}
            case FAIL -> element(xml, "failure", verdict);
            case INCONCLUSIVE -> element(xml, failOnInconclusive ? "failure" : "skipped", verdict);
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, Verdict verdict) throws XMLStreamException {
        xml.writeEmptyElement(name);
        xml.writeAttribute("message", verdict.outcome() + ": " + verdict.message());
    }

    private static long count(List<Verdict> verdicts, boolean failOnInconclusive) {
        long violated = verdicts.stream()
                .filter(v -> v.outcome() == Verdict.Outcome.FAIL)
                .count();
        return violated + (failOnInconclusive ? inconclusive(verdicts) : 0);
    }

    private static long inconclusive(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(v -> v.outcome() == Verdict.Outcome.INCONCLUSIVE)
                .count();
    }
}
