package org.evotrial.patient.phylogeny;

import java.util.List;

/**
 * The clones of a lesion and their descent: the trunk first, every clone after its parent.
 *
 * @param clones the clones
 */
public record CloneTree(List<Clone> clones) {
    /** Parent of the trunk. */
    public static final int NONE = -1;

    /**
     * A clone: cells with a mutation that those of the parent clone do not have.
     *
     * @param name the mutations that it gained or lost against its parent; of the trunk those that it has
     * @param parent index of the parent clone, {@link #NONE} for the trunk
     * @param bornDay day on which its first cell was born, before baseline negative
     * @param cancerCellFraction share of the lesion's cells that belong to it or to its descendants
     * @param passengers neutral mutations of its first cell
     */
    public record Clone(String name, int parent, double bornDay, double cancerCellFraction, long passengers) {
        /** Whether all cells of the lesion belong to it: its mutations are truncal there, others are branch mutations. */
        public boolean truncal() {
            return cancerCellFraction == 1;
        }
    }

    public CloneTree {
        clones = List.copyOf(clones);
        for (int i = 0; i < clones.size(); i++) {
            int parent = clones.get(i).parent();
            if (i == 0 ? parent != NONE : parent < 0 || parent >= i) {
                throw new IllegalArgumentException("The parent (" + parent + ") of clone " + i
                        + " must stand before it, and only the first clone has none.");
            }
        }
    }

    /**
     * Share of the lesion's cells that belong to a clone and to none of its descendants.
     *
     * @param clone index of the clone
     */
    public double ownFraction(int clone) {
        double own = clones.get(clone).cancerCellFraction();
        for (Clone other : clones) {
            own -= other.parent() == clone ? other.cancerCellFraction() : 0;
        }
        return Math.max(0, own);
    }
}
