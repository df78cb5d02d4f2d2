package io.couplet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The processes of a stack, as the machine sees them.
 *
 * @param data the stack's data directory, absolute
 */
record StackProcesses(Path data) {
    private static final long PAGE = 4096;

    /** Every process that names the data directory in its command line or its environment, and what those started. */
    Set<ProcessHandle> running() {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path about = about(process);
            boolean ours = process.pid() != ProcessHandle.current().pid()
                    && (read(about.resolve("cmdline")) + read(about.resolve("environ"))).contains(data.toString());
            if (ours) {
                all.add(process);
                process.descendants().forEach(all::add);
            }
        }
        return all;
    }

    /** Bytes of memory that all of them have in use; what they share counts once for each. */
    long memory() {
        long pages = 0;
        for (ProcessHandle process : running()) {
            String statm = read(about(process).resolve("statm"));
            pages += statm.isEmpty() ? 0 : Long.parseLong(statm.split(" ", -1)[1]);
        }
        return pages * PAGE;
    }

    private static Path about(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return ""; // the process has just ended
        } catch (AccessDeniedException e) {
            return ""; // somebody else's process
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
