package org.evotrial.model.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evotrial.model.json.Libraries;
import org.evotrial.model.json.NearestName;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PatientModelConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spells out a {@link FollowUp} as a trial: one arm, the disease's usual care or the treatments that were asked for, scans and
 * plasma samples. So a patient who is followed meets the same engine as a patient of a trial.
 */
public final class FollowUpDocument {
    /** Name of the imaging assay. */
    public static final String IMAGING = "imaging";

    private static final String PLASMA = "plasma";
    private static final double YEARS = 5;
    private static final double SCANS_EVERY_WEEKS = 8;
    private static final double SAMPLES_EVERY_WEEKS = 4;
    private static final int MONTHS_PER_YEAR = 12;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FollowUp wanted;
    private final ClassLoader libraries;
    private final String reference;
    private final String name;
    private final JsonNode care;

    /**
     * @param wanted what is wanted
     * @param vocabulary tells diseases from other library files
     * @param libraries has the library and care files
     * @throws ConfigurationException if there is no such disease or no treatment
     */
    public FollowUpDocument(FollowUp wanted, Vocabulary vocabulary, ClassLoader libraries) {
        this.wanted = wanted;
        this.libraries = libraries;
        reference = reference(wanted.disease());
        name = nameOf(reference);
        boolean shipped = reference.startsWith("library:");
        if (shipped) {
            requireDisease(reference.substring("library:".length()), vocabulary);
        }
        care = shipped ? CareFile.of(name, libraries) : NODES.objectNode();
        if (wanted.treatments().isEmpty() && !care.has("lines") && !care.has("policy")) {
            throw new ConfigurationException(
                    "--treatment",
                    "%s has no usual care; name its treatments, for example --treatment library:osimertinib"
                            .formatted(wanted.disease()));
        }
    }

    /** Name of the disease, for folders and commands. */
    public String name() {
        return name;
    }

    /** Longest follow-up. */
    public double years() {
        Double years = wanted.years();
        return years == null ? care.path("years").asDouble(YEARS) : years;
    }

    /** Whether the plasma assay is left to {@link #json}. */
    public boolean wantsPlasma() {
        return wanted.assays().isEmpty() && !care.has("assays");
    }

    /** The trial; with biomarkers a plasma assay of all of them is added. */
    public String json(List<String> biomarkers) {
        ObjectNode trial = NODES.objectNode();
        trial.put("schemaVersion", "1");
        trial.put("id", name);
        trial.put("title", care.path("title").asString(name));
        copy("remarks", trial);
        trial.putObject("population").put("disease", reference);
        ObjectNode treatments = trial.putObject("treatments");
        JsonNode policy = policy(treatments);
        ObjectNode assays = trial.putObject("assays");
        ObjectNode assessments = NODES.objectNode();
        addAssays(assays, assessments, biomarkers);
        trial.set("endpoints", care.has("endpoints") ? care.get("endpoints") : endpoints());
        trial.set("design", design(policy, assessments));
        trial.putObject("simulation").put("seed", wanted.seed());
        return trial.toString();
    }

    private void copy(String property, ObjectNode to) {
        if (care.has(property)) {
            to.set(property, care.get(property));
        }
    }

    private JsonNode policy(ObjectNode treatments) {
        ObjectNode sequence = NODES.objectNode();
        sequence.put("type", "sequence");
        if (wanted.treatments().isEmpty()) {
            care.path("treatments").properties().forEach(t -> treatments.set(t.getKey(), t.getValue()));
            JsonNode policy = care.get("policy");
            sequence.set("regimens", care.path("lines"));
            return policy == null ? sequence : policy;
        }
        ArrayNode regimens = sequence.putArray("regimens");
        for (String line : wanted.treatments()) {
            ObjectNode regimen = regimens.addObject();
            for (String treatment : line.split("\\+", -1)) {
                String from = reference(treatment.strip());
                treatments.put(nameOf(from), from);
                regimen.put(nameOf(from), 1.0);
            }
        }
        return sequence;
    }

    private void addAssays(ObjectNode assays, ObjectNode assessments, List<String> biomarkers) {
        if (care.has("assays")) {
            care.get("assays").properties().forEach(a -> assays.set(a.getKey(), a.getValue()));
        } else {
            assays.put(IMAGING, "library:recist");
        }
        if (!wanted.assays().isEmpty()) {
            assays.retain(IMAGING);
            wanted.assays().forEach(assay -> assays.put(nameOf(reference(assay)), reference(assay)));
        } else if (!care.has("assays") && !biomarkers.isEmpty()) {
            ObjectNode plasma = assays.putObject(PLASMA);
            plasma.put("type", "ctdna");
            ArrayNode channels = plasma.putArray("biomarkers");
            biomarkers.forEach(channels::add);
        }
        for (var assay : assays.properties()) {
            JsonNode schedule = care.path("assessments").get(assay.getKey());
            if (schedule == null) {
                boolean imaging = assay.getKey().equals(IMAGING);
                assessments
                        .putObject(assay.getKey())
                        .put("everyWeeks", imaging ? SCANS_EVERY_WEEKS : SAMPLES_EVERY_WEEKS);
            } else {
                assessments.set(assay.getKey(), schedule);
            }
        }
    }

    private static ObjectNode endpoints() {
        ObjectNode endpoints = NODES.objectNode();
        endpoints.putObject("pfs").put("type", "progression-free-survival").put("assay", IMAGING);
        endpoints.putObject("os").put("type", "overall-survival");
        endpoints.putObject("orr").put("type", "objective-response").put("assay", IMAGING);
        return endpoints;
    }

    private ObjectNode design(JsonNode policy, ObjectNode assessments) {
        double months = years() * MONTHS_PER_YEAR;
        ObjectNode design = NODES.objectNode();
        design.put("type", "composed").put("sampleSize", 1);
        design.putObject("accrual")
                .put("pattern", "evenly-spaced")
                .putArray("periods")
                .addObject()
                .put("patientsPerMonth", 1);
        design.putArray("arms")
                .addObject()
                .put("id", "followed")
                .put("role", "control")
                .set("policy", policy);
        design.set("assessments", assessments);
        ObjectNode look = design.putArray("looks").addObject().put("id", "end");
        look.putObject("when").put("type", "calendar").put("months", months);
        design.putArray("analyses").addObject().put("type", "survival-summary");
        design.put("maximumDurationMonths", months);
        return design;
    }

    /** A file if there is one, otherwise the library file of the name. */
    private static String reference(String text) {
        if (text.startsWith("library:")) {
            return text;
        }
        Path path = Path.of(text);
        boolean file = Files.isRegularFile(path) || text.endsWith(".json") || path.getNameCount() > 1;
        return file ? path.toAbsolutePath().normalize().toString() : "library:" + text;
    }

    private static String nameOf(String reference) {
        String plain = reference.startsWith("library:")
                ? reference.substring("library:".length())
                : String.valueOf(Path.of(reference).getFileName()).replaceFirst("\\.json$", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "disease" : slug;
    }

    private void requireDisease(String wantedName, Vocabulary vocabulary) {
        if (isDisease(wantedName, vocabulary)) {
            return;
        }
        SortedSet<String> diseases = new TreeSet<>(Libraries.names(libraries));
        diseases.removeIf(file -> !isDisease(file, vocabulary));
        String question = NearestName.question(wantedName, diseases);
        throw new ConfigurationException(
                "DISEASE",
                "expected a library disease (%s) or a file but found \"%s\"%s"
                        .formatted(
                                String.join(", ", diseases),
                                wanted.disease(),
                                question == null ? "" : "; " + question));
    }

    /** Whether there is a library file of this name whose type is a patient model. */
    private boolean isDisease(String file, Vocabulary vocabulary) {
        URL resource = libraries.getResource("org/evotrial/library/" + file + ".json");
        if (resource == null) {
            return false;
        }
        try (InputStream in = resource.openStream()) {
            String type = new JsonMapper().readTree(in).path("type").asString("");
            return vocabulary.types(PatientModelConfiguration.class).containsKey(type);
        } catch (IOException | JacksonException unreadable) {
            return false;
        }
    }
}
