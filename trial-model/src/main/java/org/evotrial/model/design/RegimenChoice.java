package org.evotrial.model.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.Shorthand;
import org.evotrial.spi.Regimen;

/**
 * What a patient takes at a time, as a policy's file says it: {@code "osimertinib"}, or for a combination
 * {@code {"osimertinib": 1, "savolitinib": 0.5}}.
 *
 * @param doseFractions fraction of the full dose of each treatment, at least 0
 */
@Shorthand
@Description("A treatment, or for a combination an object with the fraction of the full dose of each treatment.")
public record RegimenChoice(
        @Description("Fraction of the full dose of each treatment, at least 0.")
        @JsonValue
        @NotEmpty
        @Reference(to = Reference.Target.TREATMENT)
        Map<String, @PositiveOrZero Double> doseFractions)
        implements Serializable {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegimenChoice {
        if (doseFractions.isEmpty()) {
            throw new IllegalArgumentException("expected at least one treatment but found none");
        }
        doseFractions = Collections.unmodifiableMap(new LinkedHashMap<>(doseFractions));
        doseFractions.forEach(Regimen.Component::new);
    }

    /** One treatment at its full dose. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RegimenChoice of(String treatment) {
        return new RegimenChoice(Map.of(treatment, 1.0));
    }

    /** The regimen. */
    public Regimen regimen() {
        List<Regimen.Component> components = doseFractions.entrySet().stream()
                .map(e -> new Regimen.Component(e.getKey(), e.getValue()))
                .toList();
        return new Regimen(components);
    }
}
