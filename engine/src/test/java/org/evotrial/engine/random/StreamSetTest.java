package org.evotrial.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class StreamSetTest {
    @Test
    void keepsAllPurposesPatientsReplicatesAndStrataApart() {
        StreamSet streams = new StreamSet(1, 2, 3);
        List<Long> drawn = new ArrayList<>();
        for (int replicate = 0; replicate < 2; replicate++) {
            streams.replicate(replicate);
            drawn.add(streams.recruitment().nextLong());
            drawn.add(streams.analysis().nextLong());
            for (int stratum = 0; stratum < 3; stratum++) {
                drawn.add(streams.allocation(stratum).nextLong());
            }
            for (int patient = 0; patient < 2; patient++) {
                streams.patient(replicate, patient);
                for (UniformRandomProvider s : ofPatient(streams)) {
                    drawn.add(s.nextLong());
                }
            }
        }
        Set<Long> different = new LinkedHashSet<>(drawn);

        assertThat(drawn).hasSize(2 * (5 + 2 * 6));
        assertThat(different).hasSameSizeAs(drawn);
    }

    @Test
    void leavesTheStreamsOfTheReplicateAloneWhenPatientsChange() {
        StreamSet streams = new StreamSet(1, 0, 1);
        streams.replicate(4);
        long first = streams.allocation(0).nextLong();
        streams.patient(4, 17);
        long second = streams.allocation(0).nextLong();
        streams.replicate(4);

        assertThat(streams.allocation(0).nextLong()).isEqualTo(first);
        assertThat(streams.allocation(0).nextLong()).isEqualTo(second);
    }

    @Test
    void givesAnAssayTheSameNumbersWhetherOrNotOthersExist() {
        StreamSet one = new StreamSet(1, 1, 1);
        StreamSet three = new StreamSet(1, 3, 1);
        one.patient(2, 3);
        three.patient(2, 3);
        three.assay(2).nextLong();

        assertThat(three.assay(0).nextLong()).isEqualTo(one.assay(0).nextLong());
        assertThat(three.biology().nextLong()).isEqualTo(one.biology().nextLong());
    }

    private static List<UniformRandomProvider> ofPatient(StreamSet streams) {
        return List.of(
                streams.baseline(),
                streams.biology(),
                streams.dropout(),
                streams.visits(),
                streams.assay(0),
                streams.assay(1));
    }
}
