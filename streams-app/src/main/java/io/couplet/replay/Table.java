package io.couplet.replay;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/** Rows of bytes by key, as long as its {@link Tables} are open. For one thread. */
final class Table {
    private final RocksDB db;
    private final WriteOptions writing;
    private final byte number;

    /**
     * A part of a database.
     *
     * @param number which part; what all keys of it begin with
     */
    Table(RocksDB db, WriteOptions writing, byte number) {
        this.db = db;
        this.writing = writing;
        this.number = number;
    }

    /** A row, null where there is none. */
    byte @Nullable [] get(String key) {
        try {
            return db.get(place(key));
        } catch (RocksDBException e) {
            throw Tables.failed(e);
        }
    }

    /** Keeps a row, or removes it where it is null. */
    void put(String key, byte @Nullable [] row) {
        try {
            if (row == null) {
                db.delete(writing, place(key));
            } else {
                db.put(writing, place(key), row);
            }
        } catch (RocksDBException e) {
            throw Tables.failed(e);
        }
    }

    /** Shows every row, by key. */
    void forEach(BiConsumer<String, byte[]> reader) {
        try (RocksIterator rows = db.newIterator()) {
            for (rows.seek(place("")); rows.isValid(); rows.next()) {
                byte[] place = rows.key();
                if (place[0] != number) {
                    return;
                }
                reader.accept(new String(place, 1, place.length - 1, StandardCharsets.UTF_8), rows.value());
            }
            rows.status();
        } catch (RocksDBException e) {
            throw Tables.failed(e);
        }
    }

    private byte[] place(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] place = new byte[text.length + 1];
        place[0] = number;
        System.arraycopy(text, 0, place, 1, text.length);
        return place;
    }
}
