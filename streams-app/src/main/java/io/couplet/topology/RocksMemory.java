package io.couplet.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what all stores of the process take together. By default each store of each partition has its own memory, 50 MB and more: with
 * seven stores and three partitions that is a gigabyte.
 */
public final class RocksMemory implements RocksDBConfigSetter {
    private static final long ALL = 96L * 1024 * 1024;
    private static final long WRITES = 48L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER = 4L * 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    // Shared by design: Kafka Streams makes one setter per store, and the bound is for all of them.
    private static final Cache CACHE = new LRUCache(ALL);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig tables) {
            tables.setBlockCache(CACHE);
            tables.setCacheIndexAndFilterBlocks(true);
            tables.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(tables);
        }
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory is the process's: it is given back with the process, not with one store.
    }
}
