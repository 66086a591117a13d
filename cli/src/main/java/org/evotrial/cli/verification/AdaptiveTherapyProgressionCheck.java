package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.environment.AdaptiveRule;
import org.evotrial.patient.environment.AdaptiveTherapy;
import org.evotrial.patient.environment.SensitiveResistantTumour;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;
import org.evotrial.statistics.verification.Tolerance;

/**
 * Days to progression under continuous and under adaptive treatment of competing cells. Progression is found at decisions, so that
 * days agree or differ by a whole interval.
 */
final class AdaptiveTherapyProgressionCheck implements RowCheck {
    private static final Tolerance SAME_DECISION = Tolerance.absolute(1e-6);
    private static final double HORIZON_DAYS = 36_500;

    @Override
    public String file() {
        return "adaptive_therapy_progression.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "burden",
                "resistantFraction",
                "sensitiveBirthPerDay",
                "resistantBirthPerDay",
                "sensitiveDeathPerDay",
                "resistantDeathPerDay",
                "resistantOnSensitive",
                "sensitiveOnResistant",
                "deathsPerDivision",
                "sensitiveCapacity",
                "pauseBelow",
                "resumeFrom",
                "progressionAbove",
                "decisionDays",
                "continuousDays",
                "adaptiveDays");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        AdaptiveTherapy therapy =
                new AdaptiveTherapy(row.number("resistantOnSensitive"), row.number("sensitiveOnResistant"));
        SensitiveResistantTumour tumour = new SensitiveResistantTumour(
                row.number("burden"),
                row.number("resistantFraction"),
                row.number("sensitiveBirthPerDay"),
                row.number("resistantBirthPerDay"),
                row.number("sensitiveDeathPerDay"),
                row.number("resistantDeathPerDay"));
        AdaptiveRule rule = new AdaptiveRule(
                row.number("deathsPerDivision"),
                row.number("sensitiveCapacity"),
                row.number("pauseBelow"),
                row.number("resumeFrom"),
                row.number("progressionAbove"),
                row.number("decisionDays"),
                HORIZON_DAYS);
        findings.compare(row, "continuousDays", therapy.daysToProgression(tumour, rule.continuous()), SAME_DECISION);
        findings.compare(row, "adaptiveDays", therapy.daysToProgression(tumour, rule), SAME_DECISION);
    }
}
