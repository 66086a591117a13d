package org.evotrial.model.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.json.BoundTree;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.json.LocatedTree;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Problem;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.evotrial.model.json.Source;
import org.evotrial.model.json.Vocabulary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads calibration files. Everything that is wrong with one is reported at once, at its position. */
public final class CalibrationReader {
    /** What the disease's position is called if the command line named it. */
    private static final String ARGUMENT = "DISEASE";

    private final RecordReader records;
    private final ClassLoader libraries;

    /**
     * @param vocabulary what {@code type} can be
     * @param libraries has the library files of evotrial and of plugins
     */
    public CalibrationReader(Vocabulary vocabulary, ClassLoader libraries) {
        this.records = new RecordReader(vocabulary);
        this.libraries = libraries;
    }

    /**
     * What became of a file.
     *
     * @param document the calibration; null if there are problems
     * @param problems in the order of their positions
     */
    public record Reading(@Nullable CalibrationDocument document, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file.
     *
     * @param file the calibration file
     * @param disease {@code library:name} or the path of a disease, relative to the working directory, which takes the
     *     place of the file's; null: the file's own
     */
    public Reading read(Path file, @Nullable String disease) {
        ProblemLog log = new ProblemLog(file.toString());
        Libraries files = new Libraries(libraries, log);
        LocatedTree tree = files.read(file);
        if (tree != null && disease != null && tree.tree() instanceof ObjectNode root) {
            root.put("disease", disease);
            Source argument = new Source(ARGUMENT, Path.of(ARGUMENT));
            tree.places().graft("/disease", Places.single(new Place(argument, "", 0, 0)), "");
        }
        CalibrationDocument document = tree == null ? null : document(file, tree, files, log);
        return new Reading(log.isClean() ? document : null, log.sorted());
    }

    private @Nullable CalibrationDocument document(Path file, LocatedTree tree, Libraries files, ProblemLog log) {
        CheckedTree checked = records.check(CalibrationFile.class, tree, files, log);
        new ParameterChecks(checked, log).check();
        CalibrationChecks checks = new CalibrationChecks(checked, log);
        checks.checkNames();
        BoundTree<CalibrationFile> bound = log.isClean() ? records.bind(CalibrationFile.class, checked, log) : null;
        if (bound == null) {
            return null;
        }
        checks.check(bound.root());
        List<String> warnings = new ArrayList<>();
        long fitted = bound.root().targets().stream().filter(t -> !t.heldBack()).count();
        if (bound.root().parameters().size() > fitted) {
            warnings.add("There are more parameters (%d) than fitted targets (%d): they cannot all be identified."
                    .formatted(bound.root().parameters().size(), fitted));
        }
        if (!log.isClean()) {
            return null;
        }
        CalibrationDocument document = new CalibrationDocument(file, bound, checked, records, libraries, warnings);
        new RangeChecks(document, log).check();
        return document;
    }
}
