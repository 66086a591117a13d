package org.evotrial.patient.assay;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Gamma;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * Circulating tumour DNA in a plasma sample (Avanzini et al. 2020, doi:10.1126/sciadv.abc4308): background cell-free DNA is
 * gamma distributed, mutant genome equivalents in the sample are Poisson, a share of the molecules is sequenced, and each
 * read is wrong with a small probability. Positive: at least so many mutant reads and at least so large a variant allele
 * fraction.
 *
 * @param biomarkers what is looked for, in the order of the channels
 * @param turnAroundDays days until the result is known
 * @param failureProbability probability that a sample gives no result
 * @param plasmaMillilitres plasma per sample
 * @param backgroundShape shape of the gamma law of background cell-free DNA, ng per mL
 * @param backgroundScale its scale, ng per mL
 * @param nanogramsPerGenomeEquivalent mass of one genome equivalent
 * @param sequencingEfficiency share of the molecules that is read
 * @param errorRate probability that a read of a normal molecule appears mutant
 * @param maximumReads most unique molecules that are read
 * @param minimumMutantReads fewest mutant reads of a positive call
 * @param detectionLimitVaf smallest variant allele fraction of a positive call
 * @param falsePositiveProbability probability per sample and biomarker of a positive call without the tumour's doing
 * @param remarks sources
 */
@TypeId("ctdna")
@Description("Circulating tumour DNA in a plasma sample: reads, variant allele fractions and calls.")
public record CtdnaAssay(
        @Description("What is looked for, in the order of the channels.")
        @NotEmpty
        @Reference(to = Reference.Target.DISEASE_BIOMARKER)
        List<String> biomarkers,

        @Description("Days until the result is known.") @Default("0") @PositiveOrZero
        double turnAroundDays,

        @Description("Probability that a sample gives no result.") @Default("0") @Probability
        double failureProbability,

        @Default("8.25") @Positive @Description("Plasma per sample; 15 mL of blood give 8.25 mL.")
        double plasmaMillilitres,

        @Description("Shape of the gamma law of background cell-free DNA, ng per mL.") @Default("1.86") @Positive
        double backgroundShape,

        @Default("3.38") @Positive @Description("Scale of the background cell-free DNA, ng per mL.")
        double backgroundScale,

        @Description("Mass of one genome equivalent.") @Default("0.0066") @Positive
        double nanogramsPerGenomeEquivalent,

        @Default("0.5") @Probability @Positive @Description("Share of the molecules that is read.")
        double sequencingEfficiency,

        @Default("1e-5") @Probability @Description("Probability that a read of a normal molecule appears mutant.")
        double errorRate,

        @Description("Most unique molecules that are read.") @Default("100000") @Positive
        double maximumReads,

        @Description("Fewest mutant reads of a positive call.") @Default("2") @Min(1)
        int minimumMutantReads,

        @Default("0") @Probability @Description("Smallest variant allele fraction of a positive call.")
        double detectionLimitVaf,

        @Default("0") @Probability @Description("Probability per sample and biomarker of a false positive call.")
        double falsePositiveProbability,

        @Nullable List<String> remarks)
        implements TumourAssay {
    @Override
    public List<String> channels() {
        return biomarkers;
    }

    @Override
    public CompiledAssay compile(AssayedDisease disease, String pointer) {
        int[] indices = Biomarkers.indices(biomarkers, disease, pointer);
        return sampled -> new CtdnaSampler(this, indices, sampled);
    }

    /** The larger of the limit for a call and the fraction that gives the fewest mutant reads in an average sample. */
    @Override
    public double limitOfDetection() {
        double reads = Math.min(maximumReads, meanBackgroundPerMillilitre() * plasmaMillilitres * sequencingEfficiency);
        return Math.max(detectionLimitVaf, minimumMutantReads / reads);
    }

    /** Mean background, genome equivalents per mL of plasma. */
    public double meanBackgroundPerMillilitre() {
        return backgroundShape * backgroundScale / nanogramsPerGenomeEquivalent;
    }

    /**
     * Takes and reads one sample.
     *
     * @param mutantPerMillilitre expected mutant genome equivalents per mL of plasma, one per channel
     * @param tumourPerMillilitre all genome equivalents that the tumour sheds, per mL
     * @param random source of randomness
     * @param out receives variant allele fractions and calls
     */
    public void sample(
            double[] mutantPerMillilitre, double tumourPerMillilitre, UniformRandomProvider random, Measurement out) {
        boolean failed = random.nextDouble() < failureProbability;
        double background = Gamma.draw(backgroundShape, random) * backgroundScale / nanogramsPerGenomeEquivalent;
        double molecules = (background + tumourPerMillilitre) * plasmaMillilitres;
        double readShare = sequencingEfficiency * Math.min(1, maximumReads / (molecules * sequencingEfficiency));
        out.reset(!failed);
        if (failed) {
            return;
        }
        double normal = Binomial.draw(Math.rint(molecules), readShare, random);
        for (int channel = 0; channel < biomarkers.size(); channel++) {
            double mutant = Poisson.draw(mutantPerMillilitre[channel] * plasmaMillilitres * readShare, random);
            double reads = Math.max(normal, mutant);
            double wrong = Binomial.draw(reads - mutant, errorRate, random);
            double vaf = reads > 0 ? (mutant + wrong) / reads : 0;
            boolean detected = mutant + wrong >= minimumMutantReads && vaf >= detectionLimitVaf;
            out.set(channel, vaf, detected || random.nextDouble() < falsePositiveProbability);
        }
    }
}
