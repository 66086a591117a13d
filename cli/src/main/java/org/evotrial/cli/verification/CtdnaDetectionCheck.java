package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.assay.CtdnaDetection;
import org.evotrial.patient.assay.CtdnaDetection.Background;
import org.evotrial.patient.assay.CtdnaDetection.Panel;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;

/** Detection of a tumour in plasma: DNA in circulation, the threshold of a false-positive rate, the probability of a call. */
final class CtdnaDetectionCheck implements RowCheck {
    // Quantiles of the gamma and tails of the binomial law, by different algorithms.
    private static final double RELATIVE = 1e-8;

    @Override
    public String file() {
        return "ctdna_detection.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "backgroundShape",
                "backgroundScale",
                "nanogramsPerGenomeEquivalent",
                "plasmaMillilitres",
                "positions",
                "sampledFraction",
                "errorRate",
                "minimumMutations",
                "falsePositiveRate",
                "cells",
                "birthPerDay",
                "deathPerDay",
                "genomeEquivalentsPerDeath",
                "halfLifeMinutes",
                "mutations",
                "minimumReads",
                "genomeEquivalents",
                "pValueThreshold",
                "detection",
                "detectionByReads");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        CtdnaDetection plasma = plasma(row);
        if (!row.missing("genomeEquivalents")) {
            compare(row, "genomeEquivalents", genomeEquivalents(row), findings);
        }
        boolean calledByThreshold = !row.missing("pValueThreshold") || !row.missing("detection");
        double threshold = calledByThreshold ? plasma.pValueThreshold(row.number("falsePositiveRate")) : Double.NaN;
        compare(row, "pValueThreshold", threshold, findings);
        if (!row.missing("detection")) {
            double ours = plasma.detectionProbability(genomeEquivalents(row), row.integer("mutations"), threshold);
            compare(row, "detection", ours, findings);
        }
        if (!row.missing("detectionByReads")) {
            double ours = plasma.detectionProbabilityByReads(
                    genomeEquivalents(row), row.integer("mutations"), row.integer("minimumReads"));
            compare(row, "detectionByReads", ours, findings);
        }
    }

    private static CtdnaDetection plasma(ReferenceRow row) {
        Background background = new Background(
                row.number("backgroundShape"),
                row.number("backgroundScale"),
                row.number("nanogramsPerGenomeEquivalent"),
                row.number("plasmaMillilitres"));
        Panel panel = new Panel(
                row.integer("positions"),
                row.number("sampledFraction"),
                row.number("errorRate"),
                row.integer("minimumMutations"));
        return new CtdnaDetection(background, panel);
    }

    private static double genomeEquivalents(ReferenceRow row) {
        return CtdnaDetection.genomeEquivalents(
                row.number("cells"),
                row.number("birthPerDay"),
                row.number("deathPerDay"),
                row.number("genomeEquivalentsPerDeath"),
                row.number("halfLifeMinutes"));
    }

    private static void compare(ReferenceRow row, String column, double ours, Findings findings) {
        findings.compare(row, column, ours, Printed.tolerance(row, column, RELATIVE));
    }
}
