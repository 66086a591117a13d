package org.evotrial.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.replicate.BlockResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("blocks").resolve("base.blocks");
    }

    private static BlockResult block(int number) {
        return new BlockResult(
                number,
                50 * number,
                2,
                3,
                new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, -0.0, number, 1e-300},
                List.of(new BlockResult.Failed(50 * number + 1, "patient 3: java.lang.IllegalStateException: größer")),
                new double[] {0.5, 2},
                new double[] {0.25, 4},
                new int[] {1, 0},
                700);
    }

    private void write(String fingerprint, int... numbers) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(file(), fingerprint, false)) {
            for (int number : numbers) {
                checkpoint.append(block(number));
            }
        }
    }

    @Test
    void givesBackEveryBitOfABlock() throws IOException {
        write("a", 4);
        BlockResult found = Checkpoint.peek(file(), "a").get(0);
        BlockResult expected = block(4);

        assertThat(found.block()).isEqualTo(4);
        assertThat(found.firstReplicate()).isEqualTo(200);
        assertThat(found.replicates()).isEqualTo(2);
        assertThat(found.columns()).isEqualTo(3);
        assertThat(found.patients()).isEqualTo(700);
        assertThat(Arrays.stream(found.rows()).mapToLong(Double::doubleToRawLongBits))
                .containsExactlyElementsOf(Arrays.stream(expected.rows())
                        .mapToLong(Double::doubleToRawLongBits)
                        .boxed()
                        .toList());
        assertThat(found.failures()).isEqualTo(expected.failures());
        assertThat(found.curveSum()).containsExactly(expected.curveSum());
        assertThat(found.curveSumOfSquares()).containsExactly(expected.curveSumOfSquares());
        assertThat(found.curveCount()).containsExactly(expected.curveCount());
    }

    @Test
    void hasNothingWithoutAFile() throws IOException {
        assertThat(Checkpoint.peek(file(), "a")).isEmpty();
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        write("a", 0, 2);
        try (Checkpoint again = Checkpoint.open(file(), "a", true)) {
            assertThat(again.found()).extracting(BlockResult::block).containsExactly(0, 2);
            again.append(block(1));
        }

        assertThat(Checkpoint.peek(file(), "a")).extracting(BlockResult::block).containsExactly(0, 2, 1);
    }

    @Test
    void discardsBlocksOfAnotherFingerprint() throws IOException {
        write("a", 0, 1);

        assertThat(Checkpoint.peek(file(), "b")).isEmpty();
        try (Checkpoint other = Checkpoint.open(file(), "b", true)) {
            assertThat(other.found()).isEmpty();
        }
        assertThat(Checkpoint.peek(file(), "a")).isEmpty();
    }

    @Test
    void discardsWhatThereIsWhenItIsNotToResume() throws IOException {
        write("a", 0, 1);
        Checkpoint.open(file(), "a", false).close();

        assertThat(Checkpoint.peek(file(), "a")).isEmpty();
    }

    /** At whatever place a crash cuts the file, the blocks before it are kept and nothing else is read. */
    @Test
    void keepsTheBlocksBeforeTheOneThatWasCutShort() throws IOException {
        write("a", 0);
        int one = (int) Files.size(file());
        write("a", 0, 1);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += 3) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(Checkpoint.peek(file(), "a")).as("cut at %d", length).hasSize(length < one ? 0 : 1);
        }
    }

    /** One byte is changed, at places all over the last block: it is dropped, and no error and no wrong number comes of it. */
    @Test
    void dropsABlockThatWasDamaged() throws IOException {
        write("a", 0);
        int one = (int) Files.size(file());
        write("a", 0, 1);
        byte[] whole = Files.readAllBytes(file());
        for (int place = one; place < whole.length; place += 3) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x55;
            Files.write(file(), damaged);
            assertThat(Checkpoint.peek(file(), "a")).as("byte %d", place).hasSize(1);
        }
    }

    @Test
    void ignoresAFileThatIsNoCheckpoint() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "not a checkpoint at all", StandardOpenOption.CREATE);

        assertThat(Checkpoint.peek(file(), "a")).isEmpty();
    }
}
