package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evotrial.statistics.ReferenceFile.integer;
import static org.evotrial.statistics.ReferenceFile.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.ReferenceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against survival 3.5.3 (tte_kernel_results.csv, data in tte_kernel_data.csv); dataset 2 has ties. */
class SurvivalReferenceTest {
    private static final Offset<Double> DIGITS = Offset.offset(1e-12);
    // coxph stops at a relative change of the likelihood of 1e-9; its estimate carries about 1e-10.
    private static final Offset<Double> COX = Offset.offset(2e-9);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void logRankAgreesWithSurvdiff(int dataset) {
        Sample sample = Sample.read(dataset);
        Map<String, Double> reference = reference(dataset);
        LogRankTest test = new LogRankTest(10).compute(sample.time, sample.event, sample.arm, sample.time.length);
        assertThat(test.observed()).isEqualTo(value(reference, "logrank_O_arm1"));
        assertThat(test.expected()).isCloseTo(value(reference, "logrank_E_arm1"), DIGITS);
        assertThat(test.variance()).isCloseTo(value(reference, "logrank_V"), DIGITS);
        // Ours is positive where arm 1 does better, that of survdiff where it does worse.
        assertThat(test.z()).isCloseTo(-value(reference, "logrank_z"), DIGITS);
        test.computeStratified(sample.time, sample.event, sample.arm, sample.stratum, sample.time.length);
        assertThat(test.z()).isCloseTo(-value(reference, "stratified_logrank_z"), DIGITS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void coxAgreesWithCoxphByEfron(int dataset) {
        Sample sample = Sample.read(dataset);
        Map<String, Double> reference = reference(dataset);
        CoxTwoArm cox = CoxTwoArm.of(sample.time, sample.event, sample.arm);
        assertThat(cox.logHazardRatio()).isCloseTo(value(reference, "cox_efron_loghr"), COX);
        assertThat(cox.standardError()).isCloseTo(value(reference, "cox_efron_se"), COX);
        TwoArmRiskTable strata = new TwoArmRiskTable(0)
                .fillStratified(sample.time, sample.event, sample.arm, sample.stratum, sample.time.length);
        CoxTwoArm stratified = CoxTwoArm.of(strata);
        assertThat(stratified.logHazardRatio()).isCloseTo(value(reference, "cox_efron_stratified_loghr"), COX);
        assertThat(stratified.standardError()).isCloseTo(value(reference, "cox_efron_stratified_se"), COX);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void kaplanMeierAgreesWithSurvfit(int dataset) {
        Sample sample = Sample.read(dataset);
        Map<String, Double> reference = reference(dataset);
        for (int arm = 0; arm <= 1; arm++) {
            String suffix = "_arm" + arm;
            KaplanMeier curve = KaplanMeier.of(sample.time, sample.event, sample.arm, arm, sample.time.length);
            for (int t : new int[] {3, 6, 9}) {
                assertThat(curve.survival(t)).isCloseTo(value(reference, "km_surv_t" + t + suffix), DIGITS);
                assertThat(curve.standardError(t)).isCloseTo(value(reference, "km_se_t" + t + suffix), DIGITS);
            }
            assertThat(SurvivalQuantile.median(curve)).isCloseTo(value(reference, "km_median" + suffix), DIGITS);
            assertThat(SurvivalQuantile.medianInterval(curve, 0.95).lower())
                    .isCloseTo(value(reference, "km_median_lower_loglog" + suffix), DIGITS);
            double upper = value(reference, "km_median_upper_loglog" + suffix);
            if (Double.isNaN(upper)) {
                assertThat(SurvivalQuantile.medianInterval(curve, 0.95).upper()).isEqualTo(Double.POSITIVE_INFINITY);
            } else {
                assertThat(SurvivalQuantile.medianInterval(curve, 0.95).upper()).isCloseTo(upper, DIGITS);
            }
            assertThat(RestrictedMean.of(curve, 8).value()).isCloseTo(value(reference, "rmst8" + suffix), DIGITS);
            assertThat(RestrictedMean.of(curve, 8).standardError())
                    .isCloseTo(value(reference, "rmst8_se" + suffix), DIGITS);
        }
    }

    private static double value(Map<String, Double> reference, String name) {
        Double value = reference.get(name);
        assertThat(value).as(name).isNotNull();
        return value == null ? Double.NaN : value;
    }

    private static Map<String, Double> reference(int dataset) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (NamedCsvRecord row : ReferenceFile.rows("tte_kernel_results.csv")) {
            if (integer(row, "dataset") == dataset) {
                values.put(row.getField("statistic"), number(row, "value"));
            }
        }
        return values;
    }

    /** One data set of the reference file. */
    @SuppressWarnings("ArrayRecordComponent") // a plain carrier of test data
    private record Sample(double[] time, boolean[] event, int[] arm, int[] stratum) {
        static Sample read(int dataset) {
            List<NamedCsvRecord> rows = ReferenceFile.rows("tte_kernel_data.csv").stream()
                    .filter(row -> integer(row, "dataset") == dataset)
                    .toList();
            return new Sample(
                    rows.stream().mapToDouble(row -> number(row, "time")).toArray(),
                    booleans(rows),
                    rows.stream().mapToInt(row -> integer(row, "arm")).toArray(),
                    rows.stream().mapToInt(row -> integer(row, "stratum")).toArray());
        }

        private static boolean[] booleans(List<NamedCsvRecord> rows) {
            boolean[] events = new boolean[rows.size()];
            for (int i = 0; i < events.length; i++) {
                events[i] = integer(rows.get(i), "event") == 1;
            }
            return events;
        }
    }
}
