package org.evotrial.engine.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.spi.MetricDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers about the conduct of a trial stand in a replicate's row. All numbers are by the last data cut-off.
 *
 * @param randomised number of randomised patients
 * @param duration months until the last analysis
 * @param lookMonth first of the columns of the looks' calendar months
 * @param stopped first of the columns that say at which look the trial ended
 * @param events first of the columns of the endpoints' events
 * @param response first of the arms' objective response rates, or -1 without imaging
 * @param switched first of the arms' shares of patients switched on an assay result before progression, or -1 without assays
 * @param onTreatment first of the months on each treatment, arm by arm, or -1 without a tumour
 * @param resistance first of the shares of lineages at first progression, arm by arm, or -1 without a tumour
 * @param leadTime first of the molecular lead times, arm by arm, or -1 without assays of biomarkers
 * @param toxicity the numbers about toxicity, or null if no treatment is toxic
 */
public record ConductColumns(
        int randomised,
        int duration,
        int lookMonth,
        int stopped,
        int events,
        int response,
        int switched,
        int onTreatment,
        int resistance,
        int leadTime,
        @Nullable ToxicityColumns toxicity)
        implements Serializable {

    /** Lays the columns out and appends their definitions. */
    static ConductColumns layOut(PatientPlan patients, LookPlan[] looks, List<MetricDefinition> metrics) {
        Layout layout = new Layout(metrics);
        List<String> arms = new ArrayList<>();
        for (ArmPlan arm : patients.arms()) {
            arms.add(arm.id());
        }
        List<String> treatments = List.of(patients.treatments());
        List<String> lineages = patients.model().lineages();
        int randomised = layout.one(MetricDefinition.mean("randomised", "patients"));
        int duration = layout.one(MetricDefinition.mean("durationMonths", "months"));
        int lookMonth = metrics.size();
        for (LookPlan look : looks) {
            layout.one(MetricDefinition.mean("lookMonth", "months").withLook(look.id()));
        }
        int stopped = metrics.size();
        for (LookPlan look : looks) {
            layout.one(MetricDefinition.probability("endedAtLook").withLook(look.id()));
        }
        int events = metrics.size();
        for (String endpoint : patients.endpointIds()) {
            layout.one(MetricDefinition.mean("events", "events").withEndpoint(endpoint));
        }
        boolean tumour = !lineages.isEmpty();
        int response = patients.imagingAssay() < 0
                ? -1
                : layout.byArm(MetricDefinition.mean("objectiveResponseRate", "share"), arms, List.of());
        int switched = patients.assays().length == 0
                ? -1
                : layout.byArm(MetricDefinition.mean("switchedOnAssayBeforeProgression", "share"), arms, List.of());
        int onTreatment =
                tumour ? layout.byArm(MetricDefinition.mean("monthsOnTreatment", "months"), arms, treatments) : -1;
        int resistance = tumour
                ? layout.byArm(MetricDefinition.mean("dominantLineageAtProgression", "share"), arms, lineages)
                : -1;
        List<String> biomarkers =
                Arrays.stream(patients.biomarkers()).map(BiomarkerPlan::label).toList();
        int leadTime = biomarkers.isEmpty()
                ? -1
                : layout.byArm(MetricDefinition.mean("molecularLeadTimeMonths", "months"), arms, biomarkers);
        ToxicityColumns toxicity = patients.model().toxic() ? toxicity(layout, arms, treatments) : null;
        return new ConductColumns(
                randomised,
                duration,
                lookMonth,
                stopped,
                events,
                response,
                switched,
                onTreatment,
                resistance,
                leadTime,
                toxicity);
    }

    private static ToxicityColumns toxicity(Layout layout, List<String> arms, List<String> treatments) {
        return new ToxicityColumns(
                layout.byArm(MetricDefinition.mean("gradeThreeToxicityRate", "share"), arms, List.of()),
                layout.byArm(
                        MetricDefinition.mean("gradeThreeEventsPerPatientYear", "per patient-year"), arms, List.of()),
                layout.byArm(MetricDefinition.mean("doseReductionRate", "share"), arms, List.of()),
                layout.byArm(MetricDefinition.mean("toxicityDiscontinuationRate", "share"), arms, List.of()),
                layout.byArm(MetricDefinition.mean("relativeDoseIntensity", "share"), arms, treatments));
    }

    /** Appends definitions and says where they start. */
    private record Layout(List<MetricDefinition> metrics) {
        int one(MetricDefinition metric) {
            metrics.add(metric);
            return metrics.size() - 1;
        }

        int byArm(MetricDefinition metric, List<String> arms, List<String> details) {
            int first = metrics.size();
            for (String arm : arms) {
                if (details.isEmpty()) {
                    metrics.add(metric.withArm(arm));
                }
                for (String detail : details) {
                    metrics.add(metric.withArm(arm).withDetail(detail));
                }
            }
            return first;
        }
    }
}
