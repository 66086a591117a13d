package org.evotrial.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG. Every attribute and every text is escaped here and nowhere else. */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens a picture of the given size with its accessible name and description. */
    static Svg picture(Chart chart, double width, double height) {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "width",
                number(width),
                "height",
                number(height),
                "role",
                "img",
                "aria-label",
                chart.title(),
                "style",
                "--w:" + number(width) + "px");
        svg.open("title").content(chart.title()).close();
        svg.open("desc").content(chart.description()).close();
        return svg;
    }

    /** Opens an element with attributes given as name, value, name, value. */
    Svg open(String element, String... attributes) {
        start(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /** An element without content. */
    Svg element(String element, String... attributes) {
        start(element, attributes).append("/>");
        return this;
    }

    /** Closes the innermost open element. */
    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Escaped text inside the open element. */
    Svg content(String text) {
        escape(text);
        return this;
    }

    /** A line of text; the class decides size and colour, the anchor is start, middle or end. */
    Svg text(double x, double y, String anchor, String style, String text) {
        open("text", "x", number(x), "y", number(y), "text-anchor", anchor, "class", style);
        return content(text).close();
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        return element("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", style);
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        return element("rect", box(x, y, width, height, style));
    }

    /** A rectangle with a tooltip. */
    Svg rectangle(double x, double y, double width, double height, String style, String tooltip) {
        return open("rect", box(x, y, width, height, style)).tooltip(tooltip).close();
    }

    /** A dot with a tooltip. */
    Svg dot(double x, double y, double radius, String style, String tooltip) {
        open("circle", "cx", number(x), "cy", number(y), "r", number(radius), "class", style);
        return tooltip(tooltip).close();
    }

    Svg path(String data, String style) {
        return data.isEmpty() ? this : element("path", "d", data, "class", style);
    }

    /** A tooltip of the open element. */
    Svg tooltip(String text) {
        return open("title").content(text).close();
    }

    /** The finished text; every element must have been closed but the picture itself. */
    String finish() {
        close();
        if (!open.isEmpty()) {
            throw new IllegalStateException("The element %s is still open.".formatted(open.peek()));
        }
        return out.toString();
    }

    /** A coordinate with at most one decimal place. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("A coordinate must be finite but was %s.".formatted(value));
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** A generous guess at the width of a text at the size of tick labels. */
    static double widthOf(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean narrow = c == ' ' || c == 'i' || c == 'l' || c == '.' || c == ',' || c == ':' || c == '·';
            width += narrow ? 3.9 : Character.isUpperCase(c) || c == '+' || c == 'm' || c == 'w' ? 9 : 7.2;
        }
        return width;
    }

    /** A text cut to a number of characters, with an ellipsis. */
    static String shortened(String text, int characters) {
        return text.length() <= characters
                ? text
                : text.substring(0, characters - 1).strip() + "…";
    }

    private static String[] box(double x, double y, double width, double height, String style) {
        return new String[] {
            "x", number(x), "y", number(y), "width", number(width), "height", number(height), "class", style
        };
    }

    private StringBuilder start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '�' : c);
            }
        }
    }
}
