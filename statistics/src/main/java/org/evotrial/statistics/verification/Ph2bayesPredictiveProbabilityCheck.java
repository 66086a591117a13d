package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.phasetwo.ResponsePrediction;

/** Predictive probabilities of ph2bayes' {@code predprob} and posterior probabilities of base R. */
final class Ph2bayesPredictiveProbabilityCheck implements RowCheck {
    private static final Tolerance PROBABILITY = Tolerance.absolute(1e-12);

    @Override
    public String file() {
        return "ph2bayes_predictive_probability.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("y", "n", "nmax", "alpha_e", "beta_e", "p_s", "theta_t", "predprob", "posteriorProbGreater");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        ResponsePrediction prediction = new ResponsePrediction(
                new BetaBinomial(row.number("alpha_e"), row.number("beta_e")),
                row.number("p_s"),
                row.number("theta_t"),
                row.integer("nmax"));
        int responses = row.integer("y");
        int observed = row.integer("n");
        findings.compare(row, "predprob", prediction.predictiveProbability(responses, observed), PROBABILITY);
        findings.compare(
                row, "posteriorProbGreater", prediction.posteriorProbability(responses, observed), PROBABILITY);
    }
}
