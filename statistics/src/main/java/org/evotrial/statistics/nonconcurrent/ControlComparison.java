package org.evotrial.statistics.nonconcurrent;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.regression.LinearRegression;
import org.evotrial.statistics.regression.LogisticRegression;
import org.evotrial.statistics.regression.RandomInterceptRegression;
import org.evotrial.statistics.regression.RegressionFit;

/**
 * An experimental arm of a platform trial against control. Every analysis uses the patients who entered until the arm closed.
 *
 * @param arm experimental arm, positive
 * @param endpoint kind of response
 * @param level confidence level of the interval, in (0, 1)
 */
public record ControlComparison(int arm, Endpoint endpoint, double level) {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public ControlComparison {
        Admissible.inRange("arm", arm, 1, 1_000_000);
        Admissible.openProbability("level", level);
    }

    /**
     * With the controls who entered while the arm was open: unbiased under every trend that arm and control share, if both
     * were allocated at constant ratio.
     *
     * @param data the platform's patients
     * @return estimate
     * @throws IllegalArgumentException if one of the groups is too small, or (binary) all responses of a group are alike
     */
    public EffectEstimate concurrentOnly(PlatformData data) {
        return fit(data.concurrent(arm), new TimeTrend.None());
    }

    /**
     * With all controls as if they were concurrent: the most precise and, under any trend, biased.
     *
     * @param data the platform's patients
     * @return estimate
     * @throws IllegalArgumentException as {@link #concurrentOnly}
     */
    public EffectEstimate pooled(PlatformData data) {
        return fit(data.untilClosing(arm).pair(arm), new TimeTrend.None());
    }

    /**
     * With all arms and a trend that they share: controls and other arms of earlier periods tell the trend, and so the earlier
     * controls help. Unbiased if the trend has the modelled shape and is the same in all arms on the scale of the effect.
     *
     * @param data the platform's patients
     * @param trend shape of the trend
     * @return estimate
     * @throws IllegalArgumentException as {@link #concurrentOnly}, or if arm and trend cannot be told apart
     */
    public EffectEstimate adjusted(PlatformData data, TimeTrend trend) {
        return fit(data.untilClosing(arm), trend);
    }

    /**
     * As {@link #adjusted} with independent normal effects of the periods, by REML: between pooling (no variance between
     * periods) and steps (much of it). For continuous responses.
     *
     * @param data the platform's patients
     * @return estimate; its interval and p-value are by the normal distribution
     * @throws IllegalArgumentException as {@link #adjusted}, or if the endpoint is binary
     */
    public EffectEstimate mixed(PlatformData data) {
        if (endpoint != Endpoint.CONTINUOUS) {
            throw new IllegalArgumentException(
                    String.format("The endpoint (%s) must be CONTINUOUS for random effects of periods.", endpoint));
        }
        PlatformData used = data.untilClosing(arm);
        int[] periods = new int[used.size()];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = used.period(i);
        }
        double[][] design = ArmDesign.of(used, arm, new TimeTrend.None().columns(used));
        return estimate(RandomInterceptRegression.fit(design, used.responses(), periods));
    }

    private EffectEstimate fit(PlatformData data, TimeTrend trend) {
        double[][] design = ArmDesign.of(data, arm, trend.columns(data));
        RegressionFit fit = switch (endpoint) {
            case CONTINUOUS -> LinearRegression.fit(design, data.responses());
            case BINARY -> LogisticRegression.fit(design, data.responses());
        };
        return estimate(fit);
    }

    private EffectEstimate estimate(RegressionFit fit) {
        Admissible.positive("standard error", fit.standardError(0));
        ConfidenceInterval interval = fit.interval(0, level);
        return new EffectEstimate(fit.coefficient(0), fit.standardError(0), fit.upperPValue(0), interval);
    }
}
