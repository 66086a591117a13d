package org.evotrial.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evotrial.statistics.ReferenceFile.integer;
import static org.evotrial.statistics.ReferenceFile.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.ReferenceFile;
import org.junit.jupiter.api.Test;

/** Against SciPy 1.17.1, scipy.stats.binomtest (scipy_binomial.csv). */
class ScipyBinomialTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-11);

    @Test
    void wilsonAndClopperPearsonIntervalsAgree() {
        for (NamedCsvRecord row : ReferenceFile.rows("scipy_binomial.csv")) {
            int x = integer(row, "successes");
            int n = integer(row, "trials");
            double level = number(row, "level");
            ConfidenceInterval wilson = ProportionInterval.wilson(x, n, level);
            assertThat(wilson.lower()).as("%s", row).isCloseTo(number(row, "wilsonLower"), ROUNDING);
            assertThat(wilson.upper()).as("%s", row).isCloseTo(number(row, "wilsonUpper"), ROUNDING);
            ConfidenceInterval exact = ProportionInterval.clopperPearson(x, n, level);
            assertThat(exact.lower()).as("%s", row).isCloseTo(number(row, "exactLower"), ROUNDING);
            assertThat(exact.upper()).as("%s", row).isCloseTo(number(row, "exactUpper"), ROUNDING);
        }
    }

    @Test
    void exactTestsAgree() {
        Percentage close = Percentage.withPercentage(1e-8);
        for (NamedCsvRecord row : ReferenceFile.rows("scipy_binomial.csv")) {
            int x = integer(row, "successes");
            int n = integer(row, "trials");
            double p0 = number(row, "p0");
            assertThat(BinomialTest.upperPValue(x, n, p0)).as("%s", row).isCloseTo(number(row, "pGreater"), close);
            assertThat(BinomialTest.lowerPValue(x, n, p0)).as("%s", row).isCloseTo(number(row, "pLess"), close);
            assertThat(BinomialTest.twoSidedPValue(x, n, p0)).as("%s", row).isCloseTo(number(row, "pTwoSided"), close);
        }
    }
}
