package org.evotrial.design;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Arm;
import org.jspecify.annotations.Nullable;

/** What named designs have in common when they are spelled out. */
final class Composition {
    private Composition() {}

    /** Exactly one of the two ways to say when patients arrive. */
    static void requireOneAccrual(@Nullable Accrual accrual, @Nullable Double accrualMonths) {
        if ((accrual == null) == (accrualMonths == null)) {
            throw new IllegalArgumentException("expected exactly one of accrual, accrualMonths but found %s"
                    .formatted(accrual == null ? "none" : "both"));
        }
    }

    /** The accrual as given, or evenly spaced so that the last patient arrives after {@code accrualMonths}. */
    static Accrual accrual(@Nullable Accrual accrual, @Nullable Double accrualMonths, int sampleSize) {
        if (accrual != null) {
            return accrual;
        }
        double patientsPerMonth = sampleSize / Objects.requireNonNull(accrualMonths);
        return new Accrual(Accrual.Pattern.EVENLY_SPACED, List.of(new Accrual.Period(null, patientsPerMonth)), null);
    }

    /** The one arm with a role. */
    static Arm only(List<Arm> arms, Arm.Role role) {
        List<Arm> found = arms.stream().filter(arm -> arm.role() == role).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("expected exactly one arm with role %s but found %d"
                    .formatted(role.name().toLowerCase(Locale.ROOT), found.size()));
        }
        return found.get(0);
    }
}
