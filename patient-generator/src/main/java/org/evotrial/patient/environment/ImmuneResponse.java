package org.evotrial.patient.environment;

import org.evotrial.patient.disease.Immunity;
import org.evotrial.spi.StrictFunctions;

/**
 * Infiltration I and exhaustion X of the T cells of one lesion. While the antigen load and the drugs stay the same,
 * <pre>
 *   I' = rho (I* - I),              I* = I0 (1 - m (1 - v))
 *   X' = eta L (1 - X) - (mu + theta u) X,   L = N / (N + N_half)
 *   kill = kappa I (1 - X) (1 + boost u)     per cell and day, for antigenicity 1
 * </pre>
 * with N cells of the lesion, m the myeloid suppression, u and v the relative effects of checkpoint and of myeloid inhibitors,
 * all within [0, 1]. Both equations are linear: the step and the average kill over it are exact. The load must be held constant
 * by the caller; where cells change by a factor e^(g T) over a step of T days, its average errs by less than |g T| / 8 of
 * eta, since L changes by at most 1/4 per unit of ln N.
 *
 * <p>The state of many lesions lives in arrays of the caller: {@link #advance} takes I and X and leaves the new ones. Instances
 * are mutable and meant to be reused; nothing is allocated.
 */
public final class ImmuneResponse {
    private final Immunity immunity;
    private double infiltration;
    private double exhaustion;
    private double averageKill;

    public ImmuneResponse(Immunity immunity) {
        this.immunity = immunity;
    }

    /** Antigen load in [0, 1) of a lesion with so many cells: N / (N + N_half). */
    public double load(double cells) {
        return cells / (cells + immunity.halfLoadCells());
    }

    /** Infiltration I* that a lesion tends to: its own, less what myeloid cells keep out. */
    public double settledInfiltration(double ownInfiltration, double myeloidInhibition) {
        return ownInfiltration * (1 - immunity.myeloidSuppression() * (1 - myeloidInhibition));
    }

    /** Exhaustion that a lesion of constant size tends to: eta L / (eta L + mu + theta u); 0 if nothing changes it. */
    public double settledExhaustion(double cells, double checkpointInhibition) {
        double gain = immunity.exhaustionPerDay() * load(cells);
        double loss = recovery(checkpointInhibition);
        return gain > 0 ? gain / (gain + loss) : 0;
    }

    private double recovery(double checkpointInhibition) {
        return immunity.recoveryPerDay() + immunity.checkpointRecoveryPerDay() * checkpointInhibition;
    }

    /** Kill per cell and day of antigenicity 1 at an infiltration and exhaustion. */
    public double kill(double atInfiltration, double atExhaustion, double checkpointInhibition) {
        return immunity.killPerDay()
                * atInfiltration
                * (1 - atExhaustion)
                * (1 + immunity.checkpointKillBoost() * checkpointInhibition);
    }

    /**
     * Sets the state from which the next step starts.
     *
     * @param fromInfiltration I in [0, 1]
     * @param fromExhaustion X in [0, 1]
     * @return this object
     */
    public ImmuneResponse from(double fromInfiltration, double fromExhaustion) {
        infiltration = requireUnit("infiltration", fromInfiltration);
        exhaustion = requireUnit("exhaustion", fromExhaustion);
        return this;
    }

    /**
     * Advances the state by a step of constant load and drugs.
     *
     * @param ownInfiltration I0 of the lesion, in [0, 1]
     * @param cells N, cells of the lesion, representative of the step
     * @param checkpointInhibition u, relative effect of checkpoint inhibitors in [0, 1]
     * @param myeloidInhibition v, relative effect of myeloid inhibitors in [0, 1]
     * @param days length of the step &ge; 0
     */
    public void advance(
            double ownInfiltration, double cells, double checkpointInhibition, double myeloidInhibition, double days) {
        requireNonNegative("cells", cells);
        requireNonNegative("length of the step in days", days);
        double target = settledInfiltration(
                requireUnit("own infiltration", ownInfiltration), requireUnit("myeloid inhibition", myeloidInhibition));
        double gain = immunity.exhaustionPerDay() * load(cells);
        double rate = gain + recovery(requireUnit("checkpoint inhibition", checkpointInhibition));
        double settled = gain > 0 ? gain / rate : 0;
        double follow = immunity.infiltrationPerDay();
        double gap = infiltration - target;
        double excess = exhaustion - settled;
        double followed = StrictFunctions.exp(-follow * days);
        double relaxed = StrictFunctions.exp(-rate * days);
        double averageGap = gap * averageDecay(follow * days, followed);
        double averageProduct = (target + averageGap) * (1 - settled)
                - excess
                        * (target * averageDecay(rate * days, relaxed)
                                + gap * averageDecay((follow + rate) * days, followed * relaxed));
        averageKill = kill(averageProduct, 0, checkpointInhibition);
        infiltration = clamp(target + gap * followed);
        exhaustion = clamp(settled + excess * relaxed);
    }

    /** (1 - e^-x) / x, the average of an exponential decay over a step; to 13 digits. */
    private static double averageDecay(double x, double exponential) {
        return x < 2e-3 ? 1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5))) : (1 - exponential) / x;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static double requireUnit(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must lie in [0, 1].");
        }
        return value;
    }

    private static void requireNonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be finite and not negative.");
        }
    }

    /** I at the end of the last step. */
    public double infiltration() {
        return infiltration;
    }

    /** X at the end of the last step. */
    public double exhaustion() {
        return exhaustion;
    }

    /** Average kill per cell and day over the last step, for antigenicity 1. */
    public double averageKill() {
        return averageKill;
    }
}
