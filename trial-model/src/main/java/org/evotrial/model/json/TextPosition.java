package org.evotrial.model.json;

/**
 * A position in a text.
 *
 * @param line line, from 1
 * @param column column in characters, from 1
 */
record TextPosition(int line, int column) {
    /** The position behind the last character. */
    static TextPosition atEndOf(CharSequence text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new TextPosition(line, text.length() - start + 1);
    }

    Place place(Source source) {
        return new Place(source, "", line, column);
    }
}
