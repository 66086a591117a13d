package org.evotrial.design.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.LookData;

/** The columns of one endpoint at a look. Arrays are longer than the number of patients, as the engine's may be. */
public final class Columns implements LookData {
    private static final double DAYS_PER_MONTH = 365.25 / 12;

    private final int size;
    private final double[] time;
    private final boolean[] event;
    private final int[] arm;
    private final int[] stratum;
    private int look;
    private boolean last = true;

    private Columns(int size) {
        this.size = size;
        time = new double[size + 3];
        event = new boolean[size + 3];
        arm = new int[size + 3];
        stratum = new int[size + 3];
        Arrays.fill(time, Double.NaN);
        Arrays.fill(arm, 99);
    }

    /** A data set of the reference file, its times read as months. */
    public static Columns reference(int dataset) {
        List<String[]> rows = rows("tte_kernel_data.csv").stream()
                .filter(row -> row[0].equals(String.valueOf(dataset)))
                .toList();
        Columns columns = new Columns(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            columns.arm[i] = Integer.parseInt(row[2]);
            columns.stratum[i] = Integer.parseInt(row[3]) - 1;
            columns.time[i] = Double.parseDouble(row[4]) * DAYS_PER_MONTH;
            columns.event[i] = row[5].equals("1");
        }
        return columns;
    }

    /** A number of the reference file. */
    public static double referenceResult(int dataset, String statistic) {
        return rows("tte_kernel_results.csv").stream()
                .filter(row -> row[0].equals(String.valueOf(dataset)) && row[1].equals(statistic))
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .findFirst()
                .orElseThrow();
    }

    /** Patients of one arm with their times in months; negative times are censored. */
    public static Columns oneArm(double... months) {
        Columns columns = new Columns(months.length);
        for (int i = 0; i < months.length; i++) {
            columns.arm[i] = 0;
            columns.time[i] = Math.abs(months[i]) * DAYS_PER_MONTH;
            columns.event[i] = months[i] > 0;
        }
        return columns;
    }

    public Columns at(int newLook, boolean isLast) {
        look = newLook;
        last = isLast;
        return this;
    }

    /** The same patients, arms renumbered. */
    public Columns renumbered(int... newArms) {
        for (int i = 0; i < size; i++) {
            arm[i] = newArms[arm[i]];
        }
        return this;
    }

    @Override
    public int look() {
        return look;
    }

    @Override
    public boolean last() {
        return last;
    }

    @Override
    public double cutOffDay() {
        return 1000;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int[] arm() {
        return arm;
    }

    @Override
    public int[] stratum() {
        return stratum;
    }

    @Override
    public double[] randomisedDay() {
        return new double[size];
    }

    @Override
    public double[] time(int endpoint) {
        return time;
    }

    @Override
    public boolean[] event(int endpoint) {
        return event;
    }

    @Override
    public int events(int endpoint) {
        int events = 0;
        for (int i = 0; i < size; i++) {
            events += event[i] ? 1 : 0;
        }
        return events;
    }

    @Override
    public UniformRandomProvider random() {
        throw new IllegalStateException("None of these analyses draws random numbers.");
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = Columns.class.getResourceAsStream("/reference/" + file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
