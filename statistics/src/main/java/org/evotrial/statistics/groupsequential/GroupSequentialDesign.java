package org.evotrial.statistics.groupsequential;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.numbers.rootfinder.BrentSolver;
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
    private static final int MOST_LOOKS = 100;

    private final double alpha;
    private final Sidedness sidedness;
    private final double[] fractions;
    private final double[] criticalValues;
    private final double[] alphaSpent;
    private final double[] futilityBounds;
    private final boolean bindingFutility;
    private final @Nullable SpendingFunction spending;
    private final @Nullable BoundaryShape shape;

    private GroupSequentialDesign(
            double alpha,
            Sidedness sidedness,
            double[] fractions,
            double[] futilityBounds,
            boolean bindingFutility,
            @Nullable SpendingFunction spending,
            @Nullable BoundaryShape shape) {
        this.alpha = alpha;
        this.sidedness = sidedness;
        this.fractions = fractions;
        this.futilityBounds = futilityBounds;
        this.bindingFutility = bindingFutility;
        this.spending = spending;
        this.shape = shape;
        this.criticalValues = spending != null ? spend(spending) : scale(Objects.requireNonNull(shape));
        double[] rejections = rejectionsUnderNull(criticalValues);
        for (int i = 1; i < rejections.length; i++) {
            rejections[i] += rejections[i - 1];
        }
        this.alphaSpent = rejections;
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
        double[] fractions = requireFractions(informationFractions);
        return new GroupSequentialDesign(
                Admissible.openProbability("alpha", alpha),
                sidedness,
                fractions,
                none(fractions),
                false,
                spending,
                null);
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
        double[] fractions = requireFractions(informationFractions);
        return new GroupSequentialDesign(
                Admissible.openProbability("alpha", alpha), sidedness, fractions, none(fractions), false, null, shape);
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
        return withFutility(false, bounds);
    }

    /**
     * The same design with futility bounds that must be obeyed: critical values are lowered until the level is used up.
     *
     * @param bounds one z value per interim look (looks - 1); negative infinity where there is none
     * @return the design with new critical values
     * @throws IllegalArgumentException as {@link #withNonBindingFutility}
     */
    public GroupSequentialDesign withBindingFutility(double... bounds) {
        return withFutility(true, bounds);
    }

    /**
     * Number of looks.
     *
     * @return interim looks and the last one
     */
    public int looks() {
        return fractions.length;
    }

    /**
     * Level of the whole test.
     *
     * @return alpha, both sides together if two-sided
     */
    public double alpha() {
        return alpha;
    }

    /**
     * On which sides the test rejects.
     *
     * @return sidedness
     */
    public Sidedness sidedness() {
        return sidedness;
    }

    /**
     * Information fraction of a look.
     *
     * @param look from 1
     * @return in (0, 1]
     */
    public double informationFraction(int look) {
        return fractions[look - 1];
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
     * Futility bound of a look.
     *
     * @param look from 1
     * @return z value; negative infinity where there is none, as at the last look
     */
    public double futilityBound(int look) {
        return futilityBounds[look - 1];
    }

    /**
     * Whether the critical values count on the futility bounds.
     *
     * @return whether futility is binding
     */
    public boolean bindingFutility() {
        return bindingFutility;
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
        Admissible.finite("drift", drift);
        int k = looks();
        double[] upper = new double[k];
        double[] lower = new double[k];
        double[] futility = new double[k];
        boolean twoSided = sidedness == Sidedness.TWO_SIDED_SYMMETRIC;
        RecursiveIntegration recursion = new RecursiveIntegration(drift);
        double going = 1;
        double expected = 0;
        for (int i = 0; i < k; i++) {
            recursion.moveTo(fractions[i]);
            double c = criticalValues[i];
            double floor = twoSided ? -c : futilityBounds[i];
            upper[i] = recursion.upperTail(c);
            double below = recursion.lowerTail(floor);
            lower[i] = twoSided ? below : 0;
            futility[i] = twoSided ? 0 : below;
            expected += i == k - 1 ? going * fractions[i] : (upper[i] + below) * fractions[i];
            going -= upper[i] + below;
            recursion.continueBetween(floor, c);
        }
        return new CrossingProbabilities(drift, upper, lower, futility, expected);
    }

    /**
     * The drift at which the test has a given power: its upper side, if two-sided.
     *
     * @param power in (alpha, 1)
     * @return drift, positive
     * @throws IllegalArgumentException if the power is outside (alpha, 1), or futility stopping keeps it out of reach
     */
    public double driftForPower(double power) {
        if (!(power > alpha && power < 1)) {
            throw new IllegalArgumentException(
                    String.format("The power (%s) must be above alpha (%s) and below 1.", power, alpha));
        }
        double low = 0;
        double high = 2 * fixedDrift(power);
        while (crossingProbabilities(high).overallUpperRejection() < power) {
            low = high;
            high *= 2;
            if (high > 1e3) {
                throw new IllegalArgumentException(
                        String.format("The power (%s) must be within reach of the futility bounds.", power));
            }
        }
        return new BrentSolver(1e-14, 1e-12, 1e-14)
                .findRoot(theta -> crossingProbabilities(theta).overallUpperRejection() - power, low, high);
    }

    /**
     * Maximum information relative to that of a test without interim looks and with the same power.
     *
     * @param power in (alpha, 1)
     * @return inflation factor, {@code (theta / theta_fixed)^2}
     * @throws IllegalArgumentException as {@link #driftForPower}
     */
    public double inflationFactor(double power) {
        double ratio = driftForPower(power) / fixedDrift(power);
        return ratio * ratio;
    }

    @Nullable
    SpendingFunction spendingFunction() {
        return spending;
    }

    double oneSidedAlpha() {
        return alpha / sidedness.sides();
    }

    /** What the trial must exceed to go on, as the critical values count on it. */
    double countedFloor(int index, double criticalValue) {
        if (sidedness == Sidedness.TWO_SIDED_SYMMETRIC) {
            return -criticalValue;
        }
        return bindingFutility && index < futilityBounds.length ? futilityBounds[index] : Double.NEGATIVE_INFINITY;
    }

    /** The increase of a spending function between two fractions, checked. */
    static double increment(SpendingFunction spending, double before, double after, double alpha) {
        double from = before == 0 ? 0 : spending.spent(before, alpha);
        double to = spending.spent(after, alpha);
        if (!(from >= 0 && to >= from && to <= alpha * (1 + 1e-12))) {
            throw new IllegalArgumentException(String.format(
                    "The spending function must not fall and stay in [0, %s]; it gives %s at %s and %s at %s.",
                    alpha, from, before, to, after));
        }
        return to - from;
    }

    private GroupSequentialDesign withFutility(boolean binding, double... bounds) {
        if (sidedness == Sidedness.TWO_SIDED_SYMMETRIC) {
            throw new IllegalArgumentException("Futility bounds need a one-sided test; this one is two-sided.");
        }
        if (bounds.length != looks() - 1) {
            throw new IllegalArgumentException(String.format(
                    "The number of futility bounds (%d) must be that of the interim looks (%d).",
                    bounds.length, looks() - 1));
        }
        for (int i = 0; i < bounds.length; i++) {
            if (!(bounds[i] < criticalValues[i])) {
                throw new IllegalArgumentException(String.format(
                        "The futility bound (%s) of look %d must be below its critical value (%s).",
                        bounds[i], i + 1, criticalValues[i]));
            }
        }
        double[] floors = Arrays.copyOf(bounds, looks());
        floors[looks() - 1] = Double.NEGATIVE_INFINITY;
        return new GroupSequentialDesign(alpha, sidedness, fractions, floors, binding, spending, shape);
    }

    private double[] spend(SpendingFunction function) {
        double[] values = new double[fractions.length];
        RecursiveIntegration recursion = new RecursiveIntegration(0);
        double before = 0;
        for (int i = 0; i < values.length; i++) {
            recursion.moveTo(fractions[i]);
            values[i] = CriticalValueSearch.upperBound(
                    recursion, increment(function, before, fractions[i], oneSidedAlpha()));
            recursion.continueBetween(countedFloor(i, values[i]), values[i]);
            before = fractions[i];
        }
        return values;
    }

    private double[] scale(BoundaryShape form) {
        double single = StandardNormal.upperQuantile(oneSidedAlpha());
        if (fractions.length == 1) {
            return new double[] {single};
        }
        double low = bindingFutility ? 0 : single;
        double high = StandardNormal.upperQuantile(oneSidedAlpha() / fractions.length) + 0.1;
        while (excess(form, high) > 0) {
            high += 2;
            if (high > 60) {
                throw new IllegalArgumentException(String.format(
                        "The shape (%s) must be able to keep the level %s; its interim looks spend more.",
                        form, alpha));
            }
        }
        // The logarithm of a normal tail is nearly linear in the square of the bound: few steps.
        double square = new BrentSolver(1e-14, 1e-13, 1e-12)
                .findRoot(c2 -> excess(form, Math.sqrt(c2)), low * low, high * high);
        return values(form, Math.sqrt(square));
    }

    /** Logarithm of the level that a constant has, relative to alpha. */
    private double excess(BoundaryShape form, double constant) {
        double sum = 0;
        for (double p : rejectionsUnderNull(values(form, constant))) {
            sum += p;
        }
        return StrictMath.log(sum / alpha);
    }

    private double[] values(BoundaryShape form, double constant) {
        double[] values = new double[fractions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = form.criticalValue(constant, fractions[i]);
        }
        return values;
    }

    private double[] rejectionsUnderNull(double[] values) {
        double[] rejections = new double[values.length];
        RecursiveIntegration recursion = new RecursiveIntegration(0);
        for (int i = 0; i < values.length; i++) {
            recursion.moveTo(fractions[i]);
            rejections[i] = sidedness.sides() * recursion.upperTail(values[i]);
            recursion.continueBetween(countedFloor(i, values[i]), values[i]);
        }
        return rejections;
    }

    private double fixedDrift(double power) {
        return StandardNormal.upperQuantile(oneSidedAlpha()) + StandardNormal.quantile(power);
    }

    private static double[] none(double[] fractions) {
        double[] bounds = new double[fractions.length];
        Arrays.fill(bounds, Double.NEGATIVE_INFINITY);
        return bounds;
    }

    private static double[] requireFractions(double[] fractions) {
        Admissible.inRange("number of looks", fractions.length, 1, MOST_LOOKS);
        double[] copy = fractions.clone();
        double before = 0;
        for (double fraction : copy) {
            RecursiveIntegration.requireIncrease(before, fraction);
            before = fraction;
        }
        if (before != 1) {
            throw new IllegalArgumentException(String.format("The last information fraction (%s) must be 1.", before));
        }
        return copy;
    }
}
