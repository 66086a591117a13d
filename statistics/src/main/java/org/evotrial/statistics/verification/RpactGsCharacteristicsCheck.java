package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.groupsequential.DesignCharacteristics;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;

/** Shift, inflation factor and average sample numbers of rpact's {@code getDesignCharacteristics}. */
final class RpactGsCharacteristicsCheck implements RowCheck {
    // rpact's critical values carry an error of some 1e-7; a shift of 10 turns it into some 1e-6.
    private static final Tolerance SHIFT = Tolerance.relative(2e-6);

    @Override
    public String file() {
        return "rpact_gs_characteristics.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "type",
                "parameter",
                "sided",
                "alpha",
                "beta",
                "k",
                "informationRates",
                "nFixed",
                "shift",
                "inflationFactor",
                "averageSampleNumber1",
                "averageSampleNumber01",
                "averageSampleNumber0");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        int sided = row.integer("sided");
        double alpha = row.number("alpha");
        double beta = row.number("beta");
        GroupSequentialDesign design =
                RpactDesigns.of(row.text("type"), row.text("parameter"), sided, alpha, informationRates(row));
        DesignCharacteristics characteristics = design.characteristics(1 - beta);
        double fixed = StandardNormal.upperQuantile(alpha / sided) + StandardNormal.upperQuantile(beta);
        findings.compare(row, "nFixed", fixed * fixed, Tolerance.relative(1e-10));
        findings.compare(row, "shift", characteristics.shift(), SHIFT);
        findings.compare(row, "inflationFactor", characteristics.inflationFactor(), SHIFT);
        findings.compare(row, "averageSampleNumber1", characteristics.expectedInformation(), SHIFT);
        findings.compare(row, "averageSampleNumber01", characteristics.expectedInformationHalfway(), SHIFT);
        findings.compare(row, "averageSampleNumber0", characteristics.expectedInformationNull(), SHIFT);
    }

    private static double[] informationRates(ReferenceRow row) {
        int k = row.integer("k");
        return switch (row.text("informationRates")) {
            case "equal" -> RpactDesigns.equal(k);
            case "early" -> RpactDesigns.early(k);
            default -> row.numbers("informationRates");
        };
    }
}
