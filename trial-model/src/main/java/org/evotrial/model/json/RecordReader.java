package org.evotrial.model.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From a tree to records in two steps: look at everything, then bind what has no problem. */
public final class RecordReader {
    private final Shapes shapes;

    /** Reads records of this vocabulary. */
    public RecordReader(Vocabulary vocabulary) {
        this.shapes = new Shapes(vocabulary);
    }

    /**
     * Checks every value of a tree against a record, puts library files in place and fills in defaults.
     *
     * @param places where the tree was written; library files are added to it
     */
    public CheckedTree check(Class<? extends Record> type, LocatedTree tree, Libraries libraries, ProblemLog log) {
        return new Walk(shapes, libraries, tree.places(), log).check(type, tree.tree());
    }

    /** Builds the records of a tree that {@link #check} found no problem in; null if a constructor rejects its values. */
    public <T extends Record> @Nullable BoundTree<T> bind(Class<T> type, CheckedTree tree, ProblemLog log) {
        Binder binder = new Binder(shapes, tree.places(), log);
        Record root = binder.bind(type, tree.effective());
        return root == null ? null : new BoundTree<>(type.cast(root), binder.records());
    }

    /** The value at a pointer; null where there is none. */
    public static @Nullable JsonNode at(JsonNode tree, String pointer) {
        JsonNode node = tree;
        for (String name : Pointers.names(pointer)) {
            JsonNode child = node.isArray() && name.matches("0|[1-9]\\d{0,8}")
                    ? node.get(Integer.parseInt(name))
                    : node.get(name);
            if (child == null) {
                return null;
            }
            node = child;
        }
        return node;
    }
}
