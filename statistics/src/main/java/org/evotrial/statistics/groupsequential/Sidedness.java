package org.evotrial.statistics.groupsequential;

/** On which sides a group-sequential test rejects. */
public enum Sidedness {
    /** Rejects for {@code Z >= c}. */
    ONE_SIDED(1),
    /** Rejects for {@code |Z| >= c}; half of the level on each side. */
    TWO_SIDED_SYMMETRIC(2);

    private final int sides;

    Sidedness(int sides) {
        this.sides = sides;
    }

    /**
     * How many sides reject.
     *
     * @return 1 or 2
     */
    public int sides() {
        return sides;
    }
}
