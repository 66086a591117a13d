package org.evotrial.spi;

import java.io.Serializable;
import java.util.List;

/**
 * The treatments that a patient takes together, each at a fraction of its full dose.
 *
 * @param components the treatments; empty for no treatment
 */
public record Regimen(List<Component> components) implements Serializable {
    /** No treatment: always the regimen of index 0. */
    public static final Regimen NONE = new Regimen(List.of());

    public Regimen {
        components = List.copyOf(components);
    }

    /** Full dose of one treatment. */
    public static Regimen of(String treatment) {
        return new Regimen(List.of(new Component(treatment, 1)));
    }

    /** True if the treatment is part of this regimen at a positive dose. */
    public boolean contains(String treatment) {
        return components.stream().anyMatch(c -> c.treatment().equals(treatment) && c.doseFraction() > 0);
    }

    /** The treatments' names joined by {@code " + "}, or {@code "no treatment"}. */
    public String label() {
        return components.isEmpty()
                ? "no treatment"
                : String.join(" + ", components.stream().map(Component::label).toList());
    }

    /**
     * One treatment of a regimen.
     *
     * @param treatment key of the trial's treatments
     * @param doseFraction fraction of the full dose, at least 0
     */
    public record Component(String treatment, double doseFraction) implements Serializable {
        public Component {
            if (!(doseFraction >= 0) || doseFraction == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("The doseFraction (%s) of %s must be a finite number, at least 0."
                        .formatted(doseFraction, treatment));
            }
        }

        private String label() {
            return doseFraction == 1 ? treatment : "%s (%s of full dose)".formatted(treatment, doseFraction);
        }
    }
}
