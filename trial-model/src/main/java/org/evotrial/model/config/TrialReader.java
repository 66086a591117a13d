package org.evotrial.model.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.json.BoundTree;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.json.LocatedTree;
import org.evotrial.model.json.Place;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Problem;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.RecordReader;
import org.evotrial.model.json.Source;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads trial files. Everything that is wrong with one is reported at once, at its position; nothing is thrown. */
public final class TrialReader {
    private final RecordReader records;
    private final ClassLoader libraries;

    /**
     * @param vocabulary what {@code type} can be
     * @param libraries has the library files of evotrial and of plugins
     */
    public TrialReader(Vocabulary vocabulary, ClassLoader libraries) {
        this.records = new RecordReader(vocabulary);
        this.libraries = libraries;
    }

    /**
     * What became of a file.
     *
     * @param trial the trial; null if there are problems
     * @param problems in the order of their positions
     */
    public record Reading(@Nullable TrialDocument trial, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a file. */
    public Reading read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a file in which some values are replaced, before scenarios are applied.
     *
     * @param overrides JSON Pointer into the effective file to the value that replaces what is there
     */
    public Reading read(Path file, Map<String, JsonNode> overrides) {
        ProblemLog log = new ProblemLog(file.toString());
        Libraries files = new Libraries(libraries, log);
        return reading(document(file, files.read(file), overrides, files, log), log);
    }

    /**
     * Reads a trial that lies in no file. It can refer to library files and to absolute paths.
     *
     * @param name what problems call it
     * @param text the JSON
     * @param overrides as of a file
     */
    public Reading read(String name, String text, Map<String, JsonNode> overrides) {
        ProblemLog log = new ProblemLog(name);
        Libraries files = new Libraries(libraries, log);
        return reading(document(Path.of(name), files.read(name, text), overrides, files, log), log);
    }

    private static Reading reading(@Nullable TrialDocument trial, ProblemLog log) {
        return new Reading(log.isClean() ? trial : null, log.sorted());
    }

    /**
     * The problem of a trial that was read but cannot be built, at its position in the file.
     *
     * @param trial the trial
     * @param reason what building it threw
     */
    public Problem explain(TrialDocument trial, ConfigurationException reason) {
        ProblemLog unused = new ProblemLog(trial.path().toString());
        Libraries files = new Libraries(libraries, unused);
        LocatedTree tree = files.read(trial.path());
        Source file = new Source(trial.path().toString(), trial.path());
        Place place = tree == null
                ? new Place(file, reason.pointer(), 0, 0)
                : records.check(TrialFile.class, tree, files, unused).places().ofValue(reason.pointer());
        ProblemLog log = new ProblemLog(file.name());
        log.add(ProblemCode.CANNOT_BE_BUILT, place, String.valueOf(reason.getMessage()), "");
        return log.sorted().get(0);
    }

    private @Nullable TrialDocument document(
            Path file, @Nullable LocatedTree tree, Map<String, JsonNode> overrides, Libraries files, ProblemLog log) {
        if (tree == null) {
            return null;
        }
        CheckedTree checked = records.check(TrialFile.class, tree, files, log);
        if (log.isClean() && !overrides.isEmpty()) {
            LocatedTree replaced = new Overrides(checked, log).apply(fromCommandLine(overrides));
            checked = replaced == null ? checked : records.check(TrialFile.class, replaced, files, log);
        }
        if (!log.isClean()) {
            new PointerChecks(checked, log).check();
        }
        TrialFile base = bind(checked, log);
        if (base == null || !log.isClean()) {
            return null;
        }
        List<TrialVariant> variants = new Variants(base, checked, this::variant, log).all();
        return new TrialDocument(file, base, checked.effective(), variants);
    }

    private @Nullable TrialFile variant(LocatedTree tree, ProblemLog log) {
        return bind(records.check(TrialFile.class, tree, new Libraries(libraries, log), log), log);
    }

    /** The records of a checked tree, judged together; null after a problem. */
    private @Nullable TrialFile bind(CheckedTree checked, ProblemLog log) {
        if (!log.isClean()) {
            new NameChecks(checked, log).check(KnownNames.ofTree(checked.effective()));
            return null;
        }
        BoundTree<TrialFile> bound = records.bind(TrialFile.class, checked, log);
        if (bound == null) {
            new NameChecks(checked, log).check(KnownNames.ofTree(checked.effective()));
            return null;
        }
        DesignPlan plan = TrialChecks.compose(bound.root(), checked, log);
        if (plan != null) {
            new NameChecks(checked, log).check(KnownNames.ofTrial(bound.root(), plan));
            new TrialChecks(bound, plan, checked, log).check();
        }
        return bound.root();
    }

    private static List<Replacement> fromCommandLine(Map<String, JsonNode> overrides) {
        List<Replacement> replacements = new ArrayList<>();
        overrides.forEach((pointer, value) -> {
            Place place = new Place(new Source("--set", null), pointer, 0, 0);
            replacements.add(new Replacement(pointer, value, place, Places.single(place), ""));
        });
        return replacements;
    }
}
