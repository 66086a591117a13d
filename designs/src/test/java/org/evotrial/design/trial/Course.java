package org.evotrial.design.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Response;

/** A patient's course, written down by hand. Nothing happened unless it is said. */
public final class Course implements CourseRecord {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final Map<Integer, Double> progressions = new LinkedHashMap<>();
    private final Map<List<Integer>, Double> positives = new LinkedHashMap<>();
    private final Map<Integer, Double> starts = new LinkedHashMap<>();
    private final Map<Integer, Double> stops = new LinkedHashMap<>();
    private double death = NEVER;
    private double cnsProgression = NEVER;
    private double response = NEVER;
    private double secondProgression = NEVER;
    private int initialRegimen = 1;

    public Course progressedOn(int regimen, double day) {
        progressions.put(regimen, day);
        return this;
    }

    public Course positive(int assay, int channel, double day) {
        positives.put(List.of(assay, channel), day);
        return this;
    }

    /** On the regimen from a day until another, or, if that is infinite, until the end. */
    public Course took(int regimen, double from, double to) {
        starts.put(regimen, from);
        stops.put(regimen, to);
        return this;
    }

    public Course progressedInBrain(double day) {
        cnsProgression = day;
        return this;
    }

    public Course progressedAgain(double day) {
        secondProgression = day;
        return this;
    }

    public Course beganOn(int regimen) {
        initialRegimen = regimen;
        return this;
    }

    public Course died(double day) {
        death = day;
        return this;
    }

    public Course responded(double day) {
        response = day;
        return this;
    }

    @Override
    public double deathDay() {
        return death;
    }

    @Override
    public double lastDay() {
        return Math.min(death, 2000);
    }

    @Override
    public double firstProgressionDay() {
        return progressions.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(NEVER);
    }

    @Override
    public double secondProgressionDay() {
        return secondProgression;
    }

    @Override
    public int initialRegimen() {
        return initialRegimen;
    }

    @Override
    public double firstCnsProgressionDay() {
        return cnsProgression;
    }

    @Override
    public double progressionDayOn(int regimen) {
        return progressions.getOrDefault(regimen, NEVER);
    }

    @Override
    public double startDayOn(int regimen) {
        return starts.getOrDefault(regimen, NEVER);
    }

    @Override
    public double stopDayOn(int regimen) {
        return stops.getOrDefault(regimen, NEVER);
    }

    @Override
    public double daysOn(int regimen) {
        return 0;
    }

    @Override
    public double firstPositiveDay(int assay, int channel) {
        return positives.getOrDefault(List.of(assay, channel), NEVER);
    }

    @Override
    public double firstResponseDay() {
        return response;
    }

    @Override
    public Response bestResponse() {
        return response < NEVER ? Response.PARTIAL_RESPONSE : Response.STABLE_DISEASE;
    }
}
