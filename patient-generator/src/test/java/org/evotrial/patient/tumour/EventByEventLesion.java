package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The slow, obviously correct simulation of one lesion with everything switched on, one event at a time: cells of several
 * kinds divide, die, die of their division, change kind, mutate at division and compete for room.
 */
final class EventByEventLesion {
    /** Rates of one kind of cell, per cell and day; births are those of an empty lesion. */
    record Kind(double birth, double death, double deathPerDivision, double[] changeTo, double[] daughterBecomes) {}

    final long[] cells;
    private final double capacity;

    EventByEventLesion(long[] cells, double capacity) {
        this.cells = cells.clone();
        this.capacity = capacity;
    }

    void live(double days, Kind[] kinds, UniformRandomProvider random) {
        double time = 0;
        double[] rate = new double[kinds.length];
        while (true) {
            long all = 0;
            for (long count : cells) {
                all += count;
            }
            double room = 1 - all / capacity;
            double total = 0;
            for (int k = 0; k < kinds.length; k++) {
                Kind kind = kinds[k];
                double births = kind.birth * Math.max(0, room);
                double each = births * (1 + kind.deathPerDivision) + kind.birth * Math.max(0, -room) + kind.death;
                for (double change : kind.changeTo) {
                    each += change;
                }
                rate[k] = each * cells[k];
                total += rate[k];
            }
            time -= Math.log(1 - random.nextDouble()) / total;
            if (!(time < days)) {
                return;
            }
            double position = random.nextDouble() * total;
            int k = 0;
            while (k < kinds.length - 1 && position >= rate[k]) {
                position -= rate[k++];
            }
            happen(k, position / cells[k], kinds[k], Math.max(0, room), random);
        }
    }

    private void happen(int k, double position, Kind kind, double room, UniformRandomProvider random) {
        double left = position;
        for (int to = 0; to < cells.length; to++) {
            if (left < kind.changeTo[to]) {
                cells[k]--;
                cells[to]++;
                return;
            }
            left -= kind.changeTo[to];
        }
        if (left < kind.birth * room) {
            divide(k, kind, random.nextDouble());
        } else {
            cells[k]--;
        }
    }

    private void divide(int k, Kind kind, double uniform) {
        double left = uniform;
        for (int to = 0; to < cells.length; to++) {
            if (left < kind.daughterBecomes[to]) {
                cells[to]++;
                return;
            }
            left -= kind.daughterBecomes[to];
        }
        cells[k]++;
    }
}
