package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.continuous.MeanDifference;
import org.evotrial.statistics.continuous.SampleSummary;
import org.evotrial.statistics.ordinal.MannWhitneyTest;

/** Student's, Welch's and Mann and Whitney's tests of SciPy, with intervals of level .95. */
final class ScipyTwoSamplesCheck implements RowCheck {
    private static final double LEVEL = 0.95;
    private static final Tolerance STATISTIC = Tolerance.absolute(1e-10);
    private static final Tolerance PROBABILITY = Tolerance.relative(1e-10);

    @Override
    public String file() {
        return "scipy_two_samples.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "x",
                "y",
                "pooledT",
                "pooledP",
                "pooledLower",
                "pooledUpper",
                "welchT",
                "welchDf",
                "welchP",
                "welchLower",
                "welchUpper",
                "mannWhitneyU",
                "mannWhitneyP",
                "mannWhitneyPGreater",
                "mannWhitneyPUncorrected");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        double[] x = row.numbers("x");
        double[] y = row.numbers("y");
        SampleSummary first = SampleSummary.of(x);
        SampleSummary second = SampleSummary.of(y);
        compare(row, "pooled", MeanDifference.pooled(first, second), findings);
        MeanDifference welch = MeanDifference.welch(first, second);
        compare(row, "welch", welch, findings);
        findings.compare(row, "welchDf", welch.degreesOfFreedom(), STATISTIC);
        MannWhitneyTest ranks = MannWhitneyTest.of(x, y);
        findings.compare(row, "mannWhitneyU", ranks.pairsWon(), STATISTIC);
        findings.compare(row, "mannWhitneyP", ranks.twoSidedPValue(true), PROBABILITY);
        findings.compare(row, "mannWhitneyPGreater", ranks.upperPValue(true), PROBABILITY);
        findings.compare(row, "mannWhitneyPUncorrected", ranks.twoSidedPValue(false), PROBABILITY);
    }

    private static void compare(ReferenceRow row, String test, MeanDifference difference, Findings findings) {
        ConfidenceInterval interval = difference.interval(LEVEL);
        findings.compare(row, test + "T", difference.statistic(0), STATISTIC);
        findings.compare(row, test + "P", difference.twoSidedPValue(0), PROBABILITY);
        findings.compare(row, test + "Lower", interval.lower(), STATISTIC);
        findings.compare(row, test + "Upper", interval.upper(), STATISTIC);
    }
}
