package io.couplet.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that takes a child's output; one older file is kept when it has grown large. Not thread-safe. */
final class ChildLog {
    private static final long LARGE_BYTES = 20L << 20;
    private static final int TAIL_BYTES = 8 << 10;

    private final Path file;
    private volatile long startedAt;

    ChildLog(Path file) {
        this.file = file;
    }

    /** The file to append to in the next run of the child. */
    Path next() {
        try {
            if (size() > LARGE_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            startedAt = size();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of what the latest run has written. */
    String tail() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(startedAt, in.length() - TAIL_BYTES);
            in.seek(from);
            byte[] bytes = new byte[(int) (in.length() - from)];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip() + "\n(all of it: " + file + ")";
        } catch (IOException e) {
            return "(nothing to read in " + file + ": " + e.getMessage() + ")";
        }
    }

    private long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
