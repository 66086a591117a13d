package org.evotrial.statistics.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TteKernelResultsCheckTest {
    private static final String DATA =
            "dataset,patient,arm,stratum,time,event\n7,1,0,1,1,1\n7,2,1,1,2,1\n7,3,0,1,3,1\n7,4,1,1,4,0\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void otherDataAndStatisticsAreRecomputed() throws IOException {
        // Hazard ratio (sqrt(17) - 1) / 8, see CoxTwoArmTest; the curve of arm 0 falls to 1/2 at 1 and to 0 at 3.
        double logHazardRatio = Math.log((Math.sqrt(17) - 1) / 8);
        FileVerification outcome =
                verify("7,cox_breslow_loghr," + logHazardRatio + "\n7,km_surv_t1.5_arm0,0.5\n7,rmst3_arm0,2\n");
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.comparisons()).isEqualTo(3);
    }

    @Test
    void aWrongValueIsAFinding() throws IOException {
        assertThat(verify("7,km_surv_t1.5_arm0,0.5001\n").findings()).hasSize(1);
    }

    @Test
    void aMedianThatIsNotReachedHasNoValueInBoth() throws IOException {
        assertThat(verify("7,km_median_upper_loglog_arm1,NA\n").findings()).isEmpty();
        assertThat(verify("7,km_median_upper_loglog_arm1,9\n").findings()).hasSize(1);
    }

    @Test
    void anUnknownStatisticOrDataSetIsAFinding() throws IOException {
        assertThat(verify("7,gehan_z,1\n").findings())
                .singleElement()
                .asString()
                .contains("statistic (gehan_z)");
        assertThat(verify("8,logrank_z,1\n").findings())
                .singleElement()
                .asString()
                .contains("dataset (8)");
    }

    private FileVerification verify(String rows) throws IOException {
        Files.writeString(folder.resolve("tte_kernel_data.csv"), DATA);
        Files.writeString(folder.resolve("tte_kernel_results.csv"), "dataset,statistic,value\n" + rows);
        return Verification.of(List.of(new TteKernelResultsCheck()))
                .folder(folder)
                .get(0);
    }
}
