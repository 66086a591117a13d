package org.evotrial.patient.assay;

import org.evotrial.spi.StrictFunctions;

/** The lesions of one patient as a scan meets them. Reused from scan to scan and patient to patient. */
public final class ScannedLesions {
    /** Diameter from which a lesion can be seen on the baseline scan (5 mm, 6.5e7 cells). */
    public static final double VISIBLE_AT_BASELINE_MILLIMETRES = 5;

    /** Diameter from which a lesion is measurable and so can be a target (RECIST 1.1). */
    public static final double MEASURABLE_MILLIMETRES = 10;

    /** Most target lesions of a patient (RECIST 1.1). */
    public static final int MOST_TARGETS = 5;

    /** Diameter in mm of a sphere of one cell at 1e9 cells per cubic centimetre: 10 (6/(pi 1e9))^(1/3). */
    private static final double MILLIMETRES_PER_ROOT_CELL = 0.0124070098179880;

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

    /** Begins a patient whose lesions now are those at baseline. */
    public void describe(TumourView tumour, AssayedDisease disease) {
        clear();
        addFrom(tumour, disease, true);
        chooseTargets();
    }

    /** Sets the diameters now; lesions that baseline did not have join with diameter 0 there. */
    public void update(TumourView tumour, AssayedDisease disease) {
        addFrom(tumour, disease, false);
        for (int i = 0; i < count; i++) {
            diameters[i] = diameter(tumour.cells(i));
        }
    }

    private void addFrom(TumourView tumour, AssayedDisease disease, boolean atBaseline) {
        for (int i = count; i < tumour.lesions(); i++) {
            double baseline = atBaseline ? diameter(tumour.cells(i)) : 0;
            add(baseline, disease.centralNervousSystem(tumour.organ(i)));
        }
    }

    /** Diameter in mm of a sphere of so many cells at 1e9 cells per cubic centimetre, D = (6V/pi)^(1/3). */
    public static double diameter(double cells) {
        return cells == 0 ? 0 : MILLIMETRES_PER_ROOT_CELL * StrictFunctions.cbrt(cells);
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
