package org.evotrial.statistics.verification;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file of numbers computed by a reference package: comma-separated, the first line names the columns, lines that begin
 * with {@code #} say where the numbers come from. Immutable.
 */
public final class ReferenceTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final List<String> header;
    private final List<String> columns;
    private final List<ReferenceRow> rows;
    private final ReferenceSource source;

    private ReferenceTable(
            String file, List<String> header, List<String> columns, List<ReferenceRow> rows, ReferenceSource source) {
        this.file = file;
        this.header = List.copyOf(header);
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.source = source;
    }

    /**
     * Reads a table that has no companions.
     *
     * @param file name for messages
     * @param in text; not closed
     * @return the table
     * @throws IllegalArgumentException if the text is no such table
     * @throws UncheckedIOException if the text cannot be read
     */
    public static ReferenceTable read(String file, Reader in) {
        return read(file, in, ReferenceSource.none());
    }

    static ReferenceTable read(String file, Reader in, ReferenceSource source) {
        String text = new BufferedReader(in).lines().collect(Collectors.joining("\n"));
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        List<String> header = text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.isEmpty()) {
                throw new IllegalArgumentException("The first line without # must name the columns; there is none.");
            }
            List<String> columns =
                    records.get(0).getFields().stream().map(String::strip).toList();
            requireDistinct(columns);
            return new ReferenceTable(file, header, columns, rows(columns, records), source);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("Not a comma-separated table: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Name of the file.
     *
     * @return name without folder
     */
    public String file() {
        return file;
    }

    /**
     * Where the numbers come from.
     *
     * @return comment lines without {@code #}
     */
    public List<String> header() {
        return header;
    }

    /**
     * The columns in order.
     *
     * @return names
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The rows in order.
     *
     * @return rows
     */
    public List<ReferenceRow> rows() {
        return rows;
    }

    /**
     * A file with data, beside this one.
     *
     * @param name its name, one of {@link ReferenceCheck#companions()}
     * @return the table
     * @throws IllegalArgumentException if there is none
     */
    public ReferenceTable companion(String name) {
        return source.read(name);
    }

    /**
     * The rows with equal text in the given columns, in the order of their first row.
     *
     * @param inputs columns that identify a case
     * @return groups, none empty
     */
    public List<List<ReferenceRow>> groups(String... inputs) {
        Map<List<String>, List<ReferenceRow>> groups = new LinkedHashMap<>();
        for (ReferenceRow row : rows) {
            List<String> key = new ArrayList<>();
            for (String input : inputs) {
                key.add(row.text(input));
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return List.copyOf(groups.values());
    }

    private static List<ReferenceRow> rows(List<String> columns, List<CsvRecord> records) {
        List<ReferenceRow> rows = new ArrayList<>();
        for (CsvRecord each : records.subList(1, records.size())) {
            if (each.getFieldCount() != columns.size()) {
                throw new IllegalArgumentException(String.format(
                        "Line %d has %d cells and must have %d, one per column.",
                        each.getStartingLineNumber(), each.getFieldCount(), columns.size()));
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), each.getField(i));
            }
            rows.add(new ReferenceRow(each.getStartingLineNumber(), cells));
        }
        return rows;
    }

    private static void requireDistinct(List<String> columns) {
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException(String.format("The columns (%s) must be distinct.", columns));
        }
    }
}
