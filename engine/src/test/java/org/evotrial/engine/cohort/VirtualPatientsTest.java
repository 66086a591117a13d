package org.evotrial.engine.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.engine.PopulationOptions;
import org.evotrial.engine.Progress;
import org.evotrial.engine.VirtualPatients;
import org.evotrial.engine.composition.Evotrial;
import org.evotrial.model.config.FollowUp;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.config.TrialReader.Reading;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace.LesionSeries;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PopulationResult.LineMechanisms;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.model.result.StoredRun;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualPatientsTest {
    private static final int PATIENTS = 60;
    private static final ClassLoader CLASS_PATH = VirtualPatientsTest.class.getClassLoader();
    private static final VirtualPatients VIRTUAL = Evotrial.create(CLASS_PATH).virtualPatients();

    private static TrialDocument trial;
    private static PopulationResult population;

    @BeforeAll
    static void followSixtyPatients() throws InterruptedException {
        trial = read(new FollowUp("egfr-nsclc", List.of(), List.of(), null, 5));
        population = follow(2);
    }

    private static TrialDocument read(FollowUp wanted) {
        Reading reading = VIRTUAL.read(wanted, Map.of());
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.trial());
    }

    private static PopulationResult follow(int threads) throws InterruptedException {
        return VIRTUAL.population(
                trial, new PopulationOptions(PATIENTS, threads, List.of(), "test", "test"), Progress.SILENT);
    }

    @Test
    void theNumberOfThreadsChangesNoByte() throws InterruptedException {
        assertThat(StoredRun.bytes(follow(1))).isEqualTo(StoredRun.bytes(population));
    }

    @Test
    void watchingAPatientCloselyChangesNothing() {
        for (int number = 0; number < 6; number++) {
            PatientResult patient = VIRTUAL.patient(trial, number, "test");
            Member member = population.patients().get(number);
            assertThat(patient.course().treatments()).isEqualTo(member.lines());
            assertThat(patient.course().events().stream()
                            .filter(e -> e.what().equals("death"))
                            .mapToDouble(e -> e.day())
                            .findFirst()
                            .orElse(Double.NaN))
                    .isEqualTo(member.deathDay());
            assertThat(patient.course().events().stream()
                            .filter(e -> e.what().startsWith("progression on")
                                    || e.what().equals("first progression")))
                    .hasSize(member.progressions().size());
        }
    }

    @Test
    void everyLesionHasAsManyCellsByPhenotypeAsByLineage() {
        PatientResult patient = VIRTUAL.patient(trial, 0, "test");
        assertThat(patient.cohort().phenotypes()).hasSizeGreaterThan(1);
        assertThat(patient.course().days()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(100);
        for (int lesion = 0; lesion < patient.lesions().size(); lesion++) {
            LesionSeries lineages = patient.course().lesions().get(lesion);
            for (int point = 0; point < patient.course().days().size(); point += 7) {
                double cells = total(lineages.cells(), point);
                assertThat(total(patient.lesions().get(lesion).phenotypeCells(), point))
                        .isCloseTo(cells, within(1e-9 * cells + 1e-9));
            }
        }
    }

    private static double total(List<List<Double>> parts, int point) {
        return parts.stream().mapToDouble(part -> part.get(point)).sum();
    }

    @Test
    void aCloneEmergesAfterItsParentAndLacksOneOfItsMechanisms() {
        for (int number = 0; number < 6; number++) {
            PatientResult patient = VIRTUAL.patient(trial, number, "test");
            assertThat(patient.clones()).isNotEmpty();
            assertThat(patient.clones().get(0).parent()).isNull();
            for (PatientResult.Clone clone : patient.clones()) {
                if (clone.parent() != null) {
                    PatientResult.Clone parent = patient.clones().stream()
                            .filter(c -> c.lineage().equals(clone.parent()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(parent.emergenceDay()).isLessThanOrEqualTo(clone.emergenceDay());
                    assertThat(clone.lineage().split("\\+").length)
                            .isEqualTo(
                                    parent.parent() == null
                                            ? 1
                                            : parent.lineage().split("\\+").length + 1);
                }
            }
        }
    }

    /** Eisenhauer 2009, doi:10.1016/j.ejca.2008.10.026: 30 % below baseline; 20 % and 5 mm above the nadir, or a new lesion. */
    @Test
    void responseCategoriesAreThoseOfRecist() {
        for (int number = 0; number < 6; number++) {
            PatientResult patient = VIRTUAL.patient(trial, number, "test");
            double firstSwitch = patient.course().treatments().get(0).toDay();
            double baseline = patient.scans().get(0).sumMillimetres();
            double nadir = baseline;
            assertThat(patient.scans().get(0).response()).isEqualTo("baseline");
            for (PatientResult.Scan scan : patient.scans()) {
                if (scan.day() == 0 || scan.day() > firstSwitch) {
                    continue;
                }
                double sum = scan.sumMillimetres();
                boolean grown = sum >= 1.2 * nadir && sum >= nadir + 5;
                nadir = Math.min(nadir, sum);
                switch (scan.response()) {
                    case "CR" -> assertThat(sum).isZero();
                    case "PR" -> assertThat(sum).isBetween(Double.MIN_VALUE, 0.7 * baseline);
                    case "SD" -> assertThat(sum).isGreaterThan(0.7 * baseline);
                    default -> assertThat(scan.response()).isEqualTo("PD");
                }
                assertThat(grown).isIn(false, scan.response().equals("PD"));
            }
        }
    }

    @Test
    void estimatesAreThoseOfTheMembers() {
        List<Member> members = population.patients();
        long responders = members.stream()
                .filter(m -> m.bestResponse().equals("CR") || m.bestResponse().equals("PR"))
                .count();
        Estimate rate = estimate("objectiveResponseRate", null);
        double p = (double) responders / PATIENTS;
        assertThat(rate.value()).isEqualTo(p);
        assertThat(rate.mcse()).isCloseTo(Math.sqrt(p * (1 - p) / PATIENTS), within(1e-12));
        assertThat(rate.n()).isEqualTo(PATIENTS);

        double year = 365.25;
        long alive = members.stream()
                .filter(m -> Double.isNaN(m.deathDay()) || m.deathDay() > year)
                .count();
        Curve os = population.curves().stream()
                .filter(c -> c.endpoint().equals("os"))
                .findFirst()
                .orElseThrow();
        int atYear = os.months().indexOf(12.0);
        assertThat(os.values().get(atYear)).isEqualTo((double) alive / PATIENTS);
        assertThat(os.lower().get(atYear)).isLessThan(os.values().get(atYear));
        assertThat(population.estimates().stream()
                        .filter(e -> "os".equals(e.endpoint()) && "12 months".equals(e.detail()))
                        .mapToDouble(Estimate::value))
                .containsExactly((double) alive / PATIENTS);
    }

    private static Estimate estimate(String metric, String detail) {
        return population.estimates().stream()
                .filter(e -> e.metric().equals(metric) && Objects.equals(e.detail(), detail))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mechanismsOfALineAddUpToItsProgressions() {
        assertThat(population.mechanisms()).isNotEmpty();
        for (LineMechanisms line : population.mechanisms()) {
            long progressions = population.patients().stream()
                    .flatMap(m -> m.progressions().stream())
                    .filter(p -> p.line() == line.line())
                    .count();
            assertThat((long) line.progressions()).isEqualTo(progressions);
            assertThat(line.shares().stream().mapToDouble(Estimate::value).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theBestChangeIsTheSmallestOnTheFirstLine() {
        for (Member member : population.patients()) {
            if (Double.isNaN(member.bestChange())) {
                assertThat(member.changes()).isEmpty();
            } else {
                assertThat(member.changes().stream().mapToDouble(c -> c).min().orElseThrow())
                        .isEqualTo(member.bestChange());
                assertThat(member.scanDays().get(member.scanDays().size() - 1))
                        .isLessThanOrEqualTo(member.lines().get(0).toDay());
            }
        }
    }

    @Test
    void treatmentsAndAssaysCanBeChosen() {
        TrialDocument chosen = read(new FollowUp(
                "library:egfr-nsclc",
                List.of("osimertinib", "library:gefitinib+library:osimertinib"),
                List.of("plasma-egfr"),
                2.0,
                1));
        assertThat(VIRTUAL.lines(chosen)).containsExactly("osimertinib", "gefitinib + osimertinib");
        assertThat(chosen.base().assays().keySet()).containsExactly("imaging", "plasma-egfr");
        PatientResult patient = VIRTUAL.patient(chosen, 0, "test");
        assertThat(patient.cohort().years()).isCloseTo(2, within(1e-9));
        assertThat(patient.course().treatments().get(0).regimen()).isEqualTo("osimertinib");
    }

    @Test
    void everyDiseaseOfTheLibraryCanBeFollowedWithItsUsualCare() {
        int followed = 0;
        for (String name : Libraries.names(CLASS_PATH)) {
            if (CLASS_PATH.getResource("org/evotrial/care/" + name + ".json") != null) {
                TrialDocument usual = read(new FollowUp(name, List.of(), List.of(), null, 1));
                assertThat(VIRTUAL.patient(usual, 0, "test").course().days()).isNotEmpty();
                followed++;
            }
        }
        assertThat(followed).isPositive();
    }

    @Test
    void aFileOfOnesOwnNeedsTreatmentsAndGetsAPlasmaAssayOfAllItsBiomarkers(@TempDir Path folder) throws Exception {
        Path disease = folder.resolve("mine.json");
        try (var in = Objects.requireNonNull(CLASS_PATH.getResourceAsStream("org/evotrial/library/egfr-nsclc.json"))) {
            Files.copy(in, disease);
        }
        assertThatThrownBy(
                        () -> VIRTUAL.read(new FollowUp(disease.toString(), List.of(), List.of(), null, 1), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no usual care");
        TrialDocument mine = read(new FollowUp(disease.toString(), List.of("osimertinib"), List.of(), null, 1));
        assertThat(mine.base().id()).isEqualTo("mine");
        assertThat(mine.base().assays().get("plasma").biomarkers()).containsExactly("EGFR", "T790M", "C797S", "MET");
    }

    @Test
    void anUnknownDiseaseIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> VIRTUAL.read(new FollowUp("egfr-nsclcc", List.of(), List.of(), null, 1), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean \"egfr-nsclc\"?");
        assertThatThrownBy(() -> VIRTUAL.read(new FollowUp("osimertinib", List.of(), List.of(), null, 1), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected a library disease (")
                .hasMessageContaining("egfr-nsclc");
    }

    @Test
    void aDiseaseWithoutTumoursIsRefused(@TempDir Path folder) throws Exception {
        Path disease = Files.writeString(folder.resolve("times.json"), "{ \"type\": \"piecewise-exponential\" }");
        Path drug = Files.writeString(
                folder.resolve("drug.json"), "{ \"type\": \"hazards\", \"medianProgressionFreeMonths\": 6 }");
        FollowUp wanted = new FollowUp(disease.toString(), List.of(drug.toString()), List.of(), null, 1);
        Reading reading = VIRTUAL.read(wanted, Map.of());
        assertThat(reading.trial()).isNull();
        assertThat(reading.problems()).isNotEmpty();
    }

    @Test
    void theFollowUpIsNoLongerThanALife() {
        assertThatThrownBy(() -> new FollowUp("egfr-nsclc", List.of(), List.of(), 0.0, 1))
                .hasMessage("The years (0.0) must lie in (0, 50].");
        assertThatThrownBy(() -> new FollowUp("egfr-nsclc", List.of(), List.of(), Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
