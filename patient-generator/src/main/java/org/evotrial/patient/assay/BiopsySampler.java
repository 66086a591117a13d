package org.evotrial.patient.assay;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Gamma;
import org.evotrial.spi.Measurement;

/** Takes biopsies of one patient after the other. */
final class BiopsySampler implements AssaySampler {
    /** Cells relative to the nadir from which a lesion progresses: 20 % in diameter. */
    private static final double PROGRESSING = 1.2 * 1.2 * 1.2;

    private final Biopsy biopsy;
    private final AssayedDisease disease;
    private final boolean[][] carries;
    private final LocalSample region;
    private final double[] vaf;
    private final boolean[] called;

    BiopsySampler(Biopsy biopsy, int[] biomarkers, AssayedDisease disease) {
        this.biopsy = biopsy;
        this.disease = disease;
        carries = new boolean[biomarkers.length][disease.genotypeCount()];
        for (int channel = 0; channel < biomarkers.length; channel++) {
            for (int g = 0; g < carries[channel].length; g++) {
                carries[channel][g] = disease.carries(g, biomarkers[channel]);
            }
        }
        region = new LocalSample(disease);
        vaf = new double[biomarkers.length];
        called = new boolean[biomarkers.length];
    }

    @Override
    public void sample(TumourView tumour, UniformRandomProvider random, Measurement out) {
        boolean failed = random.nextDouble() < biopsy.failureProbability();
        int lesion = choose(tumour, random);
        out.reset(!failed && lesion >= 0);
        if (!out.evaluable()) {
            return;
        }
        region.look(tumour, lesion);
        Arrays.fill(vaf, 0);
        Arrays.fill(called, false);
        double changed = 0;
        for (int i = 0; i < biopsy.regions(); i++) {
            region.draw(biopsy.mixing(), random);
            sequence(random);
            changed += region.changed() / biopsy.regions();
        }
        for (int channel = 0; channel < vaf.length; channel++) {
            out.set(channel, vaf[channel] / biopsy.regions(), called[channel]);
        }
        if (biopsy.stateChange() != null) {
            int cells = biopsy.stateChange().cells();
            double share = Binomial.draw(cells, Math.min(1, changed), random) / cells;
            out.set(vaf.length, share, share >= biopsy.stateChange().positiveFrom());
        }
    }

    private void sequence(UniformRandomProvider random) {
        double purity = drawPurity(random);
        for (int channel = 0; channel < vaf.length; channel++) {
            double mutant = 0;
            for (int g = 0; g < carries[channel].length; g++) {
                mutant += carries[channel][g] ? region.genotype(g) : 0;
            }
            double expected = biopsy.expectedVaf(Math.min(1, mutant), purity);
            double seen = expected * (1 - biopsy.errorRate()) + (1 - expected) * biopsy.errorRate();
            double reads = Binomial.draw(biopsy.reads(), seen, random);
            double fraction = reads / biopsy.reads();
            vaf[channel] += fraction;
            called[channel] |= reads >= biopsy.minimumMutantReads() && fraction >= biopsy.detectionLimitVaf();
        }
    }

    private double drawPurity(UniformRandomProvider random) {
        double mean = biopsy.purity();
        double sd = biopsy.puritySd();
        if (sd == 0) {
            return mean;
        }
        double precision = mean * (1 - mean) / (sd * sd) - 1;
        double tumour = Gamma.draw(mean * precision, random);
        double normal = Gamma.draw((1 - mean) * precision, random);
        return tumour + normal > 0 ? tumour / (tumour + normal) : mean;
    }

    /** The lesion to sample, or -1. */
    private int choose(TumourView tumour, UniformRandomProvider random) {
        return switch (biopsy.lesion()) {
            case PRIMARY -> tumour.lesions() > 0 && suits(tumour, 0) ? 0 : -1;
            case LARGEST -> largest(tumour);
            case RANDOM -> any(tumour, random);
            case PROGRESSING -> progressing(tumour);
        };
    }

    private boolean suits(TumourView tumour, int lesion) {
        double cells = tumour.cells(lesion);
        return cells > 0
                && disease.biopsyAccessible(tumour.organ(lesion))
                && ScannedLesions.diameter(cells) >= biopsy.smallestMillimetres();
    }

    private int largest(TumourView tumour) {
        int chosen = -1;
        double most = 0;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            double cells = tumour.cells(lesion);
            if (cells > most && suits(tumour, lesion)) {
                most = cells;
                chosen = lesion;
            }
        }
        return chosen;
    }

    private int any(TumourView tumour, UniformRandomProvider random) {
        double u = random.nextDouble();
        int count = 0;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            count += suits(tumour, lesion) ? 1 : 0;
        }
        int left = (int) (u * count);
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            if (suits(tumour, lesion) && left-- == 0) {
                return lesion;
            }
        }
        return -1;
    }

    private int progressing(TumourView tumour) {
        int chosen = -1;
        double most = PROGRESSING;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            double growth = tumour.cells(lesion) / Math.max(1, tumour.nadir(lesion));
            if (growth >= most && suits(tumour, lesion)) {
                most = growth;
                chosen = lesion;
            }
        }
        return chosen >= 0 ? chosen : largest(tumour);
    }
}
