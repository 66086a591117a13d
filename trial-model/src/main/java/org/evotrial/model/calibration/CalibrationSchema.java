package org.evotrial.model.calibration;

import org.evotrial.model.json.RecordSchema;
import org.evotrial.model.json.Vocabulary;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of calibration files. */
public final class CalibrationSchema {
    /** The address of the schema: the number changes when an existing file would no longer be read. */
    public static final String ID = "https://evotrial.org/schema/1/calibration.json";

    private final Vocabulary vocabulary;

    /** The schema of files in which {@code type} takes the values of the vocabulary. */
    public CalibrationSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema, Draft 2020-12. */
    public JsonNode tree() {
        return new RecordSchema(vocabulary).of(CalibrationFile.class, ID, "evotrial calibration file");
    }
}
