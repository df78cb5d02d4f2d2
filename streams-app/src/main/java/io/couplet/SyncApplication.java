package io.couplet;

import io.couplet.config.ConfigFile;
import io.couplet.config.FaultyConfig;
import io.couplet.config.SyncConfig;
import io.couplet.contract.Catalogue;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.mappings.CheckedCatalogue;
import io.couplet.mappings.MappingFaults;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;

/**
 * Decides what each side must become. Takes the path of its configuration file. Ends with 2 for wrong arguments, 3 for a wrong
 * configuration, 4 where registry or broker are unreachable, 5 where its port is taken, 1 for a bug.
 */
public final class SyncApplication {
    private static final int BUG = 1;
    private static final int USAGE = 2;
    private static final int CONFIGURATION = 3;
    private static final int UNREACHABLE = 4;
    private static final int PORT_TAKEN = 5;

    private SyncApplication() {}

    /** Runs until it is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    static int run(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            return complain(USAGE, "usage: SyncApplication <configuration file>");
        }
        try {
            return run(ConfigFile.read(Path.of(arguments[0])));
        } catch (FaultyConfig | MappingFaults e) {
            return complain(CONFIGURATION, String.valueOf(e.getMessage()));
        } catch (Unreachable e) {
            return complain(UNREACHABLE, String.valueOf(e.getMessage()));
        } catch (JavalinBindException e) {
            return complain(PORT_TAKEN, "http.port is taken: " + e.getMessage());
        }
    }

    private static int run(SyncConfig config) throws InterruptedException {
        CheckedCatalogue catalogue = CheckedCatalogue.of(config.company(), config.companies());
        Catalogue topics = new Catalogue(config.topics().prefix(), catalogue.entities());
        SchemaRegistry registry = new ConfluentRegistry(config.registry().url());
        new Surroundings(config, topics, registry).check();
        SyncProcess process = SyncProcess.start(config, topics, registry, catalogue.mappings());
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "close"));
        return process.await() == null ? 0 : BUG;
    }

    private static int complain(int code, String words) {
        System.err.println(words);
        return code;
    }
}
