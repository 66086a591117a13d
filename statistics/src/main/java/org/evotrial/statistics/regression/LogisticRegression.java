package org.evotrial.statistics.regression;

/**
 * Logistic regression: {@code P(y = 1) = 1 / (1 + exp(-x b))}, coefficients are logarithms of odds ratios, standard errors from
 * the expected information at the estimate.
 */
public final class LogisticRegression {
    private static final int MOST_STEPS = 100;
    private static final double LARGEST_STEP = 5;
    private static final double CONVERGED = 1e-10;

    private LogisticRegression() {}

    /**
     * Maximum likelihood.
     *
     * @param design one row per observation, one column per coefficient; an intercept is a column of ones
     * @param response 0 or 1
     * @return fit
     * @throws IllegalArgumentException if the data are not admissible, a column depends linearly on those before it, or the
     *     columns separate the responses, so that there is no maximum: see {@link #firth}
     */
    public static RegressionFit fit(double[][] design, double[] response) {
        return newton(design, response, false);
    }

    /**
     * Firth's estimate: the likelihood times the root of the determinant of the information, which removes the first-order
     * bias and exists also where columns separate the responses. Firth 1993, doi:10.1093/biomet/80.1.27; Heinze and Schemper
     * 2002, doi:10.1002/sim.1047. In a 2 x 2 table it adds 1/2 to each cell.
     *
     * @param design as for {@link #fit}
     * @param response 0 or 1
     * @return fit; its standard errors are those of the unpenalised information
     * @throws IllegalArgumentException if the data are not admissible or a column depends linearly on those before it
     */
    public static RegressionFit firth(double[][] design, double[] response) {
        return newton(design, response, true);
    }

    private static RegressionFit newton(double[][] design, double[] response, boolean penalised) {
        requireBinary(design, response);
        int columns = design[0].length;
        double[] coefficients = new double[columns];
        double[] weights = new double[response.length];
        double[] residuals = new double[response.length];
        double before = Double.NEGATIVE_INFINITY;
        double[] step = new double[columns];
        double damping = 1;
        for (int i = 0; i < MOST_STEPS; i++) {
            double logLikelihood = evaluate(design, response, coefficients, weights, residuals);
            NormalEquations information = information(design, weights, i > 0 && !penalised);
            double value = penalised ? logLikelihood + 0.5 * information.logDeterminant() : logLikelihood;
            if (value < before - 1e-9 && damping > 1e-6) {
                damping *= 0.5;
                move(coefficients, step, -damping);
                continue;
            }
            damping = 1;
            before = value;
            if (penalised) {
                penalise(design, weights, residuals, information);
            }
            step = information.solve(score(design, residuals));
            if (largest(step) < CONVERGED) {
                return new RegressionFit(coefficients, information.inverse(1), Double.POSITIVE_INFINITY, value);
            }
            shorten(step);
            move(coefficients, step, 1);
        }
        throw separated();
    }

    /**
     * Where columns separate responses, Newton's steps do not shrink, and the weights of the separated observations vanish until
     * the others no longer determine all coefficients. Columns that depend on each other show before the first step.
     */
    private static NormalEquations information(double[][] design, double[] weights, boolean stepped) {
        try {
            return NormalEquations.of(design, weights);
        } catch (IllegalArgumentException dependent) {
            throw stepped ? separated() : dependent;
        }
    }

    private static void requireBinary(double[][] design, double[] response) {
        LinearRegression.requireData(design, response, 0);
        for (double each : response) {
            if (each != 0 && each != 1) {
                throw new IllegalArgumentException(String.format("The response (%s) must be 0 or 1.", each));
            }
        }
    }

    /** Fills weights {@code p (1 - p)} and residuals {@code y - p}; returns the log-likelihood. */
    static double evaluate(
            double[][] design, double[] response, double[] coefficients, double[] weights, double[] residuals) {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double linear = LinearRegression.linear(design[i], coefficients);
            double p = 1 / (1 + StrictMath.exp(-linear));
            weights[i] = p * (1 - p);
            residuals[i] = response[i] - p;
            double loss = response[i] == 1 ? -linear : linear;
            sum -= Math.max(0, loss) + StrictMath.log1p(StrictMath.exp(-Math.abs(loss)));
        }
        return sum;
    }

    /** Adds {@code h_i (1/2 - p_i)} to the residuals, with the leverages {@code h_i}. */
    private static void penalise(double[][] design, double[] weights, double[] residuals, NormalEquations information) {
        double[][] inverse = information.inverse(1);
        for (int i = 0; i < design.length; i++) {
            double leverage = 0;
            for (int a = 0; a < design[i].length; a++) {
                leverage += design[i][a] * LinearRegression.linear(design[i], inverse[a]);
            }
            // A positive residual 1 - p is that of a response.
            double p = residuals[i] > 0 ? 1 - residuals[i] : -residuals[i];
            residuals[i] += leverage * weights[i] * (0.5 - p);
        }
    }

    private static double[] score(double[][] design, double[] residuals) {
        double[] score = new double[design[0].length];
        for (int i = 0; i < design.length; i++) {
            for (int a = 0; a < score.length; a++) {
                score[a] += design[i][a] * residuals[i];
            }
        }
        return score;
    }

    private static void move(double[] coefficients, double[] step, double factor) {
        for (int a = 0; a < coefficients.length; a++) {
            coefficients[a] += factor * step[a];
        }
    }

    private static void shorten(double[] step) {
        double largest = largest(step);
        if (largest > LARGEST_STEP) {
            for (int a = 0; a < step.length; a++) {
                step[a] *= LARGEST_STEP / largest;
            }
        }
    }

    private static double largest(double[] step) {
        double largest = 0;
        for (double each : step) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private static IllegalArgumentException separated() {
        return new IllegalArgumentException(
                "The likelihood must have a maximum; it has none, as the columns of the design separate the responses.");
    }
}
