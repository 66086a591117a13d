package org.evotrial.statistics.allocation;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * A trial with binary responses that adapts allocation, closes arms and stops.
 *
 * <p>Without a control, an arm whose probability of being the best falls below {@code inferiority} is closed, and the trial
 * stops when that of one arm exceeds {@code superiority}. With a control the probability is that of being better than the
 * control; an arm that exceeds {@code superiority} becomes the control (if several do, the one most probably best), the
 * old one is closed, and the others are compared with the new one at once. Either way the trial stops when one arm is
 * left. These are the conventions of adaptr.
 *
 * @param looks patients with a result at each look, ascending; the last look is the end
 * @param randomised patients randomised by then, at least {@code looks}
 * @param superiority in (0.5, 1]; 1 never stops
 * @param inferiority in [0, 0.5); 0 never closes an arm
 * @param control arm, or -1
 * @param priorAlpha first shape of each arm's Beta prior
 * @param priorBeta second shape
 * @param rule allocation
 */
public record ResponseAdaptiveDesign(
        int[] looks,
        int[] randomised,
        double superiority,
        double inferiority,
        int control,
        double priorAlpha,
        double priorBeta,
        AdaptiveRule rule)
        implements Serializable {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public ResponseAdaptiveDesign {
        looks = looks.clone();
        randomised = randomised.clone();
        Admissible.inRange("number of looks", looks.length, 1, 10_000);
        Admissible.inRange("number of randomised", randomised.length, looks.length, looks.length);
        int before = 0;
        int randomisedBefore = 0;
        for (int i = 0; i < looks.length; i++) {
            Admissible.inRange("patients at a look", looks[i], before + 1L, Integer.MAX_VALUE);
            Admissible.inRange(
                    "patients randomised by a look",
                    randomised[i],
                    Math.max(randomisedBefore, looks[i]),
                    Integer.MAX_VALUE);
            before = looks[i];
            randomisedBefore = randomised[i];
        }
        if (!(superiority > 0.5 && superiority <= 1 && inferiority >= 0 && inferiority < 0.5)) {
            throw new IllegalArgumentException(String.format(
                    "The superiority (%s) must be in (0.5, 1], the inferiority (%s) in [0, 0.5).",
                    superiority, inferiority));
        }
        Admissible.inRange("control", control, -1, rule.limits().arms() - 1L);
        Admissible.positive("priorAlpha", priorAlpha);
        Admissible.positive("priorBeta", priorBeta);
    }

    /**
     * Number of arms.
     *
     * @return arms
     */
    public int arms() {
        return rule.limits().arms();
    }

    int mostPatients() {
        return randomised[randomised.length - 1];
    }

    int look(int index) {
        return looks[index];
    }

    int randomisedBy(int index) {
        return randomised[index];
    }

    int lookCount() {
        return looks.length;
    }
}
