package org.evotrial.patient.disease;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evotrial.spi.ConfigurationException;

/**
 * All genotypes that can arise in a disease: sets of mechanisms, the sensitive one first, those with fewer mechanisms before
 * those with more. Between them runs a directed graph: a cell gains a mechanism whose prerequisites it has, and loses one
 * that can revert. Sets that no cell reaches from the founders (without mechanisms, or with the truncal ones) are not there.
 * Immutable.
 */
public final class Genotypes implements Serializable {
    /** Most genotypes. */
    public static final int MOST = Long.SIZE;

    private static final long serialVersionUID = 1;
    private static final int MOST_MECHANISMS = 30;

    private final int[] masks;
    private final int[] activeMasks;
    private final int[][] gained;
    private final int[][] lost;
    private final double[] birthFactors;
    private final double[] antigenicities;
    private final List<String> names;

    /**
     * @param mechanisms mechanisms of the disease
     * @param maximumMechanismsPerCell most mechanisms that a cell can gather besides truncal ones
     * @throws ConfigurationException if a mechanism refers to one that does not exist, or more than {@link #MOST} genotypes can
     *     arise
     */
    public Genotypes(List<Mechanism> mechanisms, int maximumMechanismsPerCell) {
        int count = mechanisms.size();
        if (count > MOST_MECHANISMS) {
            throw new ConfigurationException(
                    "/population/disease/mechanisms", "expected at most " + MOST_MECHANISMS + " but found " + count);
        }
        MechanismRules rules = new MechanismRules(mechanisms, maximumMechanismsPerCell);
        List<Integer> kept = reachable(rules, count);
        masks = kept.stream().mapToInt(Integer::intValue).toArray();
        activeMasks = new int[masks.length];
        gained = new int[masks.length][count];
        lost = new int[masks.length][count];
        birthFactors = new double[masks.length];
        antigenicities = new double[masks.length];
        List<String> labels = new ArrayList<>();
        for (int g = 0; g < masks.length; g++) {
            activeMasks[g] = rules.active(masks[g]);
            birthFactors[g] = 1;
            antigenicities[g] = 1;
            List<String> parts = new ArrayList<>();
            for (int m = 0; m < count; m++) {
                gained[g][m] = rules.canGain(masks[g], m) ? kept.indexOf(masks[g] | 1 << m) : -1;
                lost[g][m] = rules.canLose(masks[g], m) ? kept.indexOf(masks[g] & ~(1 << m)) : -1;
                if (active(g, m)) {
                    birthFactors[g] *= 1 - mechanisms.get(m).fitnessCost();
                    antigenicities[g] *= mechanisms.get(m).antigenicity();
                }
                if (has(g, m)) {
                    parts.add(mechanisms.get(m).id());
                }
            }
            labels.add(parts.isEmpty() ? "sensitive" : String.join("+", parts));
        }
        names = List.copyOf(labels);
    }

    private static List<Integer> reachable(MechanismRules rules, int mechanisms) {
        Set<Integer> found = new TreeSet<>(
                Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()));
        Deque<Integer> left = new ArrayDeque<>(rules.founders());
        found.addAll(left);
        while (!left.isEmpty()) {
            int mask = left.remove();
            for (int m = 0; m < mechanisms; m++) {
                if ((rules.canGain(mask, m) || rules.canLose(mask, m)) && found.add(mask ^ 1 << m)) {
                    left.add(mask ^ 1 << m);
                }
            }
            if (found.size() > MOST) {
                throw new ConfigurationException(
                        "/population/disease/mechanisms",
                        "expected at most " + MOST + " genotypes that can arise but found more");
            }
        }
        found.add(0);
        return List.copyOf(found);
    }

    /**
     * The genotype with just the mechanisms of a set.
     *
     * @param mask a bit per mechanism
     * @throws IllegalArgumentException if it cannot arise
     */
    public int of(int mask) {
        for (int g = 0; g < masks.length; g++) {
            if (masks[g] == mask) {
                return g;
            }
        }
        throw new IllegalArgumentException(
                "There is no genotype with the mechanisms " + Integer.toBinaryString(mask) + ".");
    }

    /** Number of genotypes. */
    public int count() {
        return masks.length;
    }

    /** Whether a genotype has a mechanism; an assay sees it even where another one cancels its effect. */
    public boolean has(int genotype, int mechanism) {
        return (masks[genotype] & 1 << mechanism) != 0;
    }

    /** Whether a genotype has a mechanism and no other one that cancels its effect. */
    public boolean active(int genotype, int mechanism) {
        return (activeMasks[genotype] & 1 << mechanism) != 0;
    }

    /**
     * The genotype that arises when a cell acquires a mechanism; -1 if it cannot: it has it, lacks what that requires, has what
     * that excludes, or has gathered too many.
     */
    public int descendant(int genotype, int mechanism) {
        return gained[genotype][mechanism];
    }

    /** The genotype that arises when a cell loses a mechanism; -1 if it cannot. */
    public int reverted(int genotype, int mechanism) {
        return lost[genotype][mechanism];
    }

    /** Birth rate relative to the sensitive genotype. */
    public double birthFactor(int genotype) {
        return birthFactors[genotype];
    }

    /** Recognition by immune cells relative to the sensitive genotype. */
    public double antigenicity(int genotype) {
        return antigenicities[genotype];
    }

    /** Names joined by plus signs; {@code sensitive} without any mechanism. */
    public List<String> names() {
        return names;
    }
}
