package org.evotrial.patient.drug;

/**
 * The distinct exposures that a patient meets, by index, so that what was prepared for one can be used again: few, since doses
 * change between few levels. The regimens come first, at the doses that they name, so that index 0 is no drug. When all places are
 * taken, the one that was not used for longest is given to another exposure; regimens keep theirs.
 */
public final class Exposures {
    private static final int PLACES_BEYOND_REGIMENS = 32;

    private final DrugEffects effects;
    private final Exposure[] kept;
    private final long[] used;
    private final double[] effective;
    private long clock;
    private int count;
    private boolean replaced;

    public Exposures(DrugEffects effects) {
        this.effects = effects;
        effective = new double[effects.drugs()];
        kept = new Exposure[effects.regimens() + PLACES_BEYOND_REGIMENS];
        used = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new Exposure(effects.drugs());
        }
        for (int regimen = 0; regimen < effects.regimens(); regimen++) {
            for (int drug = 0; drug < effective.length; drug++) {
                effective[drug] = effects.acts(drug) ? effects.dose(regimen, drug) : 0;
            }
            kept[count++].set(effective);
        }
    }

    /** The index of these relative doses; drugs that do nothing do not count. {@link #replaced()} says whether it is new. */
    public int indexOf(double[] doses) {
        for (int drug = 0; drug < effective.length; drug++) {
            effective[drug] = effects.acts(drug) ? doses[drug] : 0;
        }
        int index = find();
        replaced = index < 0;
        if (replaced) {
            index = count < kept.length ? count++ : oldest();
            kept[index].set(effective);
        }
        used[index] = ++clock;
        return index;
    }

    private int find() {
        for (int i = 0; i < count; i++) {
            if (kept[i].is(effective)) {
                return i;
            }
        }
        return -1;
    }

    private int oldest() {
        int oldest = effects.regimens();
        for (int i = oldest + 1; i < kept.length; i++) {
            if (used[i] < used[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    /** Number of places. */
    public int places() {
        return kept.length;
    }

    /** Whether the last index asked for stood for something else before, or for nothing. */
    public boolean replaced() {
        return replaced;
    }

    /** The exposure of an index. */
    public Exposure get(int index) {
        return kept[index];
    }
}
