package org.evotrial.patient.parametric;

import java.io.Serializable;
import java.util.List;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/** A piecewise constant hazard over time in days. Immutable. */
final class HazardCurve implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double DAYS_PER_MONTH = 365.25 / 12;

    /** The hazard that is zero throughout. */
    static final HazardCurve NONE = new HazardCurve(new double[] {0}, new double[] {0});

    private final double[] startDays;
    private final double[] ratesPerDay;
    private final boolean zero;

    private HazardCurve(double[] startDays, double[] ratesPerDay) {
        this.startDays = startDays;
        this.ratesPerDay = ratesPerDay;
        boolean allZero = true;
        for (double rate : ratesPerDay) {
            allZero &= rate == 0;
        }
        zero = allZero;
    }

    /**
     * Compiles either a median or pieces, or nothing.
     *
     * @throws ConfigurationException if both are given or the pieces are not in order from month 0
     */
    static HazardCurve of(
            String pointer, String name, @Nullable Double medianMonths, @Nullable List<HazardPiece> pieces) {
        if (medianMonths != null) {
            if (pieces != null && !pieces.isEmpty()) {
                throw new ConfigurationException(pointer, "Give " + name + " or its median, not both.");
            }
            double rate = StrictFunctions.log(2) / (medianMonths * DAYS_PER_MONTH);
            return new HazardCurve(new double[] {0}, new double[] {rate});
        }
        if (pieces == null || pieces.isEmpty()) {
            return NONE;
        }
        double[] starts = new double[pieces.size()];
        double[] rates = new double[pieces.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = pieces.get(i).fromMonth() * DAYS_PER_MONTH;
            rates[i] = pieces.get(i).perMonth() / DAYS_PER_MONTH;
            if (i == 0 ? starts[0] != 0 : starts[i] <= starts[i - 1]) {
                throw new ConfigurationException(
                        pointer + "/" + name + "/" + i + "/fromMonth",
                        "The pieces must begin at month 0 and ascend, but piece %d begins at month %s."
                                .formatted(i, pieces.get(i).fromMonth()));
            }
        }
        return new HazardCurve(starts, rates);
    }

    /** True if the hazard is zero throughout. */
    boolean isZero() {
        return zero;
    }

    /** The day on which the hazard integrated from {@code fromDay} reaches {@code hazard}; infinity if it never does. */
    double dayWhenReached(double fromDay, double hazard) {
        int last = ratesPerDay.length - 1;
        double day = fromDay;
        double left = hazard;
        for (int i = 0; i < last; i++) {
            double end = startDays[i + 1];
            if (day < end) {
                double available = (end - day) * ratesPerDay[i];
                if (available >= left && ratesPerDay[i] > 0) {
                    return day + left / ratesPerDay[i];
                }
                left -= available;
                day = end;
            }
        }
        return ratesPerDay[last] > 0 ? day + Math.max(0, left) / ratesPerDay[last] : Double.POSITIVE_INFINITY;
    }

    /** The hazard integrated between two days. */
    double between(double fromDay, double toDay) {
        double sum = 0;
        for (int i = 0; i < ratesPerDay.length; i++) {
            double end = i + 1 < startDays.length ? Math.min(toDay, startDays[i + 1]) : toDay;
            double start = Math.max(fromDay, startDays[i]);
            if (end > start && ratesPerDay[i] > 0) {
                sum += (end - start) * ratesPerDay[i];
            }
        }
        return sum;
    }
}
