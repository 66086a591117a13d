package org.evotrial.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.model.calibration.CalibrationParameter;
import org.evotrial.model.calibration.CalibrationParameter.Scale;
import org.junit.jupiter.api.Test;

class ParameterScalesTest {
    private final ParameterScales scales = new ParameterScales(List.of(
            parameter(2, 10, Scale.LINEAR), parameter(1e-8, 1e-2, Scale.LOG), parameter(0.1, 0.9, Scale.LOGIT)));

    @Test
    void theMiddleOfARangeIsThatOfItsScale() {
        double[] middle = scales.values(new double[] {0.5, 0.5, 0.5});
        assertThat(middle[0]).isCloseTo(6, within(1e-12));
        assertThat(middle[1]).isCloseTo(1e-5, within(1e-15));
        assertThat(middle[2]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void positionsInvertValues() {
        double[] positions = {0.125, 0.75, 0.3};
        assertThat(scales.positions(scales.values(positions))).containsExactly(positions, within(1e-12));
    }

    @Test
    void theEndsAreExact() {
        assertThat(scales.values(new double[] {0, 0, 0})).containsExactly(2, 1e-8, 0.1);
        assertThat(scales.values(new double[] {1, 1, 1})).containsExactly(10, 1e-2, 0.9);
    }

    private static CalibrationParameter parameter(double from, double to, Scale scale) {
        return new CalibrationParameter("/disease/x", Map.of(), from, to, scale, null, null);
    }
}
