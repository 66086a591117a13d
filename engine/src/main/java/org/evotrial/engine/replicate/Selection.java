package org.evotrial.engine.replicate;

/** The k-th smallest of an array, by Hoare's selection with a median-of-three pivot; reorders the array. */
final class Selection {
    private Selection() {}

    /**
     * @param values the values, without NaN; reordered
     * @param n how many of them count
     * @param rank from 0, less than n
     */
    static double select(double[] values, int n, int rank) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            double pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
