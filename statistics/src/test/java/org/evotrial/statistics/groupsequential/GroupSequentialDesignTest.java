package org.evotrial.statistics.groupsequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evotrial.statistics.ReferenceFile.integer;
import static org.evotrial.statistics.ReferenceFile.number;
import static org.evotrial.statistics.groupsequential.Sidedness.ONE_SIDED;
import static org.evotrial.statistics.groupsequential.Sidedness.TWO_SIDED_SYMMETRIC;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.ReferenceFile;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class GroupSequentialDesignTest {
    private static final SpendingFunction OBRIEN_FLEMING = new SpendingFunction.LanDeMetsOBrienFleming();

    @Test
    void givesTheCriticalValuesOfTheClassicalExample() {
        // rpact 4.5, information rates 0.5, 0.75, 1 (looks at 125, 188 = ceil(187.5) and 250 of 250 events).
        GroupSequentialDesign design = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.5, 0.75, 1);
        assertThat(design.criticalValues())
                .containsExactly(new double[] {2.962588, 2.359018, 2.014084}, Offset.offset(6e-7));
        assertThat(design.alphaSpent(3)).isCloseTo(0.025, Offset.offset(1e-14));
    }

    @Test
    void givesOtherCriticalValuesWhereTheSecondLookCountsAs188Of250() {
        // Nested adaptive quadrature (SciPy 1.17.1, integrate.quad, tolerance 1e-13) at 0.5, 0.752, 1.
        GroupSequentialDesign design =
                GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 125 / 250.0, 188 / 250.0, 1);
        assertThat(design.criticalValues())
                .containsExactly(
                        new double[] {2.962588042728509, 2.3551185515788995, 2.014606500592151}, Offset.offset(2e-9));
    }

    @Test
    void agreesWithGsDesignWithoutFutility() {
        List<NamedCsvRecord> rows = ReferenceFile.rows("gsdesign_bounds.csv").stream()
                .filter(row -> integer(row, "testType") <= 2)
                .toList();
        assertThat(rows).hasSizeGreaterThan(30);
        for (NamedCsvRecord row : rows) {
            int k = integer(row, "k");
            int look = integer(row, "look");
            Sidedness sidedness = integer(row, "testType") == 1 ? ONE_SIDED : TWO_SIDED_SYMMETRIC;
            // gsDesign states the level of one side.
            GroupSequentialDesign design =
                    ofGsDesign(row.getField("spending"), 0.025 * sidedness.sides(), sidedness, k);
            assertThat(design.criticalValue(look)).as("%s", row).isCloseTo(number(row, "upper"), Offset.offset(5e-6));
            double drift = design.driftForPower(0.9);
            assertThat(design.inflationFactor(0.9) * look / k)
                    .as("%s", row)
                    .isCloseTo(number(row, "nI"), Offset.offset(2e-6));
            assertThat(design.crossingProbabilities(0).upperRejection(look))
                    .as("%s", row)
                    .isCloseTo(number(row, "upperProbH0"), Offset.offset(2e-7));
            assertThat(design.crossingProbabilities(drift).upperRejection(look))
                    .as("%s", row)
                    .isCloseTo(number(row, "upperProbH1"), Offset.offset(2e-6));
        }
    }

    @Test
    void agreesWithRpactWithFutilityBoundsOnTheZScale() {
        List<NamedCsvRecord> rows = ReferenceFile.rows("rpact_gs_futility_bounds.csv").stream()
                .filter(row -> "none".equals(row.getField("betaSpending")))
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        for (int first = 0; first < rows.size(); first += integer(rows.get(first), "k")) {
            List<NamedCsvRecord> looks = rows.subList(first, first + integer(rows.get(first), "k"));
            GroupSequentialDesign design = withFutility(looks);
            for (NamedCsvRecord row : looks) {
                assertThat(design.criticalValue(integer(row, "look")))
                        .as("%s", row)
                        .isCloseTo(number(row, "criticalValue"), Offset.offset(5e-6));
            }
            assertThat(design.inflationFactor(0.9))
                    .as("%s", looks.get(0))
                    .isCloseTo(number(looks.get(0), "inflationFactor"), Offset.offset(5e-6));
        }
    }

    @Test
    void isTheFixedTestWithOneLook() {
        GroupSequentialDesign design = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.05, TWO_SIDED_SYMMETRIC, 1);
        assertThat(design.criticalValue(1)).isCloseTo(StandardNormal.upperQuantile(0.025), Offset.offset(1e-12));
        assertThat(GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.025, ONE_SIDED, 1)
                        .criticalValue(1))
                .isCloseTo(StandardNormal.upperQuantile(0.025), Offset.offset(1e-12));
    }

    @Test
    void spendsTheLevelExactlyWithTwentyLooksAndWithUnequalInformation() {
        double[] twenty = RpactBoundariesTest.equal(20);
        double[] uneven = {0.05, 0.06, 0.061, 0.5, 0.99, 1};
        for (double[] fractions : List.of(twenty, uneven)) {
            GroupSequentialDesign design =
                    GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsPocock(), 0.025, ONE_SIDED, fractions);
            for (int look = 1; look <= fractions.length; look++) {
                assertThat(design.alphaSpent(look))
                        .isCloseTo(
                                new SpendingFunction.LanDeMetsPocock().spent(fractions[look - 1], 0.025),
                                Offset.offset(1e-13));
            }
            CrossingProbabilities null0 = design.crossingProbabilities(0);
            assertThat(null0.overallRejection()).isCloseTo(0.025, Offset.offset(1e-13));
        }
    }

    @Test
    void theProbabilitiesOfAllEndsSumToOneUnderAnyDrift() {
        GroupSequentialDesign design = GroupSequentialDesign.shaped(
                        BoundaryShape.obrienFleming(), 0.025, ONE_SIDED, 0.3, 0.55, 0.8, 1)
                .withNonBindingFutility(-0.5, 0.2, 0.9);
        for (double drift : new double[] {-3, 0, 1, 2.8, 6}) {
            RecursiveIntegration recursion = new RecursiveIntegration(drift);
            double sum = 0;
            for (int look = 1; look <= 4; look++) {
                recursion.moveTo(design.informationFraction(look));
                double c = design.criticalValue(look);
                double floor = look == 4 ? c : design.futilityBound(look);
                sum += recursion.upperTail(c) + recursion.lowerTail(floor);
                recursion.continueBetween(floor, c);
            }
            assertThat(sum).isCloseTo(1, Offset.offset(1e-13));
        }
    }

    @Test
    void spendsNothingAndNeverStopsWhereTheSpendingFunctionIsZero() {
        SpendingFunction late = new SpendingFunction.Tabulated(List.of(0.5, 1.0), List.of(0.0, 1.0));
        GroupSequentialDesign design = GroupSequentialDesign.spending(late, 0.025, ONE_SIDED, 0.5, 1);
        assertThat(design.criticalValue(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(design.criticalValue(2)).isCloseTo(StandardNormal.upperQuantile(0.025), Offset.offset(1e-12));
    }

    @Test
    void characteristicsOfTheFixedTestAreThoseOfTheFixedTest() {
        DesignCharacteristics fixed = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 1)
                .characteristics(0.9);
        double drift = 1.959963984540054 + 1.2815515655446004;
        assertThat(fixed.shift()).isCloseTo(drift * drift, Offset.offset(1e-10));
        assertThat(fixed.inflationFactor()).isCloseTo(1, Offset.offset(1e-11));
        assertThat(fixed.expectedInformationHalfway()).isCloseTo(1, Offset.offset(1e-11));
        assertThat(fixed.maximumInformation(-0.5)).isCloseTo(4 * drift * drift, Offset.offset(1e-9));
    }

    @Test
    void survivesSerialisation() throws IOException, ClassNotFoundException {
        GroupSequentialDesign design = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.5, 1)
                .withNonBindingFutility(0.1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(design);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            GroupSequentialDesign copy = (GroupSequentialDesign) in.readObject();
            assertThat(copy.criticalValues()).isEqualTo(design.criticalValues());
            assertThat(copy.monitor().interimCriticalValue(0.4))
                    .isEqualTo(design.monitor().interimCriticalValue(0.4));
        }
    }

    @Test
    void rejectsWhatIsNoDesignAndNamesIt() {
        assertRejected("alpha (1.0)", "(0, 1)", 1.0, 0.5, 1);
        assertRejected("alpha (NaN)", "(0, 1)", Double.NaN, 0.5, 1);
        assertRejected("information (0.0)", "positive", 0.025, 0, 1);
        assertRejected("information (0.5)", "above the one before it (0.5)", 0.025, 0.5, 0.5, 1);
        assertRejected("last information fraction (0.9)", "must be 1", 0.025, 0.5, 0.9);
        assertRejected("number of looks (0)", "[1, 100]", 0.025);
        assertRejected("number of looks (101)", "[1, 100]", 0.025, RpactBoundariesTest.equal(101));
        assertRejected("alpha (0.0)", "(0, 1)", 0, 0.5, 1);
        assertRejected("information (0.4)", "above the one before it (0.5)", 0.025, 0.5, 0.4, 1);
        assertRejected("information (NaN)", "positive", 0.025, Double.NaN, 1);
        assertRejected("last information fraction (1.2)", "must be 1", 0.025, 0.5, 1.2);
        assertThatThrownBy(() ->
                        GroupSequentialDesign.shaped(new BoundaryShape.HaybittlePeto(1), 0.025, ONE_SIDED, 0.5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep the level 0.025");
        assertThatThrownBy(() -> GroupSequentialDesign.spending((t, a) -> a * (1 - t), 0.025, ONE_SIDED, 0.5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not fall");
        GroupSequentialDesign two = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.05, TWO_SIDED_SYMMETRIC, 0.5, 1);
        assertThatThrownBy(() -> two.withNonBindingFutility(0)).hasMessageContaining("one-sided");
        GroupSequentialDesign one = GroupSequentialDesign.spending(OBRIEN_FLEMING, 0.025, ONE_SIDED, 0.5, 1);
        assertThatThrownBy(() -> one.withNonBindingFutility(0, 1)).hasMessageContaining("(2)");
        assertThatThrownBy(() -> one.withBindingFutility(3)).hasMessageContaining("(3.0)");
        assertThatThrownBy(() -> one.withBindingFutility(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must leave enough trials");
        GroupSequentialDesign pocock = GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.025, ONE_SIDED, 0.5, 1);
        assertThatThrownBy(() -> pocock.withBindingFutility(2.1)).hasMessageContaining("bound (2.1) of look 1");
        assertThatThrownBy(() -> one.withNonBindingFutility(Double.NaN)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> one.driftForPower(0.01)).hasMessageContaining("(0.01)");
        assertThatThrownBy(() -> one.characteristics(1)).hasMessageContaining("power (1.0)");
        assertThatThrownBy(() -> one.characteristics(0.9).maximumInformation(0)).hasMessageContaining("effect (0.0)");
        assertThatThrownBy(() -> one.crossingProbabilities(Double.NaN)).hasMessageContaining("finite");
    }

    private static void assertRejected(String value, String admissible, double alpha, double... fractions) {
        assertThatThrownBy(() -> GroupSequentialDesign.spending(OBRIEN_FLEMING, alpha, ONE_SIDED, fractions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(admissible);
    }

    private static GroupSequentialDesign ofGsDesign(String name, double alpha, Sidedness sidedness, int k) {
        double[] fractions = RpactBoundariesTest.equal(k);
        return switch (name) {
            case "OF" -> GroupSequentialDesign.shaped(BoundaryShape.obrienFleming(), alpha, sidedness, fractions);
            case "Pocock" -> GroupSequentialDesign.shaped(BoundaryShape.pocock(), alpha, sidedness, fractions);
            case "sfLDOF" -> GroupSequentialDesign.spending(OBRIEN_FLEMING, alpha, sidedness, fractions);
            case "WT_0.25" ->
                GroupSequentialDesign.shaped(new BoundaryShape.WangTsiatis(0.25), alpha, sidedness, fractions);
            case "sfLDPocock" ->
                GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsPocock(), alpha, sidedness, fractions);
            case "sfPower_2" ->
                GroupSequentialDesign.spending(new SpendingFunction.KimDeMets(2), alpha, sidedness, fractions);
            case "sfPower_3" ->
                GroupSequentialDesign.spending(new SpendingFunction.KimDeMets(3), alpha, sidedness, fractions);
            case "sfHSD_m4" ->
                GroupSequentialDesign.spending(new SpendingFunction.HwangShihDeCani(-4), alpha, sidedness, fractions);
            case "sfHSD_1" ->
                GroupSequentialDesign.spending(new SpendingFunction.HwangShihDeCani(1), alpha, sidedness, fractions);
            default -> throw new AssertionError("The spending (" + name + ") is not known to this test.");
        };
    }

    private static GroupSequentialDesign withFutility(List<NamedCsvRecord> looks) {
        NamedCsvRecord first = looks.get(0);
        double[] fractions = looks.stream()
                .mapToDouble(row -> number(row, "informationRate"))
                .toArray();
        double[] bounds = looks.stream()
                .mapToDouble(row -> number(row, "futilityBound"))
                .limit(looks.size() - 1L)
                .toArray();
        GroupSequentialDesign design = RpactBoundariesTest.design(
                first.getField("type"),
                "NA".equals(first.getField("gammaA")) ? "" : "gammaA=" + first.getField("gammaA"),
                1,
                number(first, "alpha"),
                Arrays.copyOf(fractions, fractions.length));
        return Boolean.parseBoolean(first.getField("binding"))
                ? design.withBindingFutility(bounds)
                : design.withNonBindingFutility(bounds);
    }
}
