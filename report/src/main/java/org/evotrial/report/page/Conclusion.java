package org.evotrial.report.page;

/**
 * Something that follows from the numbers, in plain sentences.
 *
 * @param status {@code pass}, {@code fail}, {@code inconclusive}, or {@code none} for what is neither promised nor compared
 * @param mark the status in a word
 * @param text the sentences
 */
public record Conclusion(String status, String mark, String text) {
    static Conclusion holds(String text) {
        return new Conclusion("pass", "holds", text);
    }

    static Conclusion fails(String text) {
        return new Conclusion("fail", "fails", text);
    }

    static Conclusion undecided(String text) {
        return new Conclusion("inconclusive", "undecided", text);
    }

    /** What was measured and, if it was compared, told apart. */
    static Conclusion found(String text) {
        return new Conclusion("none", "found", text);
    }
}
