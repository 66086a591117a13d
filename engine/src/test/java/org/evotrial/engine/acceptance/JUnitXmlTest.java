package org.evotrial.engine.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.evotrial.model.result.Verdict;
import org.evotrial.model.result.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JUnitXmlTest {
    private static final List<Verdict> VERDICTS = List.of(
            verdict(0, Outcome.PASS, "within"),
            verdict(1, Outcome.FAIL, "not <at most> 0.025 & \"more\""),
            verdict(2, Outcome.INCONCLUSIVE, "may be"),
            verdict(2, Outcome.INCONCLUSIVE, "may be too"));

    @TempDir
    Path folder;

    private static Verdict verdict(int rule, Outcome outcome, String message) {
        return new Verdict(rule, outcome, "power > 0.8", rule == 1 ? null : "base", null, 0.99, 0, 1, 0, message);
    }

    private Element written(List<Verdict> verdicts, boolean failOnInconclusive)
            throws IOException, ParserConfigurationException, SAXException {
        Path file = folder.resolve("acceptance.xml");
        JUnitXml.write(file, "apple", verdicts, failOnInconclusive);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static int count(Element suite, String name) {
        return suite.getElementsByTagName(name).getLength();
    }

    @Test
    void countsFailuresAndSkipsInconclusiveVerdicts() throws Exception {
        Element suite = written(VERDICTS, false);

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(count(suite, "testcase")).isEqualTo(4);
        assertThat(count(suite, "failure")).isEqualTo(1);
        assertThat(count(suite, "skipped")).isEqualTo(2);
    }

    @Test
    void countsInconclusiveVerdictsAsFailuresWhereTheBuildIsToldSo() throws Exception {
        Element suite = written(VERDICTS, true);

        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
        assertThat(count(suite, "failure")).isEqualTo(3);
        assertThat(count(suite, "skipped")).isZero();
    }

    @Test
    void keepsMarkupInMessagesAsText() throws Exception {
        Element failure = (Element)
                written(VERDICTS, false).getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("message")).isEqualTo("FAIL: not <at most> 0.025 & \"more\"");
        Element testCase = (Element) failure.getParentNode();
        assertThat(testCase.getAttribute("classname")).isEqualTo("evotrial.apple.none");
        assertThat(testCase.getAttribute("name")).isEqualTo("rule 2: power > 0.8");
    }

    @Test
    void isASuiteWithoutTestsWhereThereAreNoVerdicts() throws Exception {
        Element suite = written(List.of(), false);

        assertThat(suite.getAttribute("tests")).isEqualTo("0");
        assertThat(count(suite, "testcase")).isZero();
    }
}
