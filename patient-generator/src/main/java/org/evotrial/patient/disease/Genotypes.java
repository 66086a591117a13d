package org.evotrial.patient.disease;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All genotypes of a disease: bit masks over its mechanisms with at most a given number of them, the sensitive one
 * first, those with fewer mechanisms before those with more. Immutable.
 */
public final class Genotypes implements Serializable {
    private static final long serialVersionUID = 1;

    private final int[] masks;
    private final int[][] descendants;
    private final double[] birthFactors;
    private final List<String> names;

    public Genotypes(List<Mechanism> mechanisms, int maximumMechanismsPerCell) {
        int count = mechanisms.size();
        List<Integer> kept = new ArrayList<>();
        for (int mask = 0; mask < 1 << count; mask++) {
            if (Integer.bitCount(mask) <= maximumMechanismsPerCell) {
                kept.add(mask);
            }
        }
        kept.sort(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()));
        masks = kept.stream().mapToInt(Integer::intValue).toArray();
        descendants = new int[masks.length][count];
        birthFactors = new double[masks.length];
        List<String> labels = new ArrayList<>();
        for (int g = 0; g < masks.length; g++) {
            birthFactors[g] = 1;
            List<String> parts = new ArrayList<>();
            for (int m = 0; m < count; m++) {
                boolean has = (masks[g] & 1 << m) != 0;
                descendants[g][m] = has ? -1 : kept.indexOf(masks[g] | 1 << m);
                if (has) {
                    birthFactors[g] *= 1 - mechanisms.get(m).fitnessCost();
                    parts.add(mechanisms.get(m).id());
                }
            }
            labels.add(parts.isEmpty() ? "sensitive" : String.join("+", parts));
        }
        names = List.copyOf(labels);
    }

    /** Number of genotypes. */
    public int count() {
        return masks.length;
    }

    /** Whether a genotype has a mechanism. */
    public boolean has(int genotype, int mechanism) {
        return (masks[genotype] & 1 << mechanism) != 0;
    }

    /** The genotype that arises when a cell acquires a mechanism; -1 if it has it or has gathered too many. */
    public int descendant(int genotype, int mechanism) {
        return descendants[genotype][mechanism];
    }

    /** Birth rate relative to the sensitive genotype. */
    public double birthFactor(int genotype) {
        return birthFactors[genotype];
    }

    /** Names joined by plus signs; {@code sensitive} without any mechanism. */
    public List<String> names() {
        return names;
    }
}
