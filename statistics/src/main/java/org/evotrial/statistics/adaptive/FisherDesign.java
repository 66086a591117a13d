package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * Fisher's combination test over stages: {@code prod p_j^{w_j}} with {@code w_j = sqrt((t_j - t_{j-1}) / t_1)} rejects at
 * stage {@code k} if it is at most {@code c_k}. Bauer and Koehne 1994, doi:10.2307/2533441; Wassmer 1999,
 * Biometrical Journal 41, 279-293.
 *
 * <p>The trial stops for futility at an interim stage with {@code p_k >= alpha0_k} where the product does not reject. The
 * stage level of a critical value is the probability that the product of the unrestricted {@code k} p-values is at most
 * {@code c_k}.
 */
public final class FisherDesign implements CombinationDesign {
    private static final long serialVersionUID = 1L;

    /** How the critical values are chosen. */
    public enum Method {
        /** The same stage level at each stage. */
        EQUAL_ALPHA,
        /**
         * The last stage has the full level alpha as stage level, those before one common level. Without futility
         * bounds nothing is left for them, and all stages have the critical value of the last: a product that has
         * reached it stays below it.
         */
        FULL_ALPHA,
        /**
         * The last stage has the full level alpha as stage level and {@code c_k = c_{k+1} / alpha0_k^(1 / w_{k+1})} for
         * {@code 2 <= k < K}; the first critical value takes the rest. At least three stages, with futility bounds.
         */
        NO_INTERACTION,
        /** The user says what is spent. */
        USER_DEFINED_ALPHA
    }

    private final Method method;
    private final FisherStages stages;
    private final double[] userAlpha;
    private final double alpha;
    private final double[] weights;
    private final double[] logBounds;
    private final double[] alphaSpent;

    private FisherDesign(Method method, double alpha, FisherStages stages, double[] userAlpha) {
        this.method = method;
        this.alpha = alpha;
        this.stages = stages;
        this.userAlpha = userAlpha;
        this.weights = stages.weights();
        FisherBounds bounds = new FisherBounds(method, alpha, stages, userAlpha);
        this.logBounds = bounds.logBounds();
        this.alphaSpent = bounds.spent();
    }

    /**
     * A design.
     *
     * @param method how the critical values are chosen, not {@link Method#USER_DEFINED_ALPHA}
     * @param alpha one-sided level in (0, 1)
     * @param stages information and futility bounds
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible, or no critical values of the method keep the level
     */
    public static FisherDesign of(Method method, double alpha, FisherStages stages) {
        if (method == Method.USER_DEFINED_ALPHA) {
            throw new IllegalArgumentException(
                    "The method (USER_DEFINED_ALPHA) must be one of those without a user's spending.");
        }
        return new FisherDesign(method, Admissible.openProbability("alpha", alpha), stages, new double[0]);
    }

    /**
     * A design that spends what the user says.
     *
     * @param stages information and futility bounds
     * @param cumulativeAlpha level spent up to each stage, positive, ascending, the last one alpha
     * @return the design
     * @throws IllegalArgumentException if the levels do not ascend in (0, 1), or an increment cannot be spent by a critical
     *     value that is at most the one before
     */
    public static FisherDesign userDefinedAlpha(FisherStages stages, double... cumulativeAlpha) {
        Admissible.inRange("number of cumulative levels", cumulativeAlpha.length, stages.count(), stages.count());
        double before = 0;
        for (double level : cumulativeAlpha) {
            Admissible.openProbability("cumulative alpha", level);
            if (!(level > before)) {
                throw new IllegalArgumentException(String.format(
                        "The cumulative alpha (%s) must be above the one before it (%s).", level, before));
            }
            before = level;
        }
        return new FisherDesign(Method.USER_DEFINED_ALPHA, before, stages, cumulativeAlpha.clone());
    }

    @Override
    public int stages() {
        return weights.length;
    }

    @Override
    public double alpha() {
        return alpha;
    }

    /**
     * How the critical values were chosen.
     *
     * @return method
     */
    public Method method() {
        return method;
    }

    /**
     * The exponent {@code w_j} of a stage's p-value; 1 for stages of equal size.
     *
     * @param stage from 1
     * @return exponent
     */
    @Override
    public double weight(int stage) {
        return weights[stage - 1];
    }

    @Override
    public double criticalValue(int stage) {
        return StrictMath.exp(-logBounds[stage - 1]);
    }

    /**
     * The probability that the product of this stage is at most its critical value, without stopping before.
     *
     * @param stage from 1
     * @return stage level
     */
    public double stageLevel(int stage) {
        return FisherBounds.productLevel(weights, stage, logBounds[stage - 1]);
    }

    /**
     * Type I error spent up to a stage; counts on futility stops where they are binding.
     *
     * @param stage from 1
     * @return cumulative probability
     */
    public double alphaSpent(int stage) {
        return alphaSpent[stage - 1];
    }

    @Override
    public double statistic(double[] stagePValues, int stage) {
        return StrictMath.exp(-logStatistic(stagePValues, stage));
    }

    @Override
    public boolean rejects(double[] stagePValues, int stage) {
        return logStatistic(stagePValues, stage) >= logBounds[stage - 1];
    }

    @Override
    public double evidence(double[] stagePValues, int stage) {
        return Math.min(1e3, logStatistic(stagePValues, stage)) - logBounds[stage - 1];
    }

    @Override
    public double conditionalRejectionProbability(double[] stagePValues, int stage) {
        InverseNormalDesign.requireStage(stage, stagePValues.length, stages() - 1);
        double s = logStatistic(stagePValues, stage);
        if (s >= logBounds[stage - 1]) {
            return 1;
        }
        double[] alpha0 = stages.countedAlpha0();
        for (int k = 0; k < stage; k++) {
            if (alpha0[k] < 1 && stagePValues[k] >= alpha0[k]) {
                return 0;
            }
        }
        return Arrays.stream(new FisherRecursion(weights, alpha0).rejections(logBounds, stage, stages(), s))
                .sum();
    }

    /**
     * The same method at another level; a user's spending is scaled.
     *
     * @param level one-sided level in (0, 1)
     * @return the design
     */
    @Override
    public FisherDesign atLevel(double level) {
        Admissible.openProbability("level", level);
        double[] scaled =
                Arrays.stream(userAlpha).map(spent -> spent * level / alpha).toArray();
        return new FisherDesign(method, level, stages, scaled);
    }

    private double logStatistic(double[] stagePValues, int stage) {
        InverseNormalDesign.requireStage(stage, stagePValues.length, stages());
        double sum = 0;
        for (int j = 0; j < stage; j++) {
            double p = Admissible.probability("p-value", stagePValues[j]);
            sum -= p == 1 ? 0 : weights[j] * StrictMath.log(p);
        }
        return sum;
    }
}
