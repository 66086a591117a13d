package org.evotrial.model.calibration;

import java.util.List;
import org.evotrial.model.json.Pointers;
import org.evotrial.model.json.ProblemCode;
import org.evotrial.model.json.ProblemLog;
import org.evotrial.model.json.Wording;

/** Checks that every parameter starts within its range, and that the disease can be read at both ends of it. */
final class RangeChecks {
    private final CalibrationDocument document;
    private final ProblemLog log;

    RangeChecks(CalibrationDocument document, ProblemLog log) {
        this.document = document;
        this.log = log;
    }

    void check() {
        double[] starts = document.starts();
        List<CalibrationParameter> parameters = document.base().parameters();
        for (int i = 0; i < starts.length; i++) {
            CalibrationParameter parameter = parameters.get(i);
            if (!(starts[i] >= parameter.from() && starts[i] <= parameter.to())) {
                String property = parameter.start() == null ? "pointer" : "start";
                log.add(
                        ProblemCode.OUT_OF_RANGE,
                        document.places().ofValue("/parameters/%d/%s".formatted(i, property)),
                        "a range from %s to %s that holds the start"
                                .formatted(Wording.number(parameter.from()), Wording.number(parameter.to())),
                        "%s%s"
                                .formatted(
                                        Wording.number(starts[i]),
                                        parameter.start() == null ? ", which the files say" : ""));
            }
        }
        for (int i = 0; i < starts.length; i++) {
            end(i, "from", parameters.get(i).from(), starts);
            end(i, "to", parameters.get(i).to(), starts);
        }
    }

    private void end(int parameter, String property, double value, double[] starts) {
        double[] values = starts.clone();
        values[parameter] = value;
        try {
            document.at(values);
        } catch (IllegalArgumentException e) {
            log.add(
                    ProblemCode.OUT_OF_RANGE,
                    document.places().ofValue(Pointers.child("/parameters/" + parameter, property)),
                    "with this value, " + e.getMessage(),
                    "");
        }
    }
}
