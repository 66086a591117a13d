package org.evotrial.statistics.survival;

/** What arrays with one element per subject must be, and what is said where they are not. */
final class SubjectArrays {
    private SubjectArrays() {}

    /** Checks that an array has an element for each of {@code n} subjects. */
    static void requireLength(String name, int length, int n) {
        if (n < 0 || length < n) {
            throw new IllegalArgumentException(String.format(
                    "The number of subjects (%d) must be in [0, %d], the length of %s.", n, length, name));
        }
    }

    /** The exception that names the first subject who is not admissible; there is one. */
    static IllegalArgumentException firstProblem(double[] time, int[] group, int n) {
        for (int i = 0; i < n; i++) {
            if (!(time[i] >= 0 && time[i] < Double.POSITIVE_INFINITY)) {
                return new IllegalArgumentException(
                        String.format("The time (%s) of subject %d must be finite and not negative.", time[i], i));
            }
            if (group[i] != 0 && group[i] != 1) {
                return new IllegalArgumentException(String.format(
                        "The group (%d) of subject %d must be 0 (control) or 1 (experimental).", group[i], i));
            }
        }
        throw new IllegalStateException("No subject is out of the admissible set.");
    }
}
