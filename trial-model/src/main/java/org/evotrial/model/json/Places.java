package org.evotrial.model.json;

import java.util.HashMap;
import java.util.Map;

/**
 * Where each value and key of a tree was written. A tree may be put together from several sources; pointers here are
 * those of the whole, while a {@link Place} has the pointer within its own source.
 */
public final class Places {
    private final Source source;
    private final Map<String, Place> values = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();

    /** Places in a tree whose root comes from the source. */
    public Places(Source source) {
        this.source = source;
    }

    /** A value of which nothing but one place is known. */
    public static Places single(Place place) {
        Places places = new Places(place.source());
        places.values.put("", place);
        return places;
    }

    /** An independent copy. */
    public Places copy() {
        Places copy = new Places(source);
        copy.values.putAll(values);
        copy.keys.putAll(keys);
        return copy;
    }

    /** Notes where a value begins. */
    void value(String pointer, int line, int column) {
        values.put(pointer, new Place(source, pointer, line, column));
    }

    /** Notes where the key of a property begins. */
    void key(String pointer, int line, int column) {
        keys.put(pointer, new Place(source, pointer, line, column));
    }

    /** The place of a value, or of the nearest value around it. */
    public Place ofValue(String pointer) {
        for (String at = pointer; ; at = Pointers.parent(at)) {
            Place place = values.get(at);
            if (place != null) {
                return place;
            }
            if (at.isEmpty()) {
                return new Place(source, "", 0, 0);
            }
        }
    }

    /**
     * The place of something that is missing: the position of the object in which it was expected, with the pointer that it
     * would have.
     */
    public Place ofMissing(String object, String name) {
        Place around = ofValue(object);
        return new Place(around.source(), Pointers.child(around.pointer(), name), around.line(), around.column());
    }

    /** The place of a key, or of the nearest value around it. */
    public Place ofKey(String pointer) {
        Place place = keys.get(pointer);
        return place != null ? place : ofValue(pointer);
    }

    /** Replaces what is known at and below a pointer by the places of a subtree of another tree. */
    public void graft(String pointer, Places other, String subtree) {
        values.keySet().removeIf(known -> Pointers.within(known, pointer));
        keys.keySet().removeIf(known -> known.startsWith(pointer + "/"));
        values.put(pointer, other.ofValue(subtree));
        copyBelow(other.values, subtree, values, pointer);
        copyBelow(other.keys, subtree, keys, pointer);
    }

    private static void copyBelow(Map<String, Place> from, String subtree, Map<String, Place> to, String pointer) {
        String prefix = subtree + "/";
        // Collected first, since a tree may be grafted onto itself.
        Map<String, Place> found = new HashMap<>();
        from.forEach((known, place) -> {
            if (known.startsWith(prefix)) {
                found.put(pointer + known.substring(subtree.length()), place);
            }
        });
        to.putAll(found);
    }
}
