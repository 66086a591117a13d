package org.evotrial.patient.tumour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.BoundTree;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.Inline;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.json.LocatedTree;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.patient.PatientGeneratorPlugin;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.TreatmentConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads library files as a trial file does, with numbers replaced at JSON Pointers. */
final class LibraryFiles {
    private static final String APPLE = """
            {"disease": "library:egfr-nsclc",
             "treatments": {"gefitinib": "library:gefitinib", "osimertinib": "library:osimertinib"},
             "assays": {"plasma": "library:plasma-egfr", "imaging": "library:recist"}}""";

    /** What a trial file says of its patients. */
    record Setting(
            @Inline PatientModelConfiguration disease,
            @Inline Map<String, TreatmentConfiguration> treatments,
            @Inline Map<String, AssayConfiguration> assays) {}

    private LibraryFiles() {}

    /** EGFR-mutant lung cancer, both drugs, plasma and imaging, with the given numbers replaced. */
    static Setting egfr(Map<String, Double> overrides) {
        if (overrides.isEmpty()) {
            return bind(check(APPLE));
        }
        JsonNode tree = check(APPLE).effective().deepCopy();
        overrides.forEach((pointer, value) -> replace(tree, pointer, value));
        return bind(check(tree.toString()));
    }

    /** A setting as a trial file says it. */
    static Setting of(String json) {
        return bind(check(json));
    }

    private static void replace(JsonNode tree, String pointer, double value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (tree.at(pointer).isMissingNode()) {
            throw new IllegalArgumentException("There is nothing at " + pointer);
        }
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), array.numberNode(value));
        } else {
            ((ObjectNode) parent).put(name, value);
        }
    }

    private static CheckedTree check(String json) {
        ProblemLog log = new ProblemLog("setting");
        try {
            Path file = Files.createTempFile("setting", ".json");
            Files.writeString(file, json);
            Libraries libraries = new Libraries(LibraryFiles.class.getClassLoader(), log);
            LocatedTree tree = libraries.read(file);
            Files.delete(file);
            CheckedTree checked = reader().check(Setting.class, tree, libraries, log);
            if (!log.isClean()) {
                throw new IllegalArgumentException(log.sorted().toString());
            }
            return checked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Setting bind(CheckedTree checked) {
        ProblemLog log = new ProblemLog("setting");
        BoundTree<Setting> bound = reader().bind(Setting.class, checked, log);
        if (bound == null) {
            throw new IllegalArgumentException(log.sorted().toString());
        }
        return bound.root();
    }

    private static RecordReader reader() {
        return new RecordReader(new Vocabulary(List.of(new PatientGeneratorPlugin())));
    }
}
