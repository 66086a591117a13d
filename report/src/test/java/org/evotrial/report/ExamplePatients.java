package org.evotrial.report;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PatientTrace.AssaySeries;
import org.evotrial.model.result.PatientTrace.LesionSeries;
import org.evotrial.model.result.PatientTrace.PatientEvent;
import org.evotrial.model.result.PatientTrace.TreatmentPeriod;

/** Courses of patients that nobody simulated: exponential phases of plausible shape. */
final class ExamplePatients {
    static final List<String> LINEAGES = List.of("sensitive", "T790M", "T790M+C797S", "MET");
    private static final List<Integer> PARENTS = List.of(-1, 0, 1, 0);

    private ExamplePatients() {}

    static List<PatientTrace> all() {
        return List.of(
                patient("switched early by plasma", "plasma-switch", 240, 0.045, false),
                patient("missed by plasma", "plasma-switch", 330, 0.028, false),
                patient("progression in the brain", "recist-switch", 300, 0.02, true));
    }

    private static PatientTrace patient(String label, String arm, double switchDay, double growth, boolean brain) {
        List<Double> days = new ArrayList<>();
        List<List<Double>> body = empty();
        List<List<Double>> head = empty();
        List<Double> size = new ArrayList<>();
        for (double day = 0; day <= 700; day += 2) {
            days.add(day);
            double off = Math.max(0, day - switchDay);
            double sensitive = 4e10 * Math.exp(-0.028 * Math.min(day, 180)) * Math.exp(0.002 * Math.max(0, day - 180));
            double resistant = 2e3 * Math.exp(growth * Math.min(day, switchDay)) * Math.exp(-0.02 * off);
            double twice = off < 60 ? 0 : 10 * Math.exp(0.036 * (off - 60));
            double met = day < 150 ? 0 : 3 * Math.exp(0.02 * (day - 150));
            double[] cells = {sensitive, resistant, twice, met};
            double total = 0;
            for (int i = 0; i < 4; i++) {
                body.get(i).add(cells[i]);
                total += cells[i];
                head.get(i)
                        .add(
                                i == 0
                                        ? 5e7 * Math.exp(0.012 * Math.min(day, switchDay) - 0.01 * off)
                                        : i == 1 ? cells[1] * 1e-3 : 0);
            }
            size.add(8 * Math.cbrt(total / 1e9));
        }
        List<LesionSeries> lesions = new ArrayList<>(List.of(new LesionSeries(false, body)));
        if (brain) {
            lesions.add(new LesionSeries(true, head));
        }
        return new PatientTrace(
                label,
                arm,
                12,
                34,
                LINEAGES,
                PARENTS,
                days,
                lesions,
                size,
                assays(days, body, size),
                List.of(
                        new TreatmentPeriod("gefitinib", 0, switchDay),
                        new TreatmentPeriod("osimertinib", switchDay, 640)),
                List.of(
                        new PatientEvent(switchDay - 12, "T790M detected in plasma"),
                        new PatientEvent(switchDay, "switched to osimertinib"),
                        new PatientEvent(616, "RECIST progression of target lesions"),
                        new PatientEvent(690, "death")));
    }

    private static List<AssaySeries> assays(List<Double> days, List<List<Double>> body, List<Double> size) {
        List<AssaySeries> assays = new ArrayList<>();
        for (int lineage : new int[] {1, 2}) {
            List<Double> sampled = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            List<Boolean> positive = new ArrayList<>();
            for (int i = 0; i < days.size(); i += 14) {
                double fraction = Math.min(0.6, body.get(lineage).get(i) / 4e10);
                sampled.add(days.get(i));
                values.add(fraction < 2e-4 ? 0 : fraction);
                positive.add(fraction >= 1e-3);
            }
            assays.add(new AssaySeries("plasma", lineage == 1 ? "T790M" : "C797S", "VAF", sampled, values, positive));
        }
        List<Double> scanned = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        List<Boolean> progression = new ArrayList<>();
        for (int i = 0; i < days.size(); i += 28) {
            scanned.add(days.get(i));
            sums.add(size.get(i) * (1 + 0.05 * Math.sin(i)));
            progression.add(false);
        }
        assays.add(new AssaySeries("imaging", "sum of diameters", "mm", scanned, sums, progression));
        return assays;
    }

    private static List<List<Double>> empty() {
        List<List<Double>> lineages = new ArrayList<>();
        LINEAGES.forEach(name -> lineages.add(new ArrayList<>()));
        return lineages;
    }
}
