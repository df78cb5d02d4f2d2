package io.couplet.local.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One log, read from its end on. Not thread-safe. */
public final class LogFile {
    private static final int LINE_BYTES = 200;
    private static final Duration FOREVER = Duration.ofDays(3650);

    private final Path file;
    private final String name;
    private long position;

    public LogFile(Path file) {
        this.file = file;
        this.name = file.getFileName().toString().replaceFirst("\\.log$", "");
    }

    /** Prints about the last lines, each with the name of the log before it. */
    public void printTail(int lines, PrintWriter out) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            position = Math.max(0, in.length() - (long) lines * LINE_BYTES);
            List<String> read = read(in).lines().toList();
            read.subList(Math.max(0, read.size() - lines), read.size()).forEach(line -> print(line, out));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what is added to the logs until the process is ended. */
    public static void follow(List<LogFile> logs, PrintWriter out) {
        Poll.until(FOREVER, () -> {
            logs.forEach(log -> log.printAdded(out));
            return out.checkError();
        });
    }

    private void printAdded(PrintWriter out) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < position) {
                position = 0;
            }
            if (in.length() > position) {
                read(in).lines().forEach(line -> print(line, out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(RandomAccessFile in) throws IOException {
        byte[] bytes = new byte[(int) (in.length() - position)];
        in.seek(position);
        in.readFully(bytes);
        position += bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void print(String line, PrintWriter out) {
        out.println(name + " | " + line);
    }
}
