package org.evotrial.model.json;

import java.util.List;

/**
 * The records of a tree.
 *
 * @param root the outermost record
 * @param records every record with its pointer, inner ones first
 */
public record BoundTree<T extends Record>(T root, List<At> records) {
    public BoundTree {
        records = List.copyOf(records);
    }

    /**
     * A record and where it is.
     *
     * @param pointer JSON Pointer
     * @param value the record
     */
    public record At(String pointer, Record value) {}
}
