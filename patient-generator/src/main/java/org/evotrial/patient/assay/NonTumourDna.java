package org.evotrial.patient.assay;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.disease.NonTumourVariant;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.StrictFunctions;

/** Variants of one patient's normal cells: what the patient is born with or has by baseline, the same in every sample. */
public final class NonTumourDna {
    private final List<NonTumourVariant> variants;
    private final int[] biomarker;
    private final double[] vaf;

    /**
     * Room for a patient of the disease.
     *
     * @throws ConfigurationException if a variant is taken for no biomarker of the disease
     */
    public NonTumourDna(AssayedDisease disease) {
        variants = disease.shedding().nonTumourVariants();
        biomarker = new int[variants.size()];
        for (int v = 0; v < biomarker.length; v++) {
            biomarker[v] = disease.biomarkers().indexOf(variants.get(v).biomarker());
            if (biomarker[v] < 0) {
                throw new ConfigurationException(
                        "/population/disease/shedding/nonTumourVariants/" + v + "/biomarker",
                        "expected one of " + String.join(", ", disease.biomarkers()) + " but found "
                                + variants.get(v).biomarker());
            }
        }
        vaf = new double[disease.biomarkers().size()];
    }

    /** Draws another patient's; without such variants nothing is drawn. */
    public void draw(UniformRandomProvider random) {
        Arrays.fill(vaf, 0);
        for (int v = 0; v < biomarker.length; v++) {
            NonTumourVariant variant = variants.get(v);
            boolean carrier = random.nextDouble() < variant.probability();
            double fraction = variant.medianVaf() * StrictFunctions.exp(variant.sigmaLog() * Normal.draw(random));
            vaf[biomarker[v]] = Math.min(1, vaf[biomarker[v]] + (carrier ? fraction : 0));
        }
    }

    /** Fraction of the normal cell-free DNA that looks like a biomarker. */
    public double vaf(int ofBiomarker) {
        return vaf[ofBiomarker];
    }
}
