package io.couplet.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for tables that may be larger than memory and are needed for a few minutes: it is deleted when they are closed, or when the process
 * is told to end before. For one thread.
 */
public final class Tables implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final long WRITE_BUFFER = 16L * 1024 * 1024;
    private static final int TRIES_AT_EXIT = 20;

    private final Path folder;
    private final Options options;
    private final WriteOptions writing;
    private final RocksDB db;
    private byte tables;

    /** Without tables, in a new folder where temporary files go. */
    public Tables() {
        RocksDB.loadLibrary();
        folder = newFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(this::deleteAtExit, "couplet-replay-folder"));
        options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER);
        writing = new WriteOptions().setDisableWAL(true);
        try {
            db = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("couplet-replay");
        } catch (IOException e) {
            throw new UncheckedIOException("there must be room for temporary files", e);
        }
    }

    /** Another table, without rows. */
    Table table() {
        return new Table(db, writing, ++tables);
    }

    static UncheckedIOException failed(RocksDBException cause) {
        return new UncheckedIOException(new IOException("temporary tables cannot be used", cause));
    }

    @Override
    public void close() {
        db.close();
        writing.close();
        options.close();
        IOException hindrance = delete();
        if (hindrance != null) {
            throw new UncheckedIOException("temporary files are left in " + folder, hindrance);
        }
    }

    /** Meanwhile somebody may still write to the tables, and so make another file. */
    private void deleteAtExit() {
        for (int tries = 0; tries < TRIES_AT_EXIT && Files.exists(folder); tries++) {
            IOException hindrance = delete();
            LOG.atDebug().setCause(hindrance).log("temporary files were deleted at the end of the process");
        }
    }

    /** Null when nothing is left. */
    private @Nullable IOException delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
            return null;
        } catch (IOException e) {
            return e;
        } catch (UncheckedIOException e) {
            return e.getCause();
        }
    }
}
