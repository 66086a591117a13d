package org.evotrial.patient.environment;

/** Lotka-Volterra competition of three types in steps of 1/200 day of numbers, not of logarithms: slow and plain. */
final class PlainCompetition {
    final double[] cells = new double[3];
    final double[] birth = new double[3];
    final double[] death = new double[3];
    final double[] perDivision = new double[3];
    final double[] capacity = new double[3];
    final double[][] change = new double[3][3];
    private final double[] factorDays = new double[3];
    private final double[][] alpha;
    private final double lesionCapacity;
    private double days;

    PlainCompetition(double[][] alpha, double lesionCapacity) {
        this.alpha = alpha;
        this.lesionCapacity = lesionCapacity;
    }

    void advance(double byDays) {
        int steps = (int) Math.ceil(byDays * 200);
        double h = byDays / steps;
        for (int s = 0; s < steps; s++) {
            double[] first = derivative(cells);
            double[] second = derivative(moved(first, h / 2));
            double[] third = derivative(moved(second, h / 2));
            double[] fourth = derivative(moved(third, h));
            for (int i = 0; i < 3; i++) {
                factorDays[i] += h / 2 * factor(cells, i);
            }
            for (int i = 0; i < 3; i++) {
                cells[i] += h / 6 * (first[i] + 2 * second[i] + 2 * third[i] + fourth[i]);
            }
            for (int i = 0; i < 3; i++) {
                factorDays[i] += h / 2 * factor(cells, i);
            }
        }
        days += byDays;
    }

    private double[] moved(double[] slope, double h) {
        double[] moved = new double[3];
        for (int i = 0; i < 3; i++) {
            moved[i] = cells[i] + h * slope[i];
        }
        return moved;
    }

    private double factor(double[] at, int i) {
        double crowd = 0;
        for (int j = 0; j < 3; j++) {
            crowd += alpha[i][j] * at[j];
        }
        return 1 - crowd / (lesionCapacity * capacity[i]);
    }

    private double[] derivative(double[] at) {
        double[] derivative = new double[3];
        for (int i = 0; i < 3; i++) {
            double f = factor(at, i);
            double births = birth[i] * Math.max(0, f);
            derivative[i] += at[i] * (births - perDivision[i] * births - birth[i] * Math.max(0, -f) - death[i]);
            for (int j = 0; j < 3; j++) {
                derivative[i] += change[j][i] * at[j] - change[i][j] * at[i];
            }
        }
        return derivative;
    }

    double total() {
        return cells[0] + cells[1] + cells[2];
    }

    double averageFactor(int i) {
        return factorDays[i] / days;
    }
}
