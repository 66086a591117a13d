package org.evotrial.patient.disease;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evotrial.spi.ConfigurationException;

/** Which mechanisms a cell can gain and lose, as bit masks over the mechanisms of a disease. */
final class MechanismRules {
    private final List<Mechanism> mechanisms;
    private final int maximum;
    private final int[] required;
    private final int[] excluded;
    private final int[] cancelled;
    private final boolean[] reverts;
    private final boolean[] arises;
    private int truncal;
    private int truncalInAll;

    MechanismRules(List<Mechanism> mechanisms, int maximumMechanismsPerCell) {
        this.mechanisms = mechanisms;
        maximum = maximumMechanismsPerCell;
        int count = mechanisms.size();
        required = new int[count];
        excluded = new int[count];
        cancelled = new int[count];
        reverts = new boolean[count];
        arises = new boolean[count];
        requireDistinctNames();
        for (int m = 0; m < count; m++) {
            Mechanism mechanism = mechanisms.get(m);
            required[m] = mask(m, "requires", mechanism.requires());
            cancelled[m] = mask(m, "cancels", mechanism.cancels());
            reverts[m] = mechanism.reversionsPerDivision() > 0;
            int others = mask(m, "excludes", mechanism.excludes());
            excluded[m] |= others;
            for (int other = 0; other < count; other++) {
                excluded[other] |= (others & 1 << other) != 0 ? 1 << m : 0;
            }
            arises[m] = true;
            if (mechanism.preExisting() instanceof PreExisting.Truncal founder && founder.prevalence() > 0) {
                truncal |= 1 << m;
                truncalInAll |= founder.prevalence() == 1 ? 1 << m : 0;
                arises[m] = mechanism.perDivision(1) > 0 || mechanism.switchesPerDay() > 0;
            }
        }
        requireFreeTruncalMechanisms();
    }

    private void requireDistinctNames() {
        Set<String> names = new HashSet<>();
        for (int m = 0; m < mechanisms.size(); m++) {
            String id = mechanisms.get(m).id();
            if (!names.add(id)) {
                throw new ConfigurationException(
                        "/population/disease/mechanisms/" + m + "/id",
                        "expected another name: two mechanisms are called " + id);
            }
        }
    }

    private int mask(int mechanism, String property, List<String> ids) {
        int mask = 0;
        List<String> known = mechanisms.stream().map(Mechanism::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            int index = known.indexOf(ids.get(i));
            if (index < 0) {
                throw new ConfigurationException(
                        "/population/disease/mechanisms/" + mechanism + "/" + property + "/" + i,
                        "expected one of " + String.join(", ", known) + " but found " + ids.get(i));
            }
            mask |= 1 << index;
        }
        return mask;
    }

    /** So that each of them is drawn independently of the others. */
    private void requireFreeTruncalMechanisms() {
        for (int m = 0; m < required.length; m++) {
            if ((truncal & 1 << m) != 0 && (required[m] != 0 || (excluded[m] & truncal) != 0)) {
                throw new ConfigurationException(
                        "/population/disease/mechanisms/" + m,
                        "expected a truncal mechanism to require no mechanism and to exclude no other truncal one");
            }
        }
    }

    /** The sets of mechanisms with which tumours can begin: every choice of truncal mechanisms. */
    List<Integer> founders() {
        int optional = truncal & ~truncalInAll;
        if (Integer.bitCount(optional) > Integer.bitCount(Genotypes.MOST - 1)) {
            throw new ConfigurationException(
                    "/population/disease/mechanisms", "expected fewer truncal mechanisms with a prevalence below 1");
        }
        List<Integer> founders = new ArrayList<>();
        int subset = optional;
        while (subset > 0) {
            founders.add(subset | truncalInAll);
            subset = subset - 1 & optional;
        }
        founders.add(truncalInAll);
        return founders;
    }

    /** Whether a cell with a set of mechanisms can acquire a further one. */
    boolean canGain(int mask, int mechanism) {
        int bit = 1 << mechanism;
        return arises[mechanism]
                && (mask & bit) == 0
                && (required[mechanism] & ~mask) == 0
                && (excluded[mechanism] & mask) == 0
                && Integer.bitCount((mask | bit) & ~truncal) <= maximum;
    }

    /** Whether a cell with a set of mechanisms can lose one of them. */
    boolean canLose(int mask, int mechanism) {
        if (!reverts[mechanism] || (mask & 1 << mechanism) == 0) {
            return false;
        }
        for (int other = 0; other < required.length; other++) {
            if ((mask & 1 << other) != 0 && (required[other] & 1 << mechanism) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The mechanisms of a set that no other one of the set cancels. */
    int active(int mask) {
        int active = mask;
        for (int m = 0; m < cancelled.length; m++) {
            active &= (mask & 1 << m) != 0 ? ~cancelled[m] : -1;
        }
        return active;
    }
}
