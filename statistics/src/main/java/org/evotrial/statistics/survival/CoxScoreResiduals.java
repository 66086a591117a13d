package org.evotrial.statistics.survival;

/**
 * What each subject contributes to the score at the estimate: the sum of their squares is the middle of Lin and Wei's
 * robust covariance.
 *
 * <pre>
 *   W_i = delta_i (x_i - xbar(t_i)) - sum_{t &lt;= t_i} e^{x_i b} (x_i - xbar(t)) dLambda(t)
 * </pre>
 *
 * <p>with Efron's averages where deaths are tied. Lin and Wei 1989, doi:10.1080/01621459.1989.10478874.
 */
final class CoxScoreResiduals {
    private final CoxSubjects subjects;
    private final double[] risk;
    private final boolean efron;
    private final double[][] residuals;
    /** Per distinct time from {@link #firstOf}: sum of 1/S0 and of xbar/S0 over the deaths of that time. */
    private final double[][] increments;

    private final double[][] ownIncrements;
    private final double[][] means;

    private CoxScoreResiduals(CoxSubjects subjects, CoxLikelihood likelihood) {
        this.subjects = subjects;
        risk = likelihood.risks();
        efron = likelihood.efron();
        int n = subjects.size();
        int p = subjects.covariates();
        residuals = new double[n][p];
        increments = new double[n][];
        ownIncrements = new double[n][];
        means = new double[n][];
    }

    /** The residuals in the order of the subjects, standardised covariates. */
    static double[][] of(CoxSubjects subjects, CoxLikelihood likelihood) {
        CoxScoreResiduals result = new CoxScoreResiduals(subjects, likelihood);
        result.collect();
        result.distribute();
        return result.residuals;
    }

    /** Goes down in time and keeps, at the first subject of each time with deaths, what that time adds. */
    private void collect() {
        int p = subjects.covariates();
        double s0 = 0;
        double[] s1 = new double[p];
        int i = 0;
        while (i < subjects.size()) {
            if (subjects.startsStratum(i)) {
                s0 = 0;
                s1 = new double[p];
            }
            int end = subjects.endOfTies(i);
            int deaths = 0;
            double d0 = 0;
            double[] d1 = new double[p];
            for (int j = i; j < end; j++) {
                s0 += risk[j];
                deaths += subjects.event[j] ? 1 : 0;
                d0 += subjects.event[j] ? risk[j] : 0;
                for (int k = 0; k < p; k++) {
                    s1[k] += risk[j] * subjects.x[j][k];
                    d1[k] += subjects.event[j] ? risk[j] * subjects.x[j][k] : 0;
                }
            }
            if (deaths > 0) {
                keep(i, deaths, s0, s1, d0, d1);
            }
            i = end;
        }
    }

    private void keep(int first, int deaths, double s0, double[] s1, double d0, double[] d1) {
        int p = s1.length;
        double[] all = new double[p + 1];
        double[] own = new double[p + 1];
        double[] mean = new double[p];
        for (int j = 0; j < deaths; j++) {
            double gone = efron ? (double) j / deaths : 0;
            double total = s0 - gone * d0;
            all[p] += 1 / total;
            own[p] += (1 - gone) / total;
            for (int k = 0; k < p; k++) {
                double average = (s1[k] - gone * d1[k]) / total;
                all[k] += average / total;
                own[k] += (1 - gone) * average / total;
                mean[k] += average / deaths;
            }
        }
        increments[first] = all;
        ownIncrements[first] = own;
        means[first] = mean;
    }

    /** Goes up in time within each stratum and gives every subject what has accumulated. */
    private void distribute() {
        int end = subjects.size();
        while (end > 0) {
            int start = end - 1;
            while (!subjects.startsStratum(start)) {
                start--;
            }
            distribute(start, end);
            end = start;
        }
    }

    private void distribute(int start, int end) {
        int p = subjects.covariates();
        double[] sums = new double[p + 1];
        int last = end;
        while (last > start) {
            int first = last - 1;
            while (first > start && subjects.time[first - 1] == subjects.time[first]) {
                first--;
            }
            boolean deaths = increments[first] != null;
            for (int i = first; i < last; i++) {
                double[] x = subjects.x[i];
                double[] here =
                        deaths ? (subjects.event[i] ? ownIncrements[first] : increments[first]) : new double[p + 1];
                for (int k = 0; k < p; k++) {
                    double observed = subjects.event[i] ? x[k] - means[first][k] : 0;
                    double expected = risk[i] * (x[k] * (sums[p] + here[p]) - sums[k] - here[k]);
                    residuals[i][k] = observed - expected;
                }
            }
            for (int k = 0; deaths && k <= p; k++) {
                sums[k] += increments[first][k];
            }
            last = first;
        }
    }
}
