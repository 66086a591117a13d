package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evotrial.statistics.ReferenceFile.integer;
import static org.evotrial.statistics.ReferenceFile.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.ReferenceFile;
import org.junit.jupiter.api.Test;

/** Against rpact 4.5.0: rpact_gs_efficacy_bounds.csv, rpact_gs_crossing_probabilities.csv and two more. */
class RpactBoundariesTest {
    // rpact's root search stops at about 1e-8 of alpha: the largest difference seen is 1.3e-7, the median 2e-9.
    private static final Offset<Double> BOUND = Offset.offset(5e-7);

    @Test
    void agreesWithEveryEfficacyBoundaryOfRpact() {
        int compared = 0;
        for (List<NamedCsvRecord> looks : designs(ReferenceFile.rows("rpact_gs_efficacy_bounds.csv"))) {
            NamedCsvRecord first = looks.get(0);
            GroupSequentialDesign design = design(
                    first.getField("type"),
                    first.getField("parameter"),
                    integer(first, "sided"),
                    number(first, "alpha"),
                    fractions(looks));
            for (NamedCsvRecord row : looks) {
                int look = integer(row, "look");
                assertThat(design.criticalValue(look))
                        .as("critical value of %s", row)
                        .isCloseTo(number(row, "criticalValue"), BOUND);
                assertThat(design.stageLevel(look))
                        .as("stage level of %s", row)
                        .isCloseTo(number(row, "stageLevel"), Offset.offset(2e-7));
                assertThat(design.alphaSpent(look))
                        .as("alpha spent of %s", row)
                        .isCloseTo(number(row, "cumulativeAlphaSpent"), Offset.offset(2e-8));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(648);
    }

    @Test
    void agreesWithTheCrossingProbabilitiesOfRpactUnderDrift() {
        for (List<NamedCsvRecord> looks : designs(ReferenceFile.rows("rpact_gs_crossing_probabilities.csv"))) {
            NamedCsvRecord first = looks.get(0);
            int k = looks.size();
            GroupSequentialDesign design = design("asOF", "", 1, 0.025, equal(k));
            double futility = number(first, "futilityBound");
            if (!Double.isNaN(futility)) {
                double[] bounds = new double[k - 1];
                Arrays.fill(bounds, futility);
                design = design.withNonBindingFutility(bounds);
            }
            CrossingProbabilities crossing = design.crossingProbabilities(number(first, "theta"));
            for (NamedCsvRecord row : looks) {
                int look = integer(row, "look");
                assertThat(crossing.rejection(look))
                        .as("%s", row)
                        .isCloseTo(number(row, "rejectPerStage"), Offset.offset(2e-7));
                double stop = number(row, "futilityPerStage");
                if (!Double.isNaN(stop)) {
                    // Without a bound the package stops at z = -6, a chance of 1e-9.
                    assertThat(crossing.futility(look)).as("%s", row).isCloseTo(stop, Offset.offset(2e-8));
                }
            }
            assertThat(crossing.overallRejection()).isCloseTo(number(first, "overallReject"), Offset.offset(2e-7));
            assertThat(crossing.expectedInformation())
                    .isCloseTo(number(first, "averageSampleNumber"), Offset.offset(2e-7));
        }
    }

    @Test
    void agreesWithTheShiftAndTheInflationFactorOfRpact() {
        for (NamedCsvRecord row : ReferenceFile.rows("rpact_gs_characteristics.csv")) {
            int k = integer(row, "k");
            double[] fractions = "equal".equals(row.getField("informationRates")) ? equal(k) : early(k);
            GroupSequentialDesign design = design(
                    row.getField("type"),
                    row.getField("parameter"),
                    integer(row, "sided"),
                    number(row, "alpha"),
                    fractions);
            double power = 1 - number(row, "beta");
            double drift = design.driftForPower(power);
            assertThat(drift * drift).as("shift of %s", row).isCloseTo(number(row, "shift"), Offset.offset(5e-5));
            double factor = design.inflationFactor(power);
            assertThat(factor)
                    .as("inflation of %s", row)
                    .isCloseTo(number(row, "inflationFactor"), Offset.offset(5e-6));
            assertThat(factor * design.crossingProbabilities(drift).expectedInformation())
                    .as("%s", row)
                    .isCloseTo(number(row, "averageSampleNumber1"), Offset.offset(5e-6));
            assertThat(factor * design.crossingProbabilities(0).expectedInformation())
                    .as("%s", row)
                    .isCloseTo(number(row, "averageSampleNumber0"), Offset.offset(5e-6));
        }
    }

    static GroupSequentialDesign design(String type, String parameter, int sided, double alpha, double[] fractions) {
        Sidedness sidedness = sided == 1 ? Sidedness.ONE_SIDED : Sidedness.TWO_SIDED_SYMMETRIC;
        double value = parameter.isEmpty() ? 0 : Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1));
        return switch (type) {
            case "asOF" ->
                GroupSequentialDesign.spending(
                        new SpendingFunction.LanDeMetsOBrienFleming(), alpha, sidedness, fractions);
            case "asP" ->
                GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsPocock(), alpha, sidedness, fractions);
            case "asKD" ->
                GroupSequentialDesign.spending(new SpendingFunction.KimDeMets(value), alpha, sidedness, fractions);
            case "asHSD" ->
                GroupSequentialDesign.spending(
                        new SpendingFunction.HwangShihDeCani(value), alpha, sidedness, fractions);
            case "OF" -> GroupSequentialDesign.shaped(BoundaryShape.obrienFleming(), alpha, sidedness, fractions);
            case "P" -> GroupSequentialDesign.shaped(BoundaryShape.pocock(), alpha, sidedness, fractions);
            case "WT" ->
                GroupSequentialDesign.shaped(new BoundaryShape.WangTsiatis(value), alpha, sidedness, fractions);
            case "HP" ->
                GroupSequentialDesign.shaped(new BoundaryShape.HaybittlePeto(value), alpha, sidedness, fractions);
            default -> throw new AssertionError("The type (" + type + ") is not known to this test.");
        };
    }

    static double[] equal(int k) {
        double[] fractions = new double[k];
        for (int i = 0; i < k; i++) {
            fractions[i] = (i + 1.0) / k;
        }
        return fractions;
    }

    private static double[] early(int k) {
        double[] fractions = new double[k];
        for (int i = 0; i < k; i++) {
            fractions[i] = Math.round((0.3 + 0.7 * i / (k - 1)) * 1e6) / 1e6;
        }
        return fractions;
    }

    private static double[] fractions(List<NamedCsvRecord> looks) {
        double[] fractions = new double[looks.size()];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = number(looks.get(i), "informationRate");
        }
        return fractions;
    }

    /** Cuts the rows where a new design begins, at look 1. */
    private static List<List<NamedCsvRecord>> designs(List<NamedCsvRecord> rows) {
        List<List<NamedCsvRecord>> designs = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            if (integer(row, "look") == 1) {
                designs.add(new ArrayList<>());
            }
            designs.get(designs.size() - 1).add(row);
        }
        return designs;
    }
}
