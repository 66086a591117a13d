package org.evotrial.patient.tumour;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.disease.Strata;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** What the biomarkers of {@link Strata} change in patients, by biomarker and level. Immutable. */
final class StratumEffects implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int LEVELS = 2;

    private final double[][] growth;
    private final double[][][] kill;
    private final double[][][] prevalence;

    /**
     * @throws ConfigurationException if effects name unknown treatments or mechanisms, or mechanisms without a prevalence
     */
    StratumEffects(Strata strata, List<Mechanism> mechanisms, List<String> treatments) {
        int biomarkers = strata.biomarkers().size();
        growth = new double[biomarkers][LEVELS];
        kill = new double[biomarkers][LEVELS][treatments.size()];
        prevalence = new double[biomarkers][LEVELS][mechanisms.size()];
        for (int i = 0; i < biomarkers; i++) {
            String pointer = "/population/disease/strata/biomarkers/" + i;
            Strata.Biomarker biomarker = strata.biomarkers().get(i);
            fill(i, 0, biomarker.absent(), mechanisms, treatments, pointer + "/absent");
            fill(i, 1, biomarker.present(), mechanisms, treatments, pointer + "/present");
        }
    }

    private void fill(
            int biomarker,
            int level,
            Strata.@Nullable Effects effects,
            List<Mechanism> mechanisms,
            List<String> treatments,
            String pointer) {
        growth[biomarker][level] = effects == null ? 1 : effects.netGrowthFactor();
        Arrays.fill(kill[biomarker][level], 1);
        Arrays.fill(prevalence[biomarker][level], 1);
        if (effects == null) {
            return;
        }
        List<String> names = mechanisms.stream().map(Mechanism::id).toList();
        read(effects.killFactors(), treatments, kill[biomarker][level], pointer + "/killFactors");
        read(effects.prevalenceFactors(), names, prevalence[biomarker][level], pointer + "/prevalenceFactors");
        for (String name : effects.prevalenceFactors().keySet()) {
            requirePrevalence(mechanisms.get(names.indexOf(name)), pointer + "/prevalenceFactors/" + name);
        }
    }

    private static void read(Map<String, Double> factors, List<String> names, double[] into, String pointer) {
        factors.forEach((name, factor) -> {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new ConfigurationException(
                        pointer + "/" + name, "expected one of " + String.join(", ", names) + " but found " + name);
            }
            if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new ConfigurationException(
                        pointer + "/" + name, "expected a number from 0 on but found " + factor);
            }
            into[index] = factor;
        });
    }

    private static void requirePrevalence(Mechanism mechanism, String pointer) {
        boolean inAll = mechanism.preExisting() instanceof PreExisting.Truncal truncal && truncal.prevalence() == 1;
        boolean has = mechanism.preExisting() instanceof PreExisting.Empirical
                || mechanism.preExisting() instanceof PreExisting.Truncal;
        if (!has || inAll) {
            throw new ConfigurationException(
                    pointer,
                    "expected a mechanism whose preExisting is empirical, or truncal with a prevalence below 1");
        }
    }

    /**
     * Factor on the net growth.
     *
     * @param present a bit per biomarker
     */
    double netGrowth(int present) {
        double factor = 1;
        for (int i = 0; i < growth.length; i++) {
            factor *= growth[i][present >> i & 1];
        }
        return factor;
    }

    /** Factor on the kill by a treatment. */
    double kill(int present, int treatment) {
        double factor = 1;
        for (int i = 0; i < kill.length; i++) {
            factor *= kill[i][present >> i & 1][treatment];
        }
        return factor;
    }

    /** Factor on the share of patients with a mechanism before treatment. */
    double prevalence(int present, int mechanism) {
        double factor = 1;
        for (int i = 0; i < prevalence.length; i++) {
            factor *= prevalence[i][present >> i & 1][mechanism];
        }
        return factor;
    }
}
