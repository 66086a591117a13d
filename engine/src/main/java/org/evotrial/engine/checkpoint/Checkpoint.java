package org.evotrial.engine.checkpoint;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.evotrial.engine.replicate.BlockResult;

/**
 * The finished blocks of one scenario in one append-only file: a fingerprint of what is simulated, then one record per
 * block with its checksum. A record that was cut short by a crash is dropped, as is a file of another fingerprint.
 */
public final class Checkpoint implements Closeable {
    private static final int MAGIC = 0x45564f31;

    private final DataOutputStream out;
    private final List<BlockResult> found;

    private Checkpoint(DataOutputStream out, List<BlockResult> found) {
        this.out = out;
        this.found = found;
    }

    /**
     * Opens a checkpoint and reads what it holds.
     *
     * @param file the file; created if necessary
     * @param fingerprint what the blocks depend on; blocks of another fingerprint are discarded
     * @param resume false: what the file holds is discarded
     */
    public static Checkpoint open(Path file, String fingerprint, boolean resume) throws IOException {
        List<BlockResult> found = resume ? peek(file, fingerprint) : List.of();
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        OutputStream stream = Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeUTF(fingerprint);
        Checkpoint checkpoint = new Checkpoint(out, found);
        for (BlockResult block : found) {
            checkpoint.append(block);
        }
        return checkpoint;
    }

    /** The finished blocks of a checkpoint, without opening it for more; none if there is no such file. */
    public static List<BlockResult> peek(Path file, String fingerprint) throws IOException {
        return Files.isRegularFile(file) ? read(file, fingerprint) : List.of();
    }

    /** Blocks that were finished before. */
    public List<BlockResult> found() {
        return found;
    }

    /** Adds a finished block; it is on its way to disk when this returns. */
    public void append(BlockResult block) throws IOException {
        byte[] record = encode(block);
        CRC32 checksum = new CRC32();
        checksum.update(record);
        out.writeInt(record.length);
        out.writeLong(checksum.getValue());
        out.write(record);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static List<BlockResult> read(Path file, String fingerprint) throws IOException {
        List<BlockResult> blocks = new ArrayList<>();
        long size = Files.size(file);
        try (InputStream stream = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            if (in.readInt() != MAGIC || !in.readUTF().equals(fingerprint)) {
                return List.of();
            }
            while (true) {
                int length = in.readInt();
                if (length < 0 || length > size) {
                    return blocks;
                }
                byte[] record = new byte[length];
                long expected = in.readLong();
                in.readFully(record);
                CRC32 checksum = new CRC32();
                checksum.update(record);
                if (checksum.getValue() != expected) {
                    return blocks;
                }
                blocks.add(decode(record));
            }
        } catch (EOFException cutShort) {
            return blocks;
        }
    }

    private static byte[] encode(BlockResult block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeInt(block.block());
            data.writeInt(block.firstReplicate());
            data.writeInt(block.replicates());
            data.writeInt(block.columns());
            data.writeLong(block.patients());
            writeDoubles(data, block.rows());
            data.writeInt(block.failures().size());
            for (BlockResult.Failed failure : block.failures()) {
                data.writeInt(failure.replicate());
                data.writeUTF(failure.message());
            }
            writeDoubles(data, block.curveSum());
            writeDoubles(data, block.curveSumOfSquares());
            for (int count : block.curveCount()) {
                data.writeInt(count);
            }
        }
        return bytes.toByteArray();
    }

    private static BlockResult decode(byte[] record) throws IOException {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(record))) {
            int block = data.readInt();
            int first = data.readInt();
            int replicates = data.readInt();
            int columns = data.readInt();
            long patients = data.readLong();
            double[] rows = readDoubles(data);
            List<BlockResult.Failed> failures = new ArrayList<>();
            for (int i = data.readInt(); i > 0; i--) {
                failures.add(new BlockResult.Failed(data.readInt(), data.readUTF()));
            }
            double[] sum = readDoubles(data);
            double[] squares = readDoubles(data);
            int[] counts = new int[sum.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = data.readInt();
            }
            return new BlockResult(
                    block, first, replicates, columns, rows, List.copyOf(failures), sum, squares, counts, patients);
        }
    }

    private static void writeDoubles(DataOutputStream data, double[] values) throws IOException {
        data.writeInt(values.length);
        for (double value : values) {
            data.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInputStream data) throws IOException {
        double[] values = new double[data.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.readDouble();
        }
        return values;
    }
}
