package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evotrial.engine.text.Numbers;
import org.evotrial.engine.text.TextTable;
import org.evotrial.model.calibration.CalibrationResult;
import org.evotrial.model.calibration.CalibrationResult.Parameter;
import org.evotrial.model.calibration.CalibrationResult.Target;
import org.jspecify.annotations.Nullable;

/** A calibration as tables, aligned for a terminal or as Markdown. */
public final class CalibrationText {
    private static final int DIGITS = 4;

    private final CalibrationResult result;
    private final boolean markdown;

    private CalibrationText(CalibrationResult result, boolean markdown) {
        this.result = result;
        this.markdown = markdown;
    }

    /** For a terminal. */
    public static String plain(CalibrationResult result) {
        return new CalibrationText(result, false).text();
    }

    /** As a Markdown page. */
    public static String markdown(CalibrationResult result) {
        return new CalibrationText(result, true).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        head(text);
        section("Fitted targets", targets(false), text);
        if (result.targets().stream().anyMatch(Target::heldBack)) {
            section("Held back: compared, not fitted", targets(true), text);
        }
        section("Parameters", parameters(), text);
        if (result.parameters().size() > 1) {
            section("Correlation of the estimates (linearised)", correlation(), text);
        }
        if (result.starts().size() > 1) {
            section("Starts", starts(), text);
        }
        if (!result.warnings().isEmpty()) {
            heading("Mind", text);
            result.warnings()
                    .forEach(w -> text.append(markdown ? "- " : "  ").append(w).append('\n'));
        }
        if (markdown) {
            sources(text);
        }
        return text.toString().replace("\r\n", "\n");
    }

    private void head(StringBuilder text) {
        text.append(markdown ? "# " : "").append(result.title()).append("\n\n");
        text.append(
                "%s virtual patients per arm in the fit, %s others in the check; seed %d; %s simulations of the cohort.%n"
                        .formatted(
                                Numbers.count(result.patients()),
                                Numbers.count(result.verificationPatients()),
                                result.seed(),
                                Numbers.count(result.evaluations())));
        text.append("Sum of squared standardised residuals: %s at the start, %s fitted, %s on fresh patients.%n"
                .formatted(
                        number(result.objectiveAtStart()),
                        number(result.objective()),
                        number(result.objectiveVerified())));
    }

    private void heading(String title, StringBuilder text) {
        text.append('\n').append(markdown ? "## " : "").append(title).append(markdown ? "\n\n" : "\n");
    }

    private void section(String title, List<List<String>> rows, StringBuilder text) {
        heading(title, text);
        if (!markdown) {
            TextTable table = new TextTable(rows.get(0).toArray(String[]::new));
            rows.stream().skip(1).forEach(row -> table.row(row.toArray(String[]::new)));
            text.append(table);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(0).size())).append("|\n");
            }
        }
    }

    private List<List<String>> targets(boolean heldBack) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("arm", "target", "published", "start", "fitted", "MCSE", "fresh patients", "MCSE", "residual"));
        for (Target target : result.targets()) {
            if (target.heldBack() == heldBack) {
                rows.add(List.of(
                        target.arm(),
                        target.label(),
                        published(target),
                        figure(target.atStart()),
                        figure(target.fitted()),
                        Numbers.significant(target.fittedError(), 2),
                        figure(target.verified()),
                        Numbers.significant(target.verifiedError(), 2),
                        decimals(target.residual())));
            }
        }
        return rows;
    }

    private static String published(Target target) {
        List<Double> interval = target.interval();
        return interval == null
                ? "%s (SE %s)".formatted(number(target.published()), number(target.standardError()))
                : "%s (%s to %s)"
                        .formatted(number(target.published()), number(interval.get(0)), number(interval.get(1)));
    }

    private List<List<String>> parameters() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("parameter", "start", "range", "estimate", "95 % profile", "good starts", "identified"));
        for (Parameter p : result.parameters()) {
            rows.add(List.of(
                    label(p.pointer()),
                    number(p.start()),
                    "%s to %s".formatted(number(p.from()), number(p.to())),
                    number(p.estimate()),
                    "%s to %s".formatted(end(p.profileLower()), end(p.profileUpper())),
                    "%s to %s".formatted(number(p.lowestOfStarts()), number(p.highestOfStarts())),
                    p.identifiability().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            for (Map.Entry<String, Double> tied : p.tied().entrySet()) {
                rows.add(List.of(
                        label(tied.getKey()),
                        "",
                        "",
                        number(p.estimate() * tied.getValue()),
                        "",
                        "",
                        "%s times the above".formatted(number(tied.getValue()))));
            }
        }
        return rows;
    }

    private static String end(@Nullable Double value) {
        return value == null ? "?" : Numbers.significant(value, 3);
    }

    private List<List<String>> correlation() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("", "parameter"));
        for (int i = 0; i < result.parameters().size(); i++) {
            header.add(String.valueOf(i + 1));
        }
        rows.add(header);
        for (int i = 0; i < result.parameters().size(); i++) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(i + 1), label(result.parameters().get(i).pointer())));
            result.correlation().get(i).forEach(r -> row.add(decimals(r)));
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> starts() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("", "sum of squares", "simulations"));
        result.parameters().forEach(p -> header.add(label(p.pointer())));
        rows.add(header);
        for (int i = 0; i < result.starts().size(); i++) {
            CalibrationResult.Start start = result.starts().get(i);
            List<String> row = new ArrayList<>(
                    List.of(String.valueOf(i + 1), number(start.objective()), String.valueOf(start.evaluations())));
            for (int p = 0; p < start.to().size(); p++) {
                row.add("%s from %s"
                        .formatted(
                                number(start.to().get(p)), number(start.from().get(p))));
            }
            rows.add(row);
        }
        return rows;
    }

    private void sources(StringBuilder text) {
        heading("Sources of the targets", text);
        for (Target target : result.targets()) {
            text.append("- %s, %s%s: %s%n"
                    .formatted(
                            target.arm(),
                            target.label(),
                            target.heldBack() ? " (held back)" : "",
                            target.remarks().isEmpty() ? "no source given" : String.join(" ", target.remarks())));
        }
        text.append("""

                A residual is (simulated on fresh patients - published) over the larger of the published and the Monte Carlo
                standard error. A 95 % profile interval ends where the sum of squares rises by 3.84 while the other parameters are
                fitted again, roughly; a question mark says that it does not rise that far within the range.
                """);
    }

    private static String label(String pointer) {
        return pointer.startsWith("/disease/") ? pointer.substring("/disease".length()) : pointer;
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "none" : number(value);
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
