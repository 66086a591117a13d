package org.evotrial.patient.drug;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Gamma;
import org.evotrial.spi.PatientStreams;

/**
 * What one patient takes over time: the relative dose of every drug by regimen, schedule, adherence and toxicity. Doses are
 * constant until {@link #nextChange()}, when {@link #change()} is to be called. A reusable workspace without allocation.
 */
public final class DosingCourse {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double SAME_DAY = 1e-9;

    private final DrugEffects effects;
    private final DosingPlan plan;
    private final PatientDrugs patient;
    private final ToxicityCourse toxicity;
    private final KeyedRandom random = new KeyedRandom();
    private final double[] regimenDose;
    private final double[] start;
    private final double[] scheduled;
    private final double[] scheduleChange;
    private final double[] share;
    private final double[] takenShare;
    private final double[] shareChange;
    private final long[] key;
    private final double[] dose;
    private final double[] taken;
    private final double[] planned;
    private int regimen;
    private double since;
    private double next;
    private boolean toxicNow;

    /** Of a patient. */
    public DosingCourse(DrugEffects effects, PatientDrugs patient) {
        this.effects = effects;
        this.patient = patient;
        plan = effects.dosing();
        toxicity = new ToxicityCourse(plan);
        int drugs = plan.drugs();
        regimenDose = new double[drugs];
        start = new double[drugs];
        scheduled = new double[drugs];
        scheduleChange = new double[drugs];
        share = new double[drugs];
        takenShare = new double[drugs];
        shareChange = new double[drugs];
        key = new long[drugs];
        dose = new double[drugs];
        taken = new double[drugs];
        planned = new double[drugs];
        next = NEVER;
    }

    /** Begins a patient without treatment on day 0. Draws from the streams only what drugs of the trial need. */
    public void begin(PatientStreams streams) {
        regimen = 0;
        since = 0;
        next = NEVER;
        toxicNow = false;
        Arrays.fill(regimenDose, 0);
        Arrays.fill(scheduleChange, NEVER);
        Arrays.fill(scheduled, 0);
        Arrays.fill(dose, 0);
        Arrays.fill(taken, 0);
        Arrays.fill(planned, 0);
        toxicity.begin(plan.toxic() ? streams.toxicity() : null);
        Arrays.fill(share, 1);
        Arrays.fill(takenShare, 1);
        Arrays.fill(shareChange, NEVER);
        if (plan.adheres()) {
            drawShares(streams.dosing());
        }
    }

    private void drawShares(UniformRandomProvider stream) {
        for (int drug = 0; drug < share.length; drug++) {
            key[drug] = stream.nextLong();
            Adherence adherence = plan.adherence(drug);
            if (adherence != null) {
                double concentration = adherence.concentration();
                share[drug] = concentration == NEVER
                        ? adherence.meanShare()
                        : beta(concentration, adherence.meanShare(), random.at(key[drug], -1));
                drawPeriod(drug, adherence, 0);
            }
        }
    }

    private static double beta(double concentration, double mean, UniformRandomProvider random) {
        double yes = Gamma.draw(concentration * mean, random);
        double no = Gamma.draw(concentration * (1 - mean), random);
        return yes + no > 0 ? yes / (yes + no) : mean;
    }

    private void drawPeriod(int drug, Adherence adherence, double day) {
        Double length = adherence.periodDays();
        if (length == null) {
            takenShare[drug] = share[drug];
            return;
        }
        double period = Math.floor((day + SAME_DAY) / length);
        double doses = adherence.dosesPerPeriod();
        takenShare[drug] = Binomial.draw(doses, share[drug], random.at(key[drug], (long) period)) / doses;
        shareChange[drug] = (period + 1) * length;
    }

    /** Takes another regimen from a day on, not before the last change and not after the next one. */
    public void take(int newRegimen, double day) {
        if (newRegimen == regimen) {
            return;
        }
        spend(day);
        regimen = newRegimen;
        for (int drug = 0; drug < dose.length; drug++) {
            double before = regimenDose[drug];
            regimenDose[drug] = effects.dose(newRegimen, drug);
            if (regimenDose[drug] == 0) {
                scheduled[drug] = 0;
                scheduleChange[drug] = NEVER;
            } else if (before == 0) {
                start[drug] = day;
                followSchedule(drug, 0);
            }
        }
        settle(day);
    }

    private void followSchedule(int drug, double daysSinceStart) {
        DosingSchedule schedule = plan.schedule(drug);
        scheduled[drug] = schedule.dose(daysSinceStart);
        scheduleChange[drug] = start[drug] + schedule.nextChange(daysSinceStart);
    }

    /** Lets what happens on the day of the next change happen. */
    public void change() {
        double day = next;
        spend(day);
        toxicNow = toxicity.occur(day);
        for (int drug = 0; drug < dose.length; drug++) {
            if (scheduleChange[drug] <= day) {
                followSchedule(drug, day - start[drug]);
            }
            Adherence adherence = plan.adherence(drug);
            if (adherence != null && shareChange[drug] <= day) {
                drawPeriod(drug, adherence, day);
            }
        }
        settle(day);
    }

    private void spend(double day) {
        double days = day - since;
        for (int drug = 0; drug < dose.length; drug++) {
            taken[drug] += dose[drug] * days;
            planned[drug] += plannedRate(drug) * days;
        }
        toxicity.spend(days);
        since = day;
    }

    private double plannedRate(int drug) {
        return toxicity.discontinued(drug) ? 0 : regimenDose[drug] * scheduled[drug];
    }

    private void settle(double day) {
        next = NEVER;
        for (int drug = 0; drug < dose.length; drug++) {
            dose[drug] = regimenDose[drug] * scheduled[drug] * takenShare[drug] * toxicity.factor(drug, day);
            next = Math.min(next, scheduleChange[drug]);
            next = Math.min(next, shareChange[drug]);
        }
        if (plan.toxic()) {
            next = Math.min(next, toxicity.setHazards(day, dose, patient));
        }
    }

    /** The regimen taken. */
    public int regimen() {
        return regimen;
    }

    /** The current dose of every drug relative to full dose; not to be changed. */
    public double[] doses() {
        return dose;
    }

    /** The next day on which a dose may change or something toxic happens, unless the regimen changes before; may be infinite. */
    public double nextChange() {
        return next;
    }

    /** Whether the last change was a toxic event. */
    public boolean toxicNow() {
        return toxicNow;
    }

    /** Whether the patient died of toxicity. */
    public boolean died() {
        return toxicity.died();
    }

    /** Events of grade 3 or more so far. */
    public int toxicEvents() {
        return toxicity.events();
    }

    /** Days of full dose of a drug taken until a day that is not after the next change. */
    public double cumulativeDose(int drug, double day) {
        return taken[drug] + dose[drug] * (day - since);
    }

    /** The same as planned by regimen and schedule, until the drug is discontinued for toxicity. */
    public double plannedDose(int drug, double day) {
        return planned[drug] + plannedRate(drug) * (day - since);
    }

    /** Dose to which toxicity has reduced a drug, relative to full dose. */
    public double doseLevel(int drug) {
        return toxicity.levelDose(drug);
    }

    /** Whether a drug was discontinued for toxicity. */
    public boolean discontinued(int drug) {
        return toxicity.discontinued(drug);
    }
}
