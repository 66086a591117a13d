package org.evotrial.patient.tumour;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.disease.Strata;
import org.evotrial.patient.sampling.BivariateNormal;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.StrictFunctions;

/** The joint law of the biomarkers of {@link Strata}, compiled. Immutable. */
final class StratumLaw implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String POINTER = "/population/disease/strata";
    private static final double ROUNDING = 1e-9;

    private final int biomarkers;
    private final double[] thresholds;
    private final double[][] root;
    private final int[] combinations;
    private final double[] cumulative;

    /**
     * @throws ConfigurationException if names are unknown or used twice, or no patients can have such shares
     */
    StratumLaw(Strata strata) {
        List<String> ids =
                strata.biomarkers().stream().map(Strata.Biomarker::id).toList();
        biomarkers = ids.size();
        requireDistinct(ids);
        thresholds = new double[biomarkers];
        combinations = new int[strata.jointTable().size()];
        cumulative = new double[combinations.length];
        if (combinations.length > 0) {
            root = new double[0][];
            fillTable(strata.jointTable(), ids);
        } else {
            NormalDistribution normal = new NormalDistribution();
            for (int i = 0; i < biomarkers; i++) {
                thresholds[i] = normal.inverseCumulativeProbability(prevalence(strata, i));
            }
            root = cholesky(correlations(strata, ids));
        }
    }

    private static void requireDistinct(List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                throw new ConfigurationException(
                        POINTER + "/biomarkers/" + i + "/id",
                        "expected another name: two biomarkers are called " + ids.get(i));
            }
        }
        if (ids.size() > Integer.SIZE - 2) {
            throw new ConfigurationException(POINTER + "/biomarkers", "expected at most 30 but found " + ids.size());
        }
    }

    private static double prevalence(Strata strata, int biomarker) {
        Double prevalence = strata.biomarkers().get(biomarker).prevalence();
        return prevalence == null ? Double.NaN : prevalence;
    }

    private static int index(String pointer, String id, List<String> ids) {
        int index = ids.indexOf(id);
        if (index < 0) {
            throw new ConfigurationException(pointer, "expected one of " + String.join(", ", ids) + " but found " + id);
        }
        return index;
    }

    private void fillTable(List<Strata.Combination> table, List<String> ids) {
        double total = 0;
        for (int row = 0; row < combinations.length; row++) {
            List<String> present = table.get(row).present();
            for (int i = 0; i < present.size(); i++) {
                combinations[row] |= 1 << index(POINTER + "/jointTable/" + row + "/present/" + i, present.get(i), ids);
            }
            total += table.get(row).probability();
            cumulative[row] = total;
        }
        if (!(Math.abs(total - 1) <= ROUNDING)) {
            throw new ConfigurationException(
                    POINTER + "/jointTable", "expected probabilities with the sum 1 but found " + total);
        }
    }

    private double[][] correlations(Strata strata, List<String> ids) {
        double[][] matrix = new double[biomarkers][biomarkers];
        for (int i = 0; i < biomarkers; i++) {
            matrix[i][i] = 1;
        }
        for (int k = 0; k < strata.pairs().size(); k++) {
            Strata.Pair pair = strata.pairs().get(k);
            String pointer = POINTER + "/pairs/" + k;
            int first = index(pointer + "/first", pair.first(), ids);
            int second = index(pointer + "/second", pair.second(), ids);
            double correlation = correlation(pair, prevalence(strata, first), prevalence(strata, second), pointer);
            matrix[first][second] = correlation;
            matrix[second][first] = correlation;
        }
        return matrix;
    }

    private static double correlation(Strata.Pair pair, double p, double q, String pointer) {
        if (pair.tetrachoric() != null) {
            return pair.tetrachoric();
        }
        double both = pair.bothPresent() == null ? Double.NaN : pair.bothPresent();
        try {
            return BivariateNormal.tetrachoric(p, q, both);
        } catch (IllegalArgumentException infeasible) {
            throw new ConfigurationException(
                    pointer + "/bothPresent",
                    "expected from " + Math.max(0, p + q - 1) + " to " + Math.min(p, q) + ", where " + pair.first()
                            + " has the prevalence " + p + " and " + pair.second() + " " + q + ", but found " + both);
        }
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double left = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    left -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    lower[i][i] = StrictFunctions.sqrt(Math.max(0, left));
                } else {
                    lower[i][j] = lower[j][j] > ROUNDING ? left / lower[j][j] : 0;
                }
                boolean impossible = i == j ? left < -ROUNDING : lower[j][j] <= ROUNDING && Math.abs(left) > ROUNDING;
                if (impossible) {
                    throw new ConfigurationException(
                            POINTER + "/pairs",
                            "expected pairs that can hold at the same time but their correlations contradict each other"
                                    + " (the matrix is not positive semi-definite)");
                }
            }
        }
        return lower;
    }

    /** Number of biomarkers. */
    int biomarkers() {
        return biomarkers;
    }

    /**
     * Draws which biomarkers a patient has.
     *
     * @param work room for as many numbers as there are biomarkers
     * @return a bit per biomarker
     */
    int draw(double[] work, UniformRandomProvider random) {
        if (combinations.length > 0) {
            double uniform = random.nextDouble();
            int row = 0;
            while (row < combinations.length - 1 && uniform >= cumulative[row]) {
                row++;
            }
            return combinations[row];
        }
        int present = 0;
        for (int i = 0; i < biomarkers; i++) {
            work[i] = Normal.draw(random);
            double correlated = 0;
            for (int j = 0; j <= i; j++) {
                correlated += root[i][j] * work[j];
            }
            present |= correlated < thresholds[i] ? 1 << i : 0;
        }
        return present;
    }
}
