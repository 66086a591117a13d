package org.evotrial.model.json;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** From bytes to text: size, emptiness and encoding. A UTF-8 byte order mark, which some editors write, is skipped. */
final class JsonBytes {
    /** The largest trial file in bytes: far beyond anything written by hand, small enough to be read at once. */
    static final int MAXIMUM_BYTES = 8 << 20;

    private final ProblemLog log;

    JsonBytes(ProblemLog log) {
        this.log = log;
    }

    /** The text of a file, or null after a problem. The problem of a file that cannot be read is reported at {@code cause}. */
    @Nullable
    String ofFile(Path file, Source source, Place cause) {
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                return tooLarge(source, Files.size(file) + " bytes");
            }
            return text(Files.readAllBytes(file), source);
        } catch (NoSuchFileException missing) {
            log.add(ProblemCode.UNREADABLE_FILE, cause, "a file", "no file %s".formatted(source.name()));
        } catch (IOException | SecurityException unreadable) {
            String why = Files.isDirectory(file)
                    ? "a directory"
                    : unreadable.getClass().getSimpleName();
            log.add(ProblemCode.UNREADABLE_FILE, cause, "a file that can be read", why);
        }
        return null;
    }

    /** The text of a resource, or null after a problem. */
    @Nullable
    String ofResource(URL resource, Source source, Place cause) {
        try (InputStream stream = resource.openStream()) {
            byte[] bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
            return bytes.length > MAXIMUM_BYTES ? tooLarge(source, "more") : text(bytes, source);
        } catch (IOException unreadable) {
            log.add(
                    ProblemCode.UNREADABLE_FILE,
                    cause,
                    "a library file that can be read",
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }

    private @Nullable String tooLarge(Source source, String found) {
        log.add(
                ProblemCode.TOO_LARGE,
                new Place(source, "", 0, 0),
                "a trial file of at most %d bytes".formatted(MAXIMUM_BYTES),
                found);
        return null;
    }

    private @Nullable String text(byte[] bytes, Source source) {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        CharBuffer text = CharBuffer.allocate(bytes.length - start);
        ByteBuffer input = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(input, text, true);
        text.flip();
        if (result.isError()) {
            Place place = TextPosition.atEndOf(text).place(source);
            String found = "the byte 0x%02X".formatted(input.get(input.position()) & 0xFF);
            log.add(ProblemCode.NOT_UTF_8, place, "text in UTF-8", found, "save the file in the encoding UTF-8");
            return null;
        }
        return checked(text.toString(), source);
    }

    private @Nullable String checked(String text, Source source) {
        Place place = new Place(source, "", 1, 1);
        if (text.indexOf('\0') >= 0) {
            log.add(
                    ProblemCode.NOT_UTF_8,
                    place,
                    "text in UTF-8",
                    "zero bytes, as in UTF-16",
                    "save the file in the encoding UTF-8");
            return null;
        }
        if (text.isBlank()) {
            log.add(ProblemCode.EMPTY, place, "a JSON object", "an empty file");
            return null;
        }
        return text;
    }
}
