package org.evotrial.engine.calibration;

import java.util.List;
import org.evotrial.model.calibration.CalibrationParameter;
import org.evotrial.model.calibration.CalibrationParameter.Scale;
import org.evotrial.spi.StrictFunctions;

/** Parameters as positions in their ranges: 0 at {@code from}, 1 at {@code to}, evenly on the parameter's scale. */
final class ParameterScales {
    private final List<CalibrationParameter> parameters;

    ParameterScales(List<CalibrationParameter> parameters) {
        this.parameters = parameters;
    }

    int count() {
        return parameters.size();
    }

    /** Values at positions in [0, 1]. */
    double[] values(double[] positions) {
        double[] values = new double[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, positions[i]);
        }
        return values;
    }

    /** Positions of values. */
    double[] positions(double[] values) {
        double[] positions = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            positions[i] = position(i, values[i]);
        }
        return positions;
    }

    /** The value at a position. */
    double value(int parameter, double position) {
        CalibrationParameter p = parameters.get(parameter);
        if (position <= 0) {
            return p.from();
        }
        if (position >= 1) {
            return p.to();
        }
        double from = scaled(p.scale(), p.from());
        double x = from + position * (scaled(p.scale(), p.to()) - from);
        double value = switch (p.scale()) {
            case LINEAR -> x;
            case LOG -> StrictFunctions.exp(x);
            case LOGIT -> 1 / (1 + StrictFunctions.exp(-x));
        };
        return Math.max(p.from(), Math.min(p.to(), value));
    }

    private double position(int parameter, double value) {
        CalibrationParameter p = parameters.get(parameter);
        double from = scaled(p.scale(), p.from());
        double position = (scaled(p.scale(), value) - from) / (scaled(p.scale(), p.to()) - from);
        return Math.max(0, Math.min(1, position));
    }

    private static double scaled(Scale scale, double value) {
        return switch (scale) {
            case LINEAR -> value;
            case LOG -> StrictFunctions.log(value);
            case LOGIT -> StrictFunctions.log(value) - StrictFunctions.log1p(-value);
        };
    }
}
