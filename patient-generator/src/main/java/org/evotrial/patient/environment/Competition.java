package org.evotrial.patient.environment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.GrowthLaw;
import org.evotrial.spi.ConfigurationException;

/**
 * How the genotypes of a lesion compete for its capacity: the factor of their births is 1 - sum_j alpha_ij N_j / K, or
 * Gompertz's function of all cells. Immutable; {@link CompetitionStep} advances a lesion by it.
 */
public final class Competition implements Serializable {
    private static final long serialVersionUID = 1;

    private final boolean logarithmic;
    private final int[][] rivals;
    private final double[][] excess;
    private final boolean even;

    /** Coefficients are kept as their differences from 1, which most are. */
    private Competition(boolean logarithmic, double[][] coefficients) {
        int genotypes = coefficients.length;
        this.logarithmic = logarithmic;
        rivals = new int[genotypes][];
        excess = new double[genotypes][];
        boolean allOne = true;
        for (int i = 0; i < genotypes; i++) {
            double[] row = coefficients[i];
            requireRow(row, genotypes);
            int count = 0;
            int[] columns = new int[genotypes];
            double[] differences = new double[genotypes];
            for (int j = 0; j < genotypes; j++) {
                if (row[j] != 1) {
                    columns[count] = j;
                    differences[count++] = row[j] - 1;
                    allOne = false;
                }
            }
            rivals[i] = Arrays.copyOf(columns, count);
            excess[i] = Arrays.copyOf(differences, count);
        }
        even = allOne;
    }

    private static void requireRow(double[] row, int genotypes) {
        if (row.length != genotypes) {
            throw new IllegalArgumentException(
                    "A row of competition coefficients (%d long) must have one for each of %d genotypes."
                            .formatted(row.length, genotypes));
        }
        for (double coefficient : row) {
            if (!(coefficient >= 0 && coefficient < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The competition coefficient (" + coefficient + ") must be finite and not negative.");
            }
        }
    }

    /** Births b (1 - N/K), for any genotype. */
    public static Competition logistic(int genotypes) {
        return new Competition(false, ones(genotypes));
    }

    /** Births b (d/b + (1 - d/b) ln(K/N) / max(1, ln(K/N0))), for any genotype, with d/b of untreated sensitive cells. */
    public static Competition gompertz(int genotypes) {
        return new Competition(true, ones(genotypes));
    }

    /**
     * Births b_i (1 - sum_j alpha_ij N_j / K).
     *
     * @param coefficients square matrix of alpha_ij, finite and not negative; row i is what genotype i suffers
     */
    public static Competition lotkaVolterra(double[][] coefficients) {
        return new Competition(false, coefficients);
    }

    /**
     * The competition that a disease file asks for.
     *
     * @param law any law but exponential growth, which needs none
     * @param pointer JSON Pointer of the law
     * @throws ConfigurationException if a name is neither a genotype nor a mechanism
     */
    public static Competition of(GrowthLaw law, Genotypes genotypes, List<String> mechanisms, String pointer) {
        if (law instanceof GrowthLaw.LotkaVolterra volterra) {
            return lotkaVolterra(coefficients(volterra.competition(), genotypes, mechanisms, pointer + "/competition"));
        }
        if (law instanceof GrowthLaw.Exponential) {
            throw new IllegalArgumentException("Exponential growth knows no competition.");
        }
        return law instanceof GrowthLaw.Gompertz ? gompertz(genotypes.count()) : logistic(genotypes.count());
    }

    private static double[][] ones(int genotypes) {
        double[][] ones = new double[genotypes][genotypes];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    private static double[][] coefficients(
            Map<String, Map<String, Double>> named, Genotypes genotypes, List<String> mechanisms, String pointer) {
        requireKnown(named, genotypes, mechanisms, pointer);
        named.forEach((name, row) -> requireKnown(row, genotypes, mechanisms, pointer + "/" + name));
        double[][] coefficients = ones(genotypes.count());
        for (int i = 0; i < coefficients.length; i++) {
            for (Map<String, Double> row : matching(named, genotypes, i, mechanisms)) {
                for (int j = 0; j < coefficients.length; j++) {
                    for (double coefficient : matching(row, genotypes, j, mechanisms)) {
                        coefficients[i][j] *= coefficient;
                    }
                }
            }
        }
        return coefficients;
    }

    private static void requireKnown(
            Map<String, ?> named, Genotypes genotypes, List<String> mechanisms, String pointer) {
        for (String name : named.keySet()) {
            if (!genotypes.names().contains(name) && !mechanisms.contains(name)) {
                throw new ConfigurationException(
                        pointer + "/" + name,
                        "expected one of " + String.join(", ", genotypes.names()) + " but found " + name);
            }
        }
    }

    /** The entry under the genotype's own name, or else those under its mechanisms. */
    private static <T> List<T> matching(
            Map<String, T> named, Genotypes genotypes, int genotype, List<String> mechanisms) {
        T own = named.get(genotypes.names().get(genotype));
        if (own != null) {
            return List.of(own);
        }
        List<T> found = new ArrayList<>();
        for (int m = 0; m < mechanisms.size(); m++) {
            T entry = named.get(mechanisms.get(m));
            if (entry != null && genotypes.has(genotype, m)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Number of genotypes. */
    public int genotypes() {
        return rivals.length;
    }

    /** Whether births follow the logarithm of the number of cells (Gompertz). */
    boolean logarithmic() {
        return logarithmic;
    }

    /** Whether every cell takes the same from every genotype. */
    boolean even() {
        return even;
    }

    /**
     * The cells that a genotype suffers from, sum_j alpha_ij N_j.
     *
     * @param total all cells
     * @param cells cells by genotype
     */
    double crowd(int genotype, double total, double[] cells) {
        double crowd = total;
        int[] others = rivals[genotype];
        double[] differences = excess[genotype];
        for (int k = 0; k < others.length; k++) {
            crowd += differences[k] * cells[others[k]];
        }
        return crowd;
    }
}
