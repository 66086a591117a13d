package org.evotrial.patient.assay;

/** The lesions of one patient as a scan meets them. Reused from scan to scan and patient to patient. */
public final class ScannedLesions {
    /** Diameter from which a lesion can be seen on the baseline scan (5 mm, 6.5e7 cells). */
    public static final double VISIBLE_AT_BASELINE_MILLIMETRES = 5;

    /** Diameter from which a lesion is measurable and so can be a target (RECIST 1.1). */
    public static final double MEASURABLE_MILLIMETRES = 10;

    /** Most target lesions of a patient (RECIST 1.1). */
    public static final int MOST_TARGETS = 5;

    private final double[] diameters;
    private final double[] baselineDiameters;
    private final boolean[] target;
    private final boolean[] centralNervousSystem;
    private final boolean[] remembered;
    private int count;

    /** Room for the given number of lesions. */
    public ScannedLesions(int most) {
        diameters = new double[most];
        baselineDiameters = new double[most];
        target = new boolean[most];
        centralNervousSystem = new boolean[most];
        remembered = new boolean[most];
    }

    /** Begins another patient without lesions. */
    public void clear() {
        count = 0;
    }

    /** Adds a lesion with its diameter at baseline, mm. */
    public void add(double baselineDiameter, boolean inCentralNervousSystem) {
        diameters[count] = baselineDiameter;
        baselineDiameters[count] = baselineDiameter;
        target[count] = false;
        centralNervousSystem[count] = inCentralNervousSystem;
        remembered[count] = false;
        count++;
    }

    /** Makes the largest measurable lesions the targets, at most five. */
    public void chooseTargets() {
        for (int chosen = 0; chosen < MOST_TARGETS; chosen++) {
            int largest = -1;
            for (int i = 0; i < count; i++) {
                if (!target[i]
                        && baselineDiameters[i] >= MEASURABLE_MILLIMETRES
                        && (largest < 0 || baselineDiameters[i] > baselineDiameters[largest])) {
                    largest = i;
                }
            }
            if (largest < 0) {
                return;
            }
            target[largest] = true;
        }
    }

    /** Sets the diameter now, mm. */
    public void setDiameter(int lesion, double millimetres) {
        diameters[lesion] = millimetres;
    }

    /** Number of lesions. */
    public int count() {
        return count;
    }

    /** Diameter now, mm. */
    public double diameter(int lesion) {
        return diameters[lesion];
    }

    /** Diameter at baseline, mm. */
    public double baselineDiameter(int lesion) {
        return baselineDiameters[lesion];
    }

    /** Whether the lesion is a target. */
    public boolean isTarget(int lesion) {
        return target[lesion];
    }

    /** Whether it lies in the central nervous system. */
    public boolean isCentralNervousSystem(int lesion) {
        return centralNervousSystem[lesion];
    }

    /** Whether it was recorded as new or unequivocally progressing. */
    public boolean isRemembered(int lesion) {
        return remembered[lesion];
    }

    void remember(int lesion) {
        remembered[lesion] = true;
    }
}
