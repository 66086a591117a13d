package org.evotrial.statistics.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.adaptive.ClosedCombinationTest;
import org.evotrial.statistics.adaptive.InverseNormalDesign;
import org.evotrial.statistics.adaptive.MultiArmRates;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/**
 * rpact's {@code getAnalysisResults} for rates in several arms; design and data are those that the comment line with the call
 * names.
 */
final class RpactAnalysisMultiarmRatesCheck implements ReferenceCheck {
    // rpact seeks repeated p-values and limits with a tolerance of 1e-6; the limits' slope brings that to 2e-6.
    private static final Tolerance SEARCHED = Tolerance.absolute(5e-6);
    private static final Tolerance PROBABILITY = Tolerance.absolute(5e-7);
    private static final Pattern FIRST_ARM =
            Pattern.compile("events1\\s*=\\s*c\\(([\\d, ]+)\\)\\s*,\\s*n1\\s*=\\s*c\\(([\\d, ]+)\\)");
    private static final Pattern ARM = Pattern.compile("(control )?arm(\\d+) ([\\d, ]+)/([\\d, ]+)");

    @Override
    public String file() {
        return "rpact_analysis_multiarm_rates.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "intersectionTest",
                "arm",
                "stage",
                "repeatedPValue",
                "repeatedCILower",
                "repeatedCIUpper",
                "conditionalRejectionProbability");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        String header = HeaderText.of(table);
        for (List<ReferenceRow> rows : table.groups("intersectionTest")) {
            findings.together(rows, () -> {
                String test = rows.get(0).text("intersectionTest");
                MultiArmRates analysis = new MultiArmRates(design(header), kind(test), data(header));
                ClosedCombinationTest closed = analysis.closedTest();
                findings.each(rows, row -> compare(row, analysis, closed, findings));
            });
        }
    }

    private static void compare(
            ReferenceRow row, MultiArmRates analysis, ClosedCombinationTest closed, Findings findings) {
        int arm = row.integer("arm") - 1;
        int stage = row.integer("stage");
        ConfidenceInterval interval = analysis.repeatedInterval(arm, stage);
        if (interval == null) {
            List.of("repeatedPValue", "repeatedCILower", "repeatedCIUpper", "conditionalRejectionProbability")
                    .forEach(column -> findings.compareNone(row, column));
            return;
        }
        findings.compare(row, "repeatedPValue", closed.repeatedPValue(arm, stage), SEARCHED);
        findings.compare(row, "repeatedCILower", interval.lower(), SEARCHED);
        findings.compare(row, "repeatedCIUpper", interval.upper(), SEARCHED);
        if (stage < analysis.design().stages()) {
            findings.compare(
                    row,
                    "conditionalRejectionProbability",
                    closed.conditionalRejectionProbability(arm, stage),
                    PROBABILITY);
        } else {
            findings.compareNone(row, "conditionalRejectionProbability");
        }
    }

    private static MultiArmRates.Kind kind(String test) {
        return switch (test) {
            case "Dunnett" -> MultiArmRates.Kind.DUNNETT;
            case "Bonferroni" -> MultiArmRates.Kind.BONFERRONI;
            case "Simes" -> MultiArmRates.Kind.SIMES;
            case "Sidak" -> MultiArmRates.Kind.SIDAK;
            default ->
                throw new IllegalArgumentException(String.format(
                        "The intersectionTest (%s) must be one of Dunnett, Bonferroni, Simes, Sidak.", test));
        };
    }

    private static InverseNormalDesign design(String header) {
        String type = HeaderText.word(header, "typeOfDesign", "asOF");
        SpendingFunction spending = switch (type) {
            case "asOF" -> new SpendingFunction.LanDeMetsOBrienFleming();
            case "asP" -> new SpendingFunction.LanDeMetsPocock();
            default ->
                throw new IllegalArgumentException(
                        String.format("The typeOfDesign (%s) of the header must be asOF or asP.", type));
        };
        int stages = (int) HeaderText.number(header, "kMax", 3);
        return InverseNormalDesign.spending(
                spending, HeaderText.number(header, "alpha", 0.025), equalFractions(stages));
    }

    /** Information fractions of stages of equal size. */
    static double[] equalFractions(int stages) {
        double[] fractions = new double[stages];
        for (int k = 0; k < stages; k++) {
            fractions[k] = (k + 1.0) / stages;
        }
        return fractions;
    }

    private static List<MultiArmRates.Stage> data(String header) {
        Map<Integer, int[][]> arms = new TreeMap<>();
        int control = 0;
        Matcher first = FIRST_ARM.matcher(header);
        if (first.find()) {
            arms.put(1, new int[][] {HeaderText.integers(first.group(1)), HeaderText.integers(first.group(2))});
        }
        Matcher others = ARM.matcher(header);
        while (others.find()) {
            int arm = Integer.parseInt(others.group(2));
            arms.put(arm, new int[][] {HeaderText.integers(others.group(3)), HeaderText.integers(others.group(4))});
            control = others.group(1) == null ? control : arm;
        }
        if (control != arms.size() || control < 2) {
            throw new IllegalArgumentException(String.format(
                    "The header must name the data of arms 1 to the control, which is the last; it names %s.",
                    arms.keySet()));
        }
        return stages(new ArrayList<>(arms.values()));
    }

    private static List<MultiArmRates.Stage> stages(List<int[][]> arms) {
        int done = arms.get(arms.size() - 1)[1].length;
        List<MultiArmRates.Stage> stages = new ArrayList<>();
        for (int k = 0; k < done; k++) {
            int stage = k;
            stages.add(new MultiArmRates.Stage(
                    arms.stream().map(arm -> at(arm[0], stage)).toList(),
                    arms.stream().map(arm -> at(arm[1], stage)).toList()));
        }
        return stages;
    }

    private static int at(int[] counts, int stage) {
        return Arrays.stream(counts).skip(stage).findFirst().orElse(0);
    }
}
