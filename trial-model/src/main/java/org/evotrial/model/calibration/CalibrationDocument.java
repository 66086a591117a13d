package org.evotrial.model.calibration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evotrial.model.json.BoundTree;
import org.evotrial.model.json.CheckedTree;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.json.LocatedTree;
import org.evotrial.model.json.Places;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.Problem;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.ProblemReport;
import org.evotrial.model.json.RecordReader;
import org.evotrial.spi.ConfigurationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A calibration file that was read without a problem, and its variants with other values of the parameters. */
public final class CalibrationDocument {
    private final Path path;
    private final CalibrationFile base;
    private final CheckedTree checked;
    private final Set<String> records;
    private final RecordReader reader;
    private final ClassLoader libraries;
    private final double[] starts;
    private final List<String> warnings;

    CalibrationDocument(
            Path path,
            BoundTree<CalibrationFile> bound,
            CheckedTree checked,
            RecordReader reader,
            ClassLoader libraries,
            List<String> warnings) {
        this.path = path;
        this.base = bound.root();
        this.checked = checked;
        this.records = bound.records().stream().map(BoundTree.At::pointer).collect(Collectors.toSet());
        this.reader = reader;
        this.libraries = libraries;
        this.warnings = List.copyOf(warnings);
        this.starts = base.parameters().stream()
                .mapToDouble(p -> start(p, checked.effective()))
                .toArray();
    }

    /** Where a parameter begins; NaN if neither it nor the files say. */
    static double start(CalibrationParameter parameter, JsonNode effective) {
        Double start = parameter.start();
        JsonNode written = RecordReader.at(effective, parameter.pointer());
        return start != null ? start : written == null || !written.isNumber() ? Double.NaN : written.doubleValue();
    }

    /** The calibration file. */
    public Path path() {
        return path;
    }

    /** The file as records, with the values that the files have now. */
    public CalibrationFile base() {
        return base;
    }

    /** Where the parameters begin. */
    public double[] starts() {
        return starts.clone();
    }

    /** What is worth knowing though it is no problem. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * The file with other values of the parameters.
     *
     * @param values one for each parameter
     * @throws IllegalArgumentException if the values do not fit together
     */
    public CalibrationFile at(double[] values) {
        ProblemLog log = new ProblemLog(path.toString());
        JsonNode tree = checked.effective().deepCopy();
        for (int i = 0; i < values.length; i++) {
            CalibrationParameter parameter = base.parameters().get(i);
            set(tree, parameter.pointer(), values[i]);
            for (Map.Entry<String, Double> tied : parameter.tied().entrySet()) {
                set(tree, tied.getKey(), values[i] * tied.getValue());
            }
        }
        LocatedTree located = new LocatedTree(tree, checked.places().copy());
        CheckedTree again = reader.check(CalibrationFile.class, located, new Libraries(libraries, log), log);
        BoundTree<CalibrationFile> bound = log.isClean() ? reader.bind(CalibrationFile.class, again, log) : null;
        if (bound == null) {
            Problem first = log.sorted().get(0);
            String sentence = ProblemReport.sentence(first);
            throw new IllegalArgumentException(
                    first.pointer().isEmpty() ? sentence : first.pointer() + ": " + sentence);
        }
        return bound.root();
    }

    private static void set(JsonNode tree, String pointer, double value) {
        JsonNode parent = RecordReader.at(tree, Pointers.parent(pointer));
        List<String> names = Pointers.names(pointer);
        String last = names.get(names.size() - 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), JsonNodeFactory.instance.numberNode(value));
        } else if (parent instanceof ObjectNode object) {
            object.put(last, value);
        }
    }

    /** The problem of a file that was read but cannot be built, at its position. */
    public Problem explain(ConfigurationException reason) {
        ProblemLog log = new ProblemLog(path.toString());
        log.add(
                ProblemCode.CANNOT_BE_BUILT,
                checked.places().ofValue(reason.pointer()),
                String.valueOf(reason.getMessage()),
                "");
        return log.sorted().get(0);
    }

    /**
     * The files that hold the parameters, with other values and a remark on each, otherwise as they were written.
     *
     * @param values one for each parameter
     * @param remark follows the name of the number: {@code calibrated ...}
     */
    public List<CalibratedFile> calibrated(double[] values, String remark) {
        CalibratedFiles files = new CalibratedFiles(libraries, checked.places(), records, remark);
        for (int i = 0; i < values.length; i++) {
            CalibrationParameter parameter = base.parameters().get(i);
            files.set(parameter.pointer(), values[i]);
            for (Map.Entry<String, Double> tied : parameter.tied().entrySet()) {
                files.set(tied.getKey(), values[i] * tied.getValue());
            }
        }
        return files.written();
    }

    Places places() {
        return checked.places();
    }
}
