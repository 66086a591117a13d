package org.evotrial.model.json;

import java.util.ArrayList;
import java.util.List;

/** JSON Pointers (RFC 6901) as strings; the empty string is the whole file. */
public final class Pointers {
    private Pointers() {}

    /** The pointer of a property. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an element. */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** The pointer of what contains this one. */
    public static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** True if the pointer is {@code ancestor} or lies below it. */
    public static boolean within(String pointer, String ancestor) {
        return pointer.equals(ancestor) || pointer.startsWith(ancestor + "/");
    }

    /**
     * The unescaped names along the pointer.
     *
     * @throws IllegalArgumentException if the pointer is neither empty nor begins with a slash
     */
    public static List<String> names(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("The pointer (%s) must begin with a slash.".formatted(pointer));
        }
        List<String> names = new ArrayList<>();
        for (int start = 1; start <= pointer.length(); ) {
            int slash = pointer.indexOf('/', start);
            int end = slash < 0 ? pointer.length() : slash;
            names.add(pointer.substring(start, end).replace("~1", "/").replace("~0", "~"));
            start = end + 1;
        }
        return names;
    }
}
