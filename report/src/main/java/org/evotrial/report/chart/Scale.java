package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.report.figure.Rounding;

/**
 * Maps values to coordinates.
 *
 * @param from value at {@code low}
 * @param to value at {@code high}; greater than {@code from}
 * @param low coordinate of {@code from}
 * @param high coordinate of {@code to}
 * @param logarithmic true for a scale of decades; values must then be positive
 */
record Scale(double from, double to, double low, double high, boolean logarithmic) {
    Scale {
        if (!(from < to) || Double.isInfinite(to - from) || logarithmic && !(from > 0)) {
            throw new IllegalArgumentException("A scale cannot run from %s to %s.".formatted(from, to));
        }
    }

    static Scale linear(double from, double to, double low, double high) {
        return new Scale(from, to > from ? to : from + 1, low, high, false);
    }

    static Scale decades(double from, double to, double low, double high) {
        return new Scale(from, to > from ? to : from * 10, low, high, true);
    }

    /** Coordinate of a value; values beyond the ends stay at the ends. */
    double at(double value) {
        double share = logarithmic
                ? (StrictMath.log10(Math.max(value, from)) - StrictMath.log10(from))
                        / (StrictMath.log10(to) - StrictMath.log10(from))
                : (value - from) / (to - from);
        return low + Math.max(0, Math.min(1, share)) * (high - low);
    }

    /** Round values within the scale, about as many as asked for. */
    List<Double> ticks(int about) {
        return logarithmic ? decadeTicks(about) : linearTicks(about);
    }

    /** The text of a tick. */
    String label(double tick) {
        if (!logarithmic) {
            return Rounding.plain(tick, 6);
        }
        int exponent = (int) Math.rint(StrictMath.log10(tick));
        return exponent == 0 ? "1" : power(exponent);
    }

    /** Step of ticks in 1, 2, 5 times a power of ten. */
    static double step(double span, int about) {
        double raw = span / about;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double lead = raw / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }

    /** Step of ticks on an axis of months: 1, 2, 3, 6, 12, 24 and so on. */
    static double monthStep(double months, int about) {
        for (double step : new double[] {1, 2, 3, 6, 12, 24, 36, 60, 120}) {
            if (months / step <= about) {
                return step;
            }
        }
        return step(months, about);
    }

    /** Multiples of a step within the scale. */
    List<Double> multiples(double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> linearTicks(int about) {
        return multiples(step(to - from, about));
    }

    private List<Double> decadeTicks(int about) {
        int first = (int) Math.ceil(StrictMath.log10(from) - 1e-9);
        int last = (int) Math.floor(StrictMath.log10(to) + 1e-9);
        int every = Math.max(1, (last - first + about) / about);
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += every) {
            ticks.add(StrictMath.pow(10, exponent));
        }
        return ticks;
    }

    /** A power of ten with its exponent raised. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }
}
