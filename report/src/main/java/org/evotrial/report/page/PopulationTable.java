package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PublishedTarget;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/** The estimates of a population with their Monte Carlo errors and, where there are some, the published figures. */
final class PopulationTable {
    private final PopulationResult result;

    PopulationTable(PopulationResult result) {
        this.result = result;
    }

    List<Tile> tiles() {
        return List.of(
                tile("Objective response", find("objectiveResponseRate", null), ""),
                tile("Disease control", find("diseaseControlRate", null), ""),
                tile("Median PFS", find("medianMonths", "pfs"), " months"),
                tile("Median OS", find("medianMonths", "os"), " months"));
    }

    private @Nullable Estimate find(String metric, @Nullable String endpoint) {
        for (Estimate estimate : result.estimates()) {
            if (estimate.metric().equals(metric) && Objects.equals(estimate.endpoint(), endpoint)) {
                return estimate;
            }
        }
        return null;
    }

    private static Tile tile(String label, @Nullable Estimate estimate, String unit) {
        if (estimate == null) {
            return new Tile(label, Rounding.MISSING, "not estimated");
        }
        Figure figure = figure(estimate);
        return figure.isMeasured()
                ? new Tile(label, figure.value() + unit, "± " + figure.error() + " (MCSE); " + figure.interval())
                : new Tile(label, "not reached", "within the follow-up");
    }

    Table table() {
        Map<String, List<Table.Row>> groups = new LinkedHashMap<>();
        boolean targets = !result.targets().isEmpty();
        for (Estimate estimate : result.estimates()) {
            groups.computeIfAbsent(group(estimate), key -> new ArrayList<>()).add(row(estimate, targets));
        }
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.number("Estimate"),
                Table.Column.number("MCSE"),
                Table.Column.number("Interval"),
                Table.Column.number("Patients")));
        if (targets) {
            columns.add(new Table.Column("Published", "95 % interval", true));
        }
        List<Table.Group> all = new ArrayList<>();
        groups.forEach((title, rows) -> all.add(new Table.Group(title, "topic", rows)));
        String caption = "All figures with their Monte Carlo standard errors and %s %% intervals"
                .formatted(Rounding.plain(100 * result.confidence(), 6));
        return new Table(caption, "Figure", columns, all);
    }

    private Table.Row row(Estimate estimate, boolean targets) {
        Figure figure = figure(estimate);
        boolean reached = figure.isMeasured();
        List<Table.Cell> cells = new ArrayList<>(List.of(
                Table.Cell.number(reached ? figure.value() : estimate.n() > 0 ? "not reached" : Rounding.MISSING),
                Table.Cell.number(reached ? figure.error() : ""),
                Table.Cell.number(reached ? figure.interval() : ""),
                Table.Cell.number(Rounding.count(estimate.n()))));
        if (targets) {
            cells.add(published(estimate));
        }
        return new Table.Row(heading(estimate), "", cells);
    }

    private Table.Cell published(Estimate estimate) {
        for (PublishedTarget target : result.targets()) {
            boolean sameTime = Double.isNaN(target.months())
                    || (Rounding.plain(target.months(), 4) + " months").equals(estimate.detail());
            boolean sameDetail =
                    Double.isNaN(target.months()) ? Objects.equals(target.detail(), estimate.detail()) : sameTime;
            if (target.metric().equals(estimate.metric())
                    && Objects.equals(target.endpoint(), estimate.endpoint())
                    && sameDetail) {
                double scale = isPercent(estimate) ? 100 : 1;
                String sign = isPercent(estimate) ? " %" : "";
                String interval =
                        Rounding.plain(target.lower() * scale) + " to " + Rounding.plain(target.upper() * scale) + sign;
                return new Table.Cell(
                        Rounding.plain(target.value() * scale) + sign, interval, "", target.source(), "number");
            }
        }
        return Table.Cell.number("");
    }

    private static boolean isPercent(Estimate estimate) {
        return estimate.isProbability()
                || estimate.unit().equals("share")
                || estimate.unit().equals("VAF");
    }

    private static Figure figure(Estimate e) {
        return e.n() == 0 || Double.isNaN(e.value())
                ? Figure.MISSING
                : Figure.of(e.value(), e.mcse(), e.lower(), e.upper(), isPercent(e), e.n());
    }

    private static String group(Estimate estimate) {
        if (estimate.endpoint() != null) {
            return switch (estimate.endpoint()) {
                case "pfs" -> "Progression-free survival";
                case "os" -> "Overall survival";
                default -> estimate.endpoint();
            };
        }
        return switch (estimate.metric()) {
            case "objectiveResponseRate", "diseaseControlRate", "bestResponseShare", "bestChange" ->
                "Response on the first line";
            case "reachedLineShare", "monthsOnLine" -> "Lines of treatment";
            case "mechanismAtFirstProgressionShare" -> "Leading mechanism at the first progression";
            default -> "Assays";
        };
    }

    private static String heading(Estimate e) {
        String detail = e.detail() == null ? "" : e.detail();
        return switch (e.metric()) {
            case "objectiveResponseRate" -> "Objective response (CR or PR)";
            case "diseaseControlRate" -> "Disease control (CR, PR or SD)";
            case "bestResponseShare" -> "Best response " + category(detail);
            case "bestChange" -> "Best change of the sum of diameters, median";
            case "medianMonths" -> "Median, months";
            case "eventFreeProbability" -> "Event-free at " + detail;
            case "reachedLineShare" -> "Reached " + detail;
            case "monthsOnLine" -> "Months on %s until switch, death or end of follow-up, median".formatted(detail);
            case "mechanismAtFirstProgressionShare" -> detail;
            case "detectedAtBaselineShare" -> detail + ": detected at baseline";
            case "baselineVaf" -> detail + ": fraction at baseline where detected, median";
            case "detectedBeforeProgressionShare" -> detail + ": detected by the first progression";
            case "leadTimeMonths" ->
                detail + ": lead over progression where it came later than baseline, median months";
            default -> Wording.words(e.metric()).toLowerCase(Locale.ROOT) + (detail.isEmpty() ? "" : ", " + detail);
        };
    }

    private static String category(String code) {
        return switch (code) {
            case "CR" -> "complete";
            case "PR" -> "partial";
            case "SD" -> "stable disease";
            case "PD" -> "progressive disease";
            default -> "not evaluable";
        };
    }
}
