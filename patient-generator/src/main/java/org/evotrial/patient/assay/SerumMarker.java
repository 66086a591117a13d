package org.evotrial.patient.assay;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A marker in the blood that tumour cells secrete, such as prostate-specific antigen: dP/dt = sum over types of cells of
 * pi n - sigma P, solved exactly between the steps of the tumour, whose populations change exponentially there. Before
 * randomisation the tumour grew untreated and P followed it: P(0) = sum of pi n / (sigma + growth).
 *
 * <p>A measurement is the level times a log-normal error of mean 1; the patient's level does not depend on when it is
 * measured. Channels: {@code level}; {@code baseline-ratio}, positive for a response; {@code nadir-ratio}, positive for a
 * progression of the marker.
 *
 * @param levelPerBillionCells level that 1e9 cells of constant number maintain; pi = sigma times this per cell
 * @param sigmaLog between-patient standard deviation of ln of the production
 * @param mechanismFactors production of cells with a mechanism of resistance relative to those without, by mechanism
 * @param phenotypeFactors production of cells in a phenotype relative to the first, by phenotype
 * @param clearanceHalfLifeDays half-life of the marker, ln 2 / sigma
 * @param normalLevel level that normal tissue maintains
 * @param cv coefficient of variation of a measurement
 * @param detectionLimit smaller levels are reported as this one
 * @param positiveFrom smallest level of a positive call; null: no call
 * @param responseRatio largest ratio to the first measurement that is a response
 * @param progression when the marker progresses
 * @param failureProbability probability that a sample gives no result
 * @param turnAroundDays days until the result is known
 * @param unit unit of the level, for tables and axes; empty for none
 * @param remarks sources
 */
@TypeId("serum-marker")
@Description("A marker in the blood that tumour cells secrete and the body clears, such as PSA.")
public record SerumMarker(
        @Description("Level that 1e9 tumour cells of constant number maintain.") @Positive
        double levelPerBillionCells,

        @Description("Between-patient standard deviation of the logarithm of the production.")
        @Default("0")
        @PositiveOrZero
        double sigmaLog,

        @Description("Production of cells with a mechanism of resistance relative to cells without, by mechanism.")
        @Default("{}")
        Map<String, Double> mechanismFactors,

        @Description("Production of cells in a phenotype relative to the first, by phenotype.") @Default("{}")
        Map<String, Double> phenotypeFactors,

        @Description("Half-life of the marker.") @Positive double clearanceHalfLifeDays,

        @Description("Level that normal tissue maintains.") @Default("0") @PositiveOrZero
        double normalLevel,

        @Default("0.1")
        @PositiveOrZero
        @Description("Coefficient of variation of a measurement, biological variation included.")
        double cv,

        @Description("Smaller levels are reported as this one.") @Default("0") @PositiveOrZero
        double detectionLimit,

        @Nullable @Description("Smallest level of a positive call; without it there is none.")
        Double positiveFrom,

        @Description("Largest ratio to the first measurement that is a response.") @Default("0.5") @Probability
        double responseRatio,

        @Description("When the marker progresses.") @Default("{}")
        MarkerProgression progression,

        @Description("Probability that a sample gives no result.") @Default("0") @Probability
        double failureProbability,

        @Description("Days until the result is known.") @Default("1") @PositiveOrZero
        double turnAroundDays,

        @Description("Unit of the level, for tables and axes.") @Default("\"\"")
        String unit,

        @Nullable List<String> remarks)
        implements TumourAssay {
    /** The channels in their order. */
    static final List<String> CHANNELS = List.of("level", "baseline-ratio", "nadir-ratio");

    /**
     * Progression of the marker, by default that of the Prostate Cancer Working Group 3 for PSA (Scher et al. 2016,
     * doi:10.1200/JCO.2015.64.2702): a rise of 25 % and 2 ng/mL over the smallest value, confirmed by the next, from week 12.
     *
     * @param rise smallest relative rise over the smallest value
     * @param absoluteRise smallest rise in units of the level
     * @param confirmed whether the sample before must have risen as well
     * @param fromDay earlier rises are ignored
     */
    @Description("When the marker progresses: relative and absolute rise over the smallest value, confirmation.")
    public record MarkerProgression(
            @Description("Smallest relative rise over the smallest value.") @Default("0.25") @PositiveOrZero
            double rise,

            @Description("Smallest rise in units of the level.") @Default("2") @PositiveOrZero
            double absoluteRise,

            @Description("Whether the sample before must have risen as well.") @Default("true")
            boolean confirmed,

            @Default("84") @PositiveOrZero @Description("Rises before this day since randomisation are ignored.")
            double fromDay)
            implements Serializable {}

    @Override
    public List<String> channels() {
        return CHANNELS;
    }

    @Override
    public List<String> units() {
        return List.of(unit, "", "");
    }

    @Override
    public CompiledAssay compile(AssayedDisease disease, String pointer) {
        double[] production = production(disease, pointer);
        return sampled -> new SerumMarkerSampler(this, production, sampled);
    }

    /** Relative production by genotype and phenotype, flat. */
    private double[] production(AssayedDisease disease, String pointer) {
        List<String> mechanisms = disease.mechanisms();
        List<String> phenotypes = disease.phenotypes();
        checkNames(mechanismFactors, mechanisms, pointer + "/mechanismFactors");
        checkNames(phenotypeFactors, phenotypes, pointer + "/phenotypeFactors");
        int states = disease.phenotypeCount();
        double[] production = new double[disease.genotypeCount() * states];
        for (int g = 0; g < disease.genotypeCount(); g++) {
            double ofGenotype = 1;
            for (int m = 0; m < mechanisms.size(); m++) {
                ofGenotype *= disease.has(g, m) ? mechanismFactors.getOrDefault(mechanisms.get(m), 1.0) : 1;
            }
            for (int p = 0; p < states; p++) {
                double ofPhenotype = phenotypes.isEmpty() ? 1 : phenotypeFactors.getOrDefault(phenotypes.get(p), 1.0);
                production[g * states + p] = ofGenotype * ofPhenotype;
            }
        }
        return production;
    }

    private static void checkNames(Map<String, Double> factors, List<String> known, String pointer) {
        factors.forEach((name, factor) -> {
            if (!known.contains(name)) {
                throw new ConfigurationException(
                        pointer + "/" + name,
                        known.isEmpty() ? "this disease has none" : "expected one of " + String.join(", ", known));
            }
            if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new ConfigurationException(
                        pointer + "/" + name, "expected a finite number of at least 0 but found " + factor);
            }
        });
    }
}
