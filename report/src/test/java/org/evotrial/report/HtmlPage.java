package org.evotrial.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.evotrial.model.result.StoredRun;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report as a document to ask questions of; a page that is not well-formed XML is refused. */
record HtmlPage(String source, Document document) {
    private static final Map<String, HtmlPage> KNOWN = new ConcurrentHashMap<>();

    /** The page of one of the example runs, made once. */
    static HtmlPage named(String name) {
        return KNOWN.computeIfAbsent(name, key -> of(ExampleRuns.named(key)));
    }

    static HtmlPage of(StoredRun run) {
        return of(new ReportWriter().html(run));
    }

    static HtmlPage of(String source) {
        try {
            return new HtmlPage(
                    source,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(source))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("The page is not well-formed: " + e.getMessage(), e);
        }
    }

    int count(String path) {
        return nodes(path).getLength();
    }

    String text(String path) {
        List<String> texts = texts(path);
        if (texts.isEmpty()) {
            throw new AssertionError("There is nothing at " + path);
        }
        return texts.get(0);
    }

    List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = nodes(path);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    List<String> names(String path) {
        List<String> names = new ArrayList<>();
        NodeList nodes = nodes(path);
        for (int i = 0; i < nodes.getLength(); i++) {
            names.add(nodes.item(i).getNodeName());
        }
        return names;
    }

    private NodeList nodes(String path) {
        try {
            return (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        } catch (XPathExpressionException e) {
            throw new AssertionError("Not a path: " + path, e);
        }
    }
}
