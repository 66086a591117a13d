package org.evotrial.model.config;

import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Inline;
import org.evotrial.spi.PatientModelConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Who is treated.
 *
 * @param description in words
 * @param disease the patient model, in place or a library file
 * @param remarks sources
 */
@Description("Who is treated: the disease, in place or from a library file.")
public record Population(
        @Description("The population in words.") @Nullable String description,

        @Description("The patient model, in place or a library file.") @Inline
        PatientModelConfiguration disease,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {}
