package org.evotrial.engine.calibration;

import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Endpoint;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/**
 * Progression-free survival, which tells the planner by which assay progression is assessed.
 *
 * @param imagingAssay the assay; null without imaging
 */
record ImagingEndpoint(@Nullable String imagingAssay) implements EndpointConfiguration {
    @Override
    public String label() {
        return "PFS";
    }

    @Override
    public Endpoint create(TrialIndex index) {
        return new ProgressionOrDeath();
    }

    private record ProgressionOrDeath() implements Endpoint {
        @Override
        public double eventDay(CourseRecord course) {
            return Math.min(course.firstProgressionDay(), course.deathDay());
        }

        @Override
        public boolean endsAtFirstProgression() {
            return true;
        }
    }
}
