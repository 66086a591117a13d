package org.evotrial.model.json;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that a misspelt one was meant to be. */
public final class NearestName {
    private static final int SHORTEST = 3;

    private NearestName() {}

    /**
     * The candidate with the fewest edits (insertion, deletion, substitution, transposition of neighbours; Damerau 1964,
     * doi:10.1145/363958.363994) regardless of case, the first of several; null if none is within a third of the
     * length (one edit for names of three to five characters, none for shorter ones).
     */
    public static @Nullable String of(String name, Collection<String> candidates) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int edits = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        int admitted = name.length() < SHORTEST ? 0 : Math.max(1, name.length() / 3);
        return fewest <= admitted ? nearest : null;
    }

    /** {@code did you mean "..."?} with the nearest name, or null. */
    public static @Nullable String question(String name, Collection<String> candidates) {
        String nearest = of(name, candidates);
        return nearest == null ? null : "did you mean \"%s\"?".formatted(nearest);
    }

    /** Optimal string alignment distance. */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int step(int[][] edits, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
