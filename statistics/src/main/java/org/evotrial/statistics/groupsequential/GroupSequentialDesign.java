package org.evotrial.statistics.groupsequential;

import java.io.Serializable;
import java.util.Objects;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;
import org.jspecify.annotations.Nullable;

/**
 * A group-sequential design: information fractions of the looks and the critical values that keep the level. Immutable;
 * everything is computed when it is made.
 *
 * <p>At look {@code k} the statistic is {@code Z_k ~ N(theta sqrt(t_k), 1)}, {@code t_k} the information relative to the
 * maximum, {@code theta} the drift, positive where the experimental treatment is better. The trial rejects at the first
 * look with {@code Z_k >= c_k} (or {@code |Z_k| >= c_k}). Jennison and Turnbull 2000, Group Sequential Methods with
 * Applications to Clinical Trials, doi:10.1201/9780367805326.
 */
public final class GroupSequentialDesign implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LookPlan plan;
    private final @Nullable SpendingFunction spending;
    private final @Nullable BoundaryShape shape;
    private final double[] criticalValues;
    private final double[] alphaSpent;
    private final double futilityDrift;

    private GroupSequentialDesign(LookPlan plan, @Nullable SpendingFunction spending, @Nullable BoundaryShape shape) {
        this(plan, spending, shape, criticalValues(plan, spending, shape), Double.NaN);
    }

    private GroupSequentialDesign(
            LookPlan plan,
            @Nullable SpendingFunction spending,
            @Nullable BoundaryShape shape,
            double[] criticalValues,
            double futilityDrift) {
        this.plan = plan;
        this.spending = spending;
        this.shape = shape;
        this.criticalValues = criticalValues;
        this.alphaSpent = BoundarySearch.alphaSpent(plan, criticalValues);
        this.futilityDrift = futilityDrift;
    }

    /**
     * Critical values by error spending.
     *
     * @param spending how the level is spent
     * @param alpha level of the whole test, in (0, 1): a two-sided .05 spends .025 on each side
     * @param sidedness on which sides the test rejects
     * @param informationFractions information at the looks relative to the maximum: 1 to 100, strictly ascending in (0,
     *     1], the last one 1
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible, or the spending function falls or exceeds alpha
     */
    public static GroupSequentialDesign spending(
            SpendingFunction spending, double alpha, Sidedness sidedness, double... informationFractions) {
        return new GroupSequentialDesign(LookPlan.of(alpha, sidedness, informationFractions), spending, null);
    }

    /**
     * Critical values of a given shape.
     *
     * @param shape how the critical values move with the information
     * @param alpha level of the whole test, in (0, 1)
     * @param sidedness on which sides the test rejects
     * @param informationFractions as for {@link #spending}
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible, or no constant keeps the level
     */
    public static GroupSequentialDesign shaped(
            BoundaryShape shape, double alpha, Sidedness sidedness, double... informationFractions) {
        return new GroupSequentialDesign(LookPlan.of(alpha, sidedness, informationFractions), null, shape);
    }

    /**
     * The same design with futility bounds that may be overruled: the trial may stop at an interim look with {@code Z_k
     * <= f_k}, and the critical values do not count on it.
     *
     * @param bounds one z value per interim look (looks - 1); negative infinity where there is none
     * @return the design with the same critical values
     * @throws IllegalArgumentException if the number of bounds is wrong, a bound is NaN or not below the critical value,
     *     or the test is two-sided
     */
    public GroupSequentialDesign withNonBindingFutility(double... bounds) {
        return new GroupSequentialDesign(plan.withFutility(bounds, criticalValues, false), spending, shape);
    }

    /**
     * The same design with futility bounds that must be obeyed: critical values are lowered until the level is used up.
     *
     * @param bounds one z value per interim look (looks - 1); negative infinity where there is none
     * @return the design with new critical values
     * @throws IllegalArgumentException as {@link #withNonBindingFutility}, or if a bound is not below the new critical
     *     value, or too few trials go on to use up the level
     */
    public GroupSequentialDesign withBindingFutility(double... bounds) {
        LookPlan bounded = plan.withFutility(bounds, criticalValues, true);
        GroupSequentialDesign design = new GroupSequentialDesign(bounded, spending, shape);
        bounded.requireRoom(design.criticalValues);
        return design;
    }

    /**
     * The same design with futility bounds that spend the type II error and may be overruled: {@code P(no stop before,
     * Z_k <= f_k)} under the drift is what the function spends at look {@code k}, the drift that at which the whole
     * type II error is {@code beta}. gsDesign's test type 4. Pampallona, Tsiatis and Kim 2001,
     * doi:10.1177/009286150103500408.
     *
     * @param betaSpending how the type II error is spent
     * @param beta type II error, in (0, 1 - alpha)
     * @return the design with the same critical values
     * @throws IllegalArgumentException if the test is two-sided, beta is not admissible, or the function falls or
     *     exceeds beta
     */
    public GroupSequentialDesign withNonBindingBetaSpending(SpendingFunction betaSpending, double beta) {
        LookPlan bare = bare();
        requireBeta(beta);
        double[] upper = criticalValues(bare, spending, shape);
        LowerBoundSearch search =
                LowerBoundSearch.nonBinding(bare, upper, betaSpending, beta).underAlternative();
        return new GroupSequentialDesign(
                bare.withLowerBounds(search.lower(), false), spending, shape, upper, search.drift());
    }

    /**
     * The same design with futility bounds that spend the type II error and must be obeyed: critical values are lowered
     * until the level is used up. gsDesign's test type 3.
     *
     * @param betaSpending how the type II error is spent
     * @param beta type II error, in (0, 1 - alpha)
     * @return the design with new critical values
     * @throws IllegalArgumentException as {@link #withNonBindingBetaSpending}, or if so much is spent early that too few
     *     trials go on to use up the level
     */
    public GroupSequentialDesign withBindingBetaSpending(SpendingFunction betaSpending, double beta) {
        LookPlan bare = bare();
        requireBeta(beta);
        LowerBoundSearch search = LowerBoundSearch.binding(bare, spending, shape, betaSpending, beta)
                .underAlternative();
        return new GroupSequentialDesign(
                bare.withLowerBounds(search.lower(), true), spending, shape, search.upper(), search.drift());
    }

    /**
     * The same design with a harm bound: lower bounds, at the last look too, that spend an error under the null
     * hypothesis. It replaces futility bounds. gsDesign's test types 5 (binding) and 6.
     *
     * @param lowerSpending how the lower error is spent
     * @param lowerError probability to cross the lower bound under the null hypothesis, in (0, 1 - alpha]
     * @param binding whether the bound must be obeyed, so that critical values are lowered
     * @return the design
     * @throws IllegalArgumentException if the test is two-sided, the error is not admissible, the function falls or
     *     exceeds it, or the bounds meet before the last look
     */
    public GroupSequentialDesign withHarmBound(SpendingFunction lowerSpending, double lowerError, boolean binding) {
        LookPlan bare = bare();
        if (!(lowerError > 0 && lowerError <= 1 - alpha())) {
            throw new IllegalArgumentException(
                    String.format("The lowerError (%s) must be in (0, 1 - alpha] = (0, %s].", lowerError, 1 - alpha()));
        }
        double[] upper = binding ? new double[0] : criticalValues(bare, spending, shape);
        LowerBoundSearch search = (binding
                        ? LowerBoundSearch.binding(bare, spending, shape, lowerSpending, lowerError)
                        : LowerBoundSearch.nonBinding(bare, upper, lowerSpending, lowerError))
                .underNullHypothesis();
        return new GroupSequentialDesign(
                bare.withLowerBounds(search.lower(), binding), spending, shape, search.upper(), Double.NaN);
    }

    /**
     * Number of looks.
     *
     * @return interim looks and the last one
     */
    public int looks() {
        return plan.looks();
    }

    /**
     * Level of the whole test.
     *
     * @return alpha, both sides together if two-sided
     */
    public double alpha() {
        return plan.alpha();
    }

    /**
     * On which sides the test rejects.
     *
     * @return sidedness
     */
    public Sidedness sidedness() {
        return plan.sidedness();
    }

    /**
     * Information fraction of a look.
     *
     * @param look from 1
     * @return in (0, 1]
     */
    public double informationFraction(int look) {
        return plan.fraction(look - 1);
    }

    /**
     * Critical value of a look, on the scale of {@code Z} or {@code |Z|}.
     *
     * @param look from 1
     * @return critical value; positive infinity where nothing is spent
     */
    public double criticalValue(int look) {
        return criticalValues[look - 1];
    }

    /**
     * Critical values of all looks.
     *
     * @return a copy
     */
    public double[] criticalValues() {
        return criticalValues.clone();
    }

    /**
     * One-sided nominal level of a look, {@code 1 - Phi(c_k)}, also for a two-sided test.
     *
     * @param look from 1
     * @return one-sided p-value that is just significant
     */
    public double stageLevel(int look) {
        return StandardNormal.survival(criticalValue(look));
    }

    /**
     * Type I error spent up to a look, on both sides together if two-sided.
     *
     * @param look from 1
     * @return cumulative probability; alpha at the last look
     */
    public double alphaSpent(int look) {
        return alphaSpent[look - 1];
    }

    /**
     * Futility or harm bound of a look.
     *
     * @param look from 1
     * @return z value; negative infinity where there is none, as at the last look of a futility bound
     */
    public double futilityBound(int look) {
        return plan.futilityBound(look - 1);
    }

    /**
     * Whether the critical values count on the futility bounds.
     *
     * @return whether futility is binding
     */
    public boolean bindingFutility() {
        return plan.bindingFutility();
    }

    /**
     * The drift under which futility bounds spend the type II error.
     *
     * @return drift at information fraction 1; NaN for a design without beta spending
     */
    public double futilityDrift() {
        return futilityDrift;
    }

    /**
     * A monitor that adapts the critical values to the information that is actually there.
     *
     * @return a new monitor, for one thread
     */
    public BoundaryMonitor monitor() {
        return new BoundaryMonitor(this);
    }

    /**
     * Stopping probabilities under a drift; futility bounds, binding or not, are obeyed.
     *
     * @param drift mean of the statistic at information fraction 1, finite; 0 under the null hypothesis
     * @return probabilities by look
     * @throws IllegalArgumentException if the drift is not finite
     */
    public CrossingProbabilities crossingProbabilities(double drift) {
        return CrossingProbabilities.of(plan, criticalValues, Admissible.finite("drift", drift));
    }

    /**
     * The drift at which the test has a given power: its upper side, if two-sided.
     *
     * @param power in (alpha, 1)
     * @return drift, positive
     * @throws IllegalArgumentException if the power is outside (alpha, 1), or futility stopping keeps it out of reach
     */
    public double driftForPower(double power) {
        return PowerSearch.drift(this, power);
    }

    /**
     * Maximum information relative to that of a test without interim looks and with the same power.
     *
     * @param power in (alpha, 1)
     * @return inflation factor, {@code (theta / theta_fixed)^2}
     * @throws IllegalArgumentException as {@link #driftForPower}
     */
    public double inflationFactor(double power) {
        double ratio = driftForPower(power) / PowerSearch.fixedDrift(this, power);
        return ratio * ratio;
    }

    /**
     * Maximum and expected information for a power.
     *
     * @param power in (alpha, 1)
     * @return information relative to a test without interim looks and with the same power
     * @throws IllegalArgumentException as {@link #driftForPower}
     */
    public DesignCharacteristics characteristics(double power) {
        return DesignCharacteristics.of(this, power);
    }

    @Nullable
    SpendingFunction spendingFunction() {
        return spending;
    }

    BoundaryShape requireShape() {
        return Objects.requireNonNull(shape);
    }

    LookPlan plan() {
        return plan;
    }

    private LookPlan bare() {
        plan.requireOneSided();
        return plan.without(plan.alpha());
    }

    private void requireBeta(double beta) {
        if (!(beta > 0 && beta < 1 - alpha())) {
            throw new IllegalArgumentException(
                    String.format("The beta (%s) must be in (0, 1 - alpha) = (0, %s).", beta, 1 - alpha()));
        }
    }

    private static double[] criticalValues(
            LookPlan plan, @Nullable SpendingFunction spending, @Nullable BoundaryShape shape) {
        return spending != null
                ? BoundarySearch.spending(plan, spending)
                : BoundarySearch.shaped(plan, Objects.requireNonNull(shape));
    }
}
