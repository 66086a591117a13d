package org.evotrial.model.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.design.Assessment;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Inline;
import org.evotrial.model.json.Reference;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.TreatmentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * One calibration: one JSON file.
 *
 * @param schema address of the JSON Schema, for editors ({@code $schema} in the file)
 * @param schemaVersion version of this format, {@code 1}
 * @param title for the report
 * @param remarks sources and comments
 * @param disease the disease to be calibrated; null only before the command line named it
 * @param treatments the treatments by name
 * @param assays the assays by name
 * @param assessments schedule of each assay
 * @param arms how patients are treated
 * @param patients virtual patients per arm
 * @param seed master seed
 * @param targets the published figures
 * @param parameters what is fitted to them
 */
@Description("One calibration: which parameters of a disease and its treatments are fitted to which published figures.")
public record CalibrationFile(
        @Description("Address of the JSON Schema, for editors ($schema in the file).")
        @JsonProperty("$schema")
        @Nullable
        String schema,

        @Description("Version of this format, 1.") @Default("\"1\"") @Pattern(regexp = "1")
        String schemaVersion,

        @Description("Title of the report.") String title,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks,

        @Description("The disease, in place or a library file; the command's argument replaces it.") @Nullable @Inline
        PatientModelConfiguration disease,

        @Description("The treatments by name.") @NotEmpty @Inline
        Map<String, TreatmentConfiguration> treatments,

        @Description("The assays by name.") @Default("{}") @Inline
        Map<String, AssayConfiguration> assays,

        @Description("Schedule of each assay.") @Default("{}") @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Description("How patients are treated: the same virtual patients under each arm.") @NotEmpty
        List<CalibrationArm> arms,

        @Description("Virtual patients per arm in the fit.") @Default("1000") @Min(50)
        int patients,

        @Description("Master seed.") @Default("20261121") long seed,

        @Description("The published figures.") @NotEmpty List<CalibrationTarget> targets,
        @Description("What is fitted to them.") @NotEmpty List<CalibrationParameter> parameters)
        implements Serializable {}
