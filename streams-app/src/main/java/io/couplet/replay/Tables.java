package io.couplet.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * A folder for tables that may be larger than memory and are needed for a few minutes: it is deleted when they are closed. For one thread.
 */
public final class Tables implements AutoCloseable {
    private static final long WRITE_BUFFER = 16L * 1024 * 1024;

    private final Path folder;
    private final Options options;
    private final WriteOptions writing;
    private final RocksDB db;
    private byte tables;

    /** Without tables, in a new folder where temporary files go. */
    public Tables() {
        RocksDB.loadLibrary();
        folder = newFolder();
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
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files are left in " + folder, e);
        }
    }
}
