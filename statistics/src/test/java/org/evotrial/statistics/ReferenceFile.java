package org.evotrial.statistics;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A file of numbers computed by a reference package; its comment lines name package, version and call. */
public final class ReferenceFile {
    private ReferenceFile() {}

    /** All rows of a file that the module carries for its verification, or of a file for tests alone. */
    public static List<NamedCsvRecord> rows(String name) {
        InputStream carried = ReferenceFile.class.getResourceAsStream("/org/evotrial/reference/" + name);
        InputStream stream = carried != null
                ? carried
                : Objects.requireNonNull(ReferenceFile.class.getResourceAsStream("/reference/" + name), name);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number of a row; {@code NA} is NaN. */
    public static double number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return "NA".equals(text) ? Double.NaN : Double.parseDouble(text);
    }

    /** A whole number of a row. */
    public static int integer(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
