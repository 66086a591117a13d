package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How patients pass through the design: recruitment, randomisation, the arms with their policies, the looks.
 *
 * @param title accessible name
 * @param start texts of the box on the left, one per line
 * @param arms the arms from top to bottom
 * @param looks the looks from left to right
 */
public record FlowChart(String title, List<String> start, List<Arm> arms, List<Look> looks) implements Chart {
    private static final double WIDTH = 760;
    private static final double START_WIDTH = 150;
    private static final double ARM_LEFT = 232;
    private static final double LINE = 17;
    private static final int CHARACTERS = 76;

    /** An arm: heading, its role and share, and its policy in words. */
    public record Arm(String heading, String role, String policy) {}

    /** A look: its name and what triggers it. */
    public record Look(String name, String trigger) {}

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(String.join(", ", start)).append(". ");
        arms.forEach(arm ->
                text.append(arm.heading()).append(": ").append(arm.policy()).append(". "));
        looks.forEach(look ->
                text.append(look.name()).append(": ").append(look.trigger()).append(". "));
        return text.toString().strip();
    }

    @Override
    public String svg() {
        double armsHeight = 0;
        for (Arm arm : arms) {
            armsHeight += height(arm) + 12;
        }
        double startHeight = 22 + LINE * start.size();
        double body = Math.max(armsHeight - 12, startHeight);
        double looksHeight = looks.isEmpty() ? 0 : 44 + LINE * tallestLook();
        Svg svg = Svg.picture(this, WIDTH, body + looksHeight + 6);
        double middle = 2 + body / 2;
        drawStart(svg, middle - startHeight / 2, startHeight);
        svg.line(START_WIDTH + 2, middle, START_WIDTH + 40, middle, "flow");
        double y = 2 + (body - armsHeight + 12) / 2;
        for (int i = 0; i < arms.size(); i++) {
            double height = height(arms.get(i));
            drawArm(svg, arms.get(i), Palette.series(i), y, height, middle);
            y += height + 12;
        }
        if (!looks.isEmpty()) {
            drawLooks(svg, body + 34);
        }
        return svg.finish();
    }

    private void drawStart(Svg svg, double y, double height) {
        svg.rectangle(2, y, START_WIDTH, height, "box");
        for (int i = 0; i < start.size(); i++) {
            String style = i == 0 ? "key strong" : "key";
            double baseline = y + 24 + LINE * i;
            svg.text(2 + START_WIDTH / 2, baseline, "middle", style, Svg.shortened(start.get(i), 22));
        }
    }

    private static void drawArm(Svg svg, Arm arm, String colour, double y, double height, double from) {
        double middle = y + height / 2;
        double bend = START_WIDTH + 40;
        svg.path(
                "M" + Svg.number(bend) + " " + Svg.number(from) + "V" + Svg.number(middle) + "H"
                        + Svg.number(ARM_LEFT - 6),
                "flow");
        svg.path("M" + Svg.number(ARM_LEFT - 8) + " " + Svg.number(middle - 4) + "l7 4l-7 4Z", "flow-head");
        svg.rectangle(ARM_LEFT, y, WIDTH - ARM_LEFT - 2, height, "box");
        svg.open("g", "class", colour);
        svg.rectangle(ARM_LEFT, y, 5, height, "mark").close();
        double x = ARM_LEFT + 18;
        String role = arm.role();
        svg.text(x, y + 23, "start", "key strong", Svg.shortened(arm.heading(), 48));
        svg.text(WIDTH - 14, y + 23, "end", "tick", role);
        List<String> lines = wrapped(arm.policy(), CHARACTERS);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x, y + 43 + LINE * i, "start", "key", lines.get(i));
        }
    }

    private void drawLooks(Svg svg, double y) {
        double left = 12;
        double span = (WIDTH - 24) / looks.size();
        svg.line(left, y, WIDTH - 12, y, "flow");
        svg.path("M" + Svg.number(WIDTH - 14) + " " + Svg.number(y - 4) + "l9 4l-9 4Z", "flow-head");
        for (int i = 0; i < looks.size(); i++) {
            double x = left + span * i + span / 2;
            svg.dot(x, y, 5, "node", looks.get(i).name());
            svg.text(
                    x,
                    y - 12,
                    "middle",
                    "key strong",
                    Svg.shortened(looks.get(i).name(), 24));
            List<String> lines = wrapped(looks.get(i).trigger(), lookCharacters());
            for (int line = 0; line < lines.size(); line++) {
                svg.text(x, y + 21 + LINE * line, "middle", "tick", lines.get(line));
            }
        }
    }

    private int tallestLook() {
        return looks.stream()
                .mapToInt(look -> wrapped(look.trigger(), lookCharacters()).size())
                .max()
                .orElse(0);
    }

    private int lookCharacters() {
        return Math.max(12, (int) ((WIDTH - 40) / looks.size() / 6.6));
    }

    private static double height(Arm arm) {
        return 38 + LINE * wrapped(arm.policy(), CHARACTERS).size();
    }

    /** A text in lines of at most so many characters; a longer word stands alone. */
    static List<String> wrapped(String text, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
