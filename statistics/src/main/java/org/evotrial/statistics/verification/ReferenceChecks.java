package org.evotrial.statistics.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The index of the files that this module recomputes; each ships as a resource. */
public final class ReferenceChecks {
    private ReferenceChecks() {}

    /**
     * All checks.
     *
     * @return one per file, in the order of the file names
     */
    public static List<ReferenceCheck> all() {
        List<ReferenceCheck> checks = new ArrayList<>();
        checks.add(new AdaptrRarCheck());
        checks.add(new BaskexactOneStageCheck());
        checks.add(new BhmExnexPosteriorsCheck());
        checks.add(new BhmbasketOcCheck());
        checks.add(new BetaSuperiorityCheck());
        checks.add(new ClinfunSimonTwoStageCheck());
        checks.add(new GsdesignBinomialExactCheck());
        checks.add(new GsdesignBoundsCheck());
        checks.add(new Ph2bayesPredictiveProbabilityCheck());
        checks.add(new RpactAnalysisSurvivalCheck());
        checks.add(new RpactGsCharacteristicsCheck());
        checks.add(new RpactGsCrossingProbabilitiesCheck());
        checks.add(new RpactEventProbabilitiesCheck());
        checks.add(new RpactPowerSurvivalCheck());
        checks.add(new RpactSamplesizeSurvivalCheck());
        checks.add(new RpactSurvivalSimulationCheck());
        checks.add(new RpactGsEfficacyBoundsCheck());
        checks.add(new RpactGsFutilityBoundsCheck());
        checks.add(new RpactPowerRatesCheck());
        checks.add(new RpactSamplesizeRatesCheck());
        checks.add(new ScipyFisherExactCheck());
        checks.add(new ScipyNegativeBinomialCheck());
        checks.add(new ScipyTwoSamplesCheck());
        checks.add(new TteKernelResultsCheck());
        checks.add(new MamsBoundsCheck());
        checks.add(new RpactAnalysisMultiarmRatesCheck());
        checks.add(new RpactEnrichmentSimulationCheck());
        checks.add(new RpactFisherDesignCheck());
        checks.add(new RpactMultiarmSimulationCheck());
        checks.sort(Comparator.comparing(ReferenceCheck::file));
        return List.copyOf(checks);
    }
}
