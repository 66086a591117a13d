package org.evotrial.patient.tumour;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.disease.ClonalArchitecture.Branch;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.StrictFunctions;

/**
 * Which share of a patient's founder cells lies in which neutral branch at baseline: of the cells of its parent that no earlier
 * branch has, a branch takes its own share. Index 0 is the trunk, branch i has index i + 1.
 */
final class BranchShares {
    private final List<Branch> branches;
    private final int[] parent;
    private final double[] own;

    BranchShares(ClonalArchitecture architecture) {
        branches = architecture.branches();
        List<String> ids = branches.stream().map(Branch::id).toList();
        parent = new int[branches.size() + 1];
        own = new double[parent.length];
        for (int i = 0; i < branches.size(); i++) {
            parent[i + 1] = 1 + ids.indexOf(String.valueOf(branches.get(i).parent()));
        }
    }

    /** Draws the shares of another patient: two draws a branch. */
    void draw(UniformRandomProvider random) {
        Arrays.fill(own, 0);
        own[0] = 1;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            boolean present = random.nextDouble() < branch.prevalence();
            double share = branch.medianFraction() * StrictFunctions.exp(branch.sigmaLog() * Normal.draw(random));
            double taken = present ? own[parent[i + 1]] * Math.min(1, share) : 0;
            own[i + 1] = taken;
            own[parent[i + 1]] -= taken;
        }
    }

    /** Number of parts: the trunk and all branches. */
    int parts() {
        return own.length;
    }

    /** The part from which a part branches off; the trunk for the trunk. */
    int parent(int part) {
        return parent[part];
    }

    /** Name of a branch. */
    String name(int part) {
        return branches.get(part - 1).id();
    }

    /** Share of the founder cells that lie in a part and in no branch of it. */
    double own(int part) {
        return own[part];
    }

    /** The part in which a random founder cell lies. */
    int choose(double uniform) {
        double left = uniform;
        int chosen = 0;
        for (int part = 0; part < own.length; part++) {
            if (own[part] > 0) {
                chosen = part;
                left -= own[part];
                if (left < 0) {
                    return part;
                }
            }
        }
        return chosen;
    }
}
