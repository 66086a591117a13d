package org.evotrial.patient.tumour;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.disease.Seeding;
import org.evotrial.patient.phylogeny.CloneTree;
import org.evotrial.patient.phylogeny.PassengerMutations;

/**
 * Where the cells of a patient come from: trees of clones, made of the cells as they are when asked. Whatever is random in them (the
 * branch in which a clone arose, the number of passengers) is a function of one number drawn at baseline, so that asking changes
 * nothing and twice gives the same answer.
 *
 * <p>A clone of a genotype is one node: it arose once, from a random cell of the genotype before it. It was born when a population
 * that grows undisturbed would have begun, to have its cells at baseline; later ones on the day of their first cell.
 */
final class ClonalHistory {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int PURPOSES = 4;

    private final TumourModel model;
    private final ClonalArchitecture architecture;
    private final double[] baseline;
    private final int genotypes;
    private long seed;
    private int founder;
    private double birth;
    private double death;

    ClonalHistory(TumourModel model, ClonalArchitecture architecture) {
        this.model = model;
        this.architecture = architecture;
        genotypes = model.genotypes.count();
        baseline = new double[model.mostLesions() * genotypes];
    }

    /** Begins another patient, whose tumour is as it is at baseline. */
    void begin(BaselineSampler sampler, PatientRates rates, Tumour tumour) {
        seed = sampler.traits().clonalSeed();
        founder = sampler.founder();
        birth = rates.birth();
        double net = Math.max(BaselineSampler.LEAST_NET_SHARE * birth, rates.netGrowth());
        death = birth - Math.min(birth, net);
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            for (int g = 0; g < genotypes; g++) {
                baseline[lesion * genotypes + g] = tumour.cells(lesion, g);
            }
        }
    }

    /**
     * The tree of a lesion.
     *
     * @param cells cells of the lesion now by genotype
     * @param emergenceDays day of the first cell of each genotype
     */
    CloneTree tree(int lesion, BranchShares branches, double[] cells, double[] emergenceDays) {
        Growing tree = new Growing(lesion, cells, emergenceDays);
        tree.addTrunk();
        tree.addBranches(branches);
        for (int g = 0; g < genotypes; g++) {
            if (cells[g] > 0 && g != tree.trunk) {
                tree.add(g, branches);
            }
        }
        return tree.toTree();
    }

    private double uniform(int lesion, int item, int purpose) {
        long z = seed + GOLDEN * (1 + purpose + PURPOSES * (item + (long) Integer.MAX_VALUE * lesion));
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }

    private double atBaseline(int lesion) {
        double sum = 0;
        for (int g = 0; g < genotypes; g++) {
            sum += baseline[lesion * genotypes + g];
        }
        return sum;
    }

    /** A tree while its nodes are gathered: parallel lists. */
    private final class Growing {
        private final int lesion;
        private final double[] cells;
        private final double[] emergenceDays;
        private final int trunk;
        private final PassengerMutations clock =
                new PassengerMutations(architecture.passengerMutationsPerDivision(), birth, death);
        private final int[] nodeOf = new int[genotypes];
        private final List<String> names = new ArrayList<>();
        private final List<Integer> parents = new ArrayList<>();
        private final List<Double> born = new ArrayList<>();
        private final List<Double> own = new ArrayList<>();
        private final List<Long> passengers = new ArrayList<>();
        private int[] nodeOfPart = new int[1];

        Growing(int lesion, double[] cells, double[] emergenceDays) {
            this.lesion = lesion;
            this.cells = cells;
            this.emergenceDays = emergenceDays;
            int kinds = 0;
            int only = founder;
            for (int g = 0; g < genotypes; g++) {
                nodeOf[g] = CloneTree.NONE;
                if (baseline[lesion * genotypes + g] > 0) {
                    kinds++;
                    only = g;
                }
            }
            trunk = kinds == 1 ? only : founder;
        }

        private int add(String name, int parent, double day, double ownCells, int item) {
            double since = parent == CloneTree.NONE ? -clock.daysToGrow(atBaseline(0)) : born.get(parent);
            double birthday = Math.max(since, day);
            long before = parent == CloneTree.NONE ? 0 : passengers.get(parent);
            names.add(name);
            parents.add(parent);
            born.add(birthday);
            own.add(ownCells);
            passengers.add(before + clock.gathered(birthday - since, uniform(lesion, item, 0)));
            return names.size() - 1;
        }

        /** The trunk has the clonal passengers of the tumour, and those until a metastasis was founded. */
        private void addTrunk() {
            List<String> mutations = new ArrayList<>(architecture.truncalMutations());
            if (trunk != 0) {
                mutations.add(model.genotypes.names().get(trunk));
            }
            String name = mutations.isEmpty() ? "trunk" : String.join("+", mutations);
            nodeOf[trunk] = add(name, CloneTree.NONE, -clock.daysToGrow(atBaseline(lesion)), 0, 0);
            double clonalDays = death / (birth - death) / birth;
            passengers.set(0, passengers.get(0) + clock.gathered(clonalDays, uniform(0, 0, 1)));
        }

        /** The founder cells of the lesion, spread over trunk and branches. */
        private void addBranches(BranchShares branches) {
            Seeding seeding = lesion == 0 ? null : model.disease.lesions().seeding();
            double[] share = new double[branches.parts()];
            for (int part = 0; part < share.length; part++) {
                share[part] = seeding == null ? branches.own(part) : 0;
            }
            for (int i = 0; seeding != null && i < seeding.founderCells(); i++) {
                share[branches.choose(uniform(lesion, i, 2))] += 1.0 / seeding.founderCells();
            }
            double founders = Math.max(1, baseline[lesion * genotypes + trunk]);
            nodeOfPart = new int[share.length];
            own.set(0, cells[trunk] * share[0]);
            for (int part = 1; part < share.length; part++) {
                double all = share[part];
                for (int child = part + 1; child < share.length; child++) {
                    all += isWithin(branches, child, part) ? share[child] : 0;
                }
                nodeOfPart[part] = all > 0
                        ? add(
                                branches.name(part),
                                nodeOfPart[branches.parent(part)],
                                -clock.daysToGrow(all * founders),
                                cells[trunk] * share[part],
                                genotypes + part)
                        : nodeOfPart[branches.parent(part)];
            }
        }

        private boolean isWithin(BranchShares branches, int part, int ancestor) {
            int at = part;
            while (at > ancestor) {
                at = branches.parent(at);
            }
            return at == ancestor;
        }

        /** From the genotype before it with most cells at baseline; from a random founder cell if that is the trunk's. */
        private void add(int genotype, BranchShares branches) {
            int before = trunk;
            double most = -1;
            for (int g = 0; g < genotypes; g++) {
                if (nodeOf[g] != CloneTree.NONE && leads(g, genotype) && baseline[lesion * genotypes + g] > most) {
                    before = g;
                    most = baseline[lesion * genotypes + g];
                }
            }
            int parent = before == trunk ? nodeOfPart[branches.choose(uniform(lesion, genotype, 3))] : nodeOf[before];
            double there = baseline[lesion * genotypes + genotype];
            double day = there > 0 ? -clock.daysToGrow(there) : emergenceDays[genotype];
            nodeOf[genotype] = add(difference(before, genotype), parent, day, cells[genotype], genotype);
        }

        private boolean leads(int from, int to) {
            for (int i = 0; i < model.acquisitions.from(from); i++) {
                if (model.acquisitions.descendant(from, i) == to) {
                    return true;
                }
            }
            return false;
        }

        private String difference(int from, int to) {
            List<String> changes = new ArrayList<>();
            for (int m = 0; m < model.disease.mechanisms().size(); m++) {
                boolean had = model.genotypes.has(from, m);
                if (had != model.genotypes.has(to, m)) {
                    String id = model.disease.mechanisms().get(m).id();
                    changes.add(had ? "loss of " + id : id);
                }
            }
            return changes.isEmpty() ? "sensitive" : String.join("+", changes);
        }

        private CloneTree toTree() {
            double[] all = own.stream().mapToDouble(Double::doubleValue).toArray();
            for (int node = all.length - 1; node > 0; node--) {
                all[parents.get(node)] += all[node];
            }
            List<CloneTree.Clone> clones = new ArrayList<>();
            for (int node = 0; node < all.length; node++) {
                double fraction = node == 0 ? 1 : all[0] > 0 ? all[node] / all[0] : 0;
                clones.add(new CloneTree.Clone(
                        names.get(node), parents.get(node), born.get(node), fraction, passengers.get(node)));
            }
            return new CloneTree(clones);
        }
    }
}
