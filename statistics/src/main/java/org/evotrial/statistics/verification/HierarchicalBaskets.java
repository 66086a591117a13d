package org.evotrial.statistics.verification;

import java.util.Arrays;
import java.util.Collections;
import org.evotrial.statistics.bayes.basket.BasketLogit;
import org.evotrial.statistics.bayes.basket.BasketTrial;
import org.evotrial.statistics.bayes.basket.ExchangeableDistribution;
import org.evotrial.statistics.bayes.basket.HeterogeneityPrior;
import org.evotrial.statistics.bayes.basket.HierarchicalAnalysis;

/** The two hierarchical models that the reference files name, with the priors of their headers. */
final class HierarchicalBaskets {
    private static final double NULL_RATE = 0.15;
    private static final double TARGET_RATE = 0.35;

    private HierarchicalBaskets() {}

    static HierarchicalAnalysis of(String model, BasketTrial trial) {
        HeterogeneityPrior heterogeneity = new HeterogeneityPrior.HalfNormal(1);
        double[] each = new double[trial.baskets()];
        return switch (model) {
            case "berry" -> {
                Arrays.fill(each, TARGET_RATE);
                double centre = logit(NULL_RATE) - logit(TARGET_RATE);
                yield HierarchicalAnalysis.berry(trial, each, new ExchangeableDistribution(centre, 2, heterogeneity));
            }
            case "exnex" -> {
                Arrays.fill(each, 0.5);
                yield HierarchicalAnalysis.exnex(
                        trial,
                        each,
                        new ExchangeableDistribution(logit(NULL_RATE), 2, heterogeneity),
                        Collections.nCopies(trial.baskets(), BasketLogit.at(NULL_RATE, 2)));
            }
            default ->
                throw new IllegalArgumentException(String.format("The model (%s) must be one of berry, exnex.", model));
        };
    }

    private static double logit(double rate) {
        return StrictMath.log(rate / (1 - rate));
    }
}
