package org.evotrial.patient.assay;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
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
 * @param significanceLevel largest binomial p-value of the mutant reads under errors alone, P(Binomial(reads, errorRate)
 *     &ge; mutant reads), of a positive call; null: not asked for
 * @param mutationsPerBiomarker mutations followed per biomarker, each in all cells with it; the fraction is their mean
 * @param minimumMutations fewest of them called, each by all rules, that make the biomarker positive
 * @param matchedBloodCells whether variants of normal cells are removed by sequencing blood cells too
 * @param molecularResponse adds channels {@code mean-vaf} and {@code vaf-ratio}; null: none
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

        @Nullable
        @Description("Largest probability that errors alone give as many mutant reads, for a positive call.")
        @Positive
        @DecimalMax("0.25")
        Double significanceLevel,

        @Default("1") @Min(1) @Description("Mutations of the tumour that are followed per biomarker.")
        int mutationsPerBiomarker,

        @Default("1") @Min(1) @Description("Fewest of these mutations called that make the biomarker positive.")
        int minimumMutations,

        @Default("false")
        @Description("Blood cells are sequenced too, which removes clonal haematopoiesis and germline variants.")
        boolean matchedBloodCells,

        @Nullable @Description("Adds the mean fraction and its ratio to that of the first sample; none by default.")
        MolecularResponse molecularResponse,

        @Nullable List<String> remarks)
        implements TumourAssay {
    /**
     * Molecular response: the mean variant allele fraction of the biomarkers has fallen to a share of that of the patient's
     * first evaluable sample (Zhang et al. 2020, doi:10.1158/2159-8290.CD-20-0047).
     *
     * @param largestRatio largest ratio that is a response
     */
    @Description("Molecular response by the ratio of mean variant allele fractions to the first sample's.")
    public record MolecularResponse(
            @Default("0.5") @Probability @Description("Largest ratio to the first sample that is a response.")
            double largestRatio)
            implements Serializable {}

    /** Names of the channels of the molecular response. */
    private static final List<String> RESPONSE_CHANNELS = List.of("mean-vaf", "vaf-ratio");

    public CtdnaAssay {
        if (minimumMutations > mutationsPerBiomarker) {
            throw new IllegalArgumentException("The mutations that make a biomarker positive (" + minimumMutations
                    + ") must be at most those followed (" + mutationsPerBiomarker + ").");
        }
    }

    /** The biomarkers, then {@code mean-vaf} and {@code vaf-ratio} where a molecular response is asked for. */
    @Override
    public List<String> channels() {
        return molecularResponse == null
                ? biomarkers
                : Stream.concat(biomarkers.stream(), RESPONSE_CHANNELS.stream()).toList();
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
        double fewest = minimumMutantReads;
        if (significanceLevel != null) {
            while (fewest < reads && !BinomialTail.exceeds(fewest, Math.rint(reads), errorRate, significanceLevel)) {
                fewest++;
            }
        }
        return Math.min(1, Math.max(detectionLimitVaf, fewest / reads));
    }

    /** Mean background, genome equivalents per mL of plasma. */
    public double meanBackgroundPerMillilitre() {
        return backgroundShape * backgroundScale / nanogramsPerGenomeEquivalent;
    }

    /**
     * Takes and reads one sample.
     *
     * @param mutantPerMillilitre expected mutant genome equivalents per mL of plasma, one per biomarker
     * @param nonTumourVaf fraction of the normal DNA that looks mutant, one per biomarker
     * @param tumourPerMillilitre all genome equivalents that the tumour sheds, per mL
     * @param random source of randomness
     * @param out receives variant allele fractions and calls
     */
    void sample(
            double[] mutantPerMillilitre,
            double[] nonTumourVaf,
            double tumourPerMillilitre,
            UniformRandomProvider random,
            Measurement out) {
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
            double expected = mutantPerMillilitre[channel] * plasmaMillilitres * readShare;
            double other = nonTumourVaf[channel] * background * plasmaMillilitres * readShare;
            read(channel, expected, other, normal, random, out);
        }
    }

    /** Reads the mutations of one biomarker; what is not the tumour's stands at the first of them. */
    private void read(
            int channel, double expected, double other, double normal, UniformRandomProvider random, Measurement out) {
        double vaf = 0;
        int called = 0;
        for (int mutation = 0; mutation < mutationsPerBiomarker; mutation++) {
            double mutant = Poisson.draw(expected, random);
            if (mutation == 0 && other > 0) {
                mutant += Poisson.draw(other, random);
            }
            double reads = Math.max(normal, mutant);
            double seen = mutant + Binomial.draw(reads - mutant, errorRate, random);
            vaf += reads > 0 ? seen / reads : 0;
            called += isCalled(seen, reads) ? 1 : 0;
        }
        boolean detected = called >= minimumMutations || random.nextDouble() < falsePositiveProbability;
        out.set(channel, vaf / mutationsPerBiomarker, detected);
    }

    private boolean isCalled(double seen, double reads) {
        return seen >= minimumMutantReads
                && (reads > 0 ? seen / reads : 0) >= detectionLimitVaf
                && (significanceLevel == null || BinomialTail.exceeds(seen, reads, errorRate, significanceLevel));
    }
}
