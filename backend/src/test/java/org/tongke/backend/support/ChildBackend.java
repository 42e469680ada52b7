package org.tongke.backend.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.BackendApplication;

/** The whole backend as a process of its own, which can be killed. Its log is a file of its own in the build's folder. */
public final class ChildBackend implements AutoCloseable {
    /** As of a process that died of SIGKILL. */
    public static final int KILLED = 137;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final String LISTENS = "child listens at ";

    private final Process process;
    private final Path log;

    private ChildBackend(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one on some stores that dies at a point; never, if it has no name. */
    public static ChildBackend start(Stores stores, String killAt) throws IOException {
        var name = killAt.isEmpty() ? "unnamed" : killAt;
        return start(stores, name, ChildBackend.class, List.of("-Xmx400m", "-Dtongke.kill-at=" + killAt));
    }

    /**
     * Starts one on some stores.
     *
     * @param name of its log
     * @param main calls {@link #run}, and does something besides
     * @param options of its JVM
     */
    public static ChildBackend start(Stores stores, String name, Class<?> main, List<String> options)
            throws IOException {
        // another test, which runs at the same time, may call its own the same
        var log = Path.of(
                "target", "killed-backend", name + "-" + ProcessHandle.current().pid() + ".log");
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        var process = new ProcessBuilder(command(stores, main, options))
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        // also if the build is ended before the test
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ChildBackend(process, log);
    }

    private static List<String> command(Stores stores, Class<?> main, List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Djava.awt.headless=true",
                "-Dserver.port=0"));
        command.addAll(options);
        stores.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    static void main(String[] arguments) {
        run(any -> {});
    }

    /** Runs the backend in this process.
     *
     * @param first what is done before it is told that it answers */
    public static void run(Consumer<ApplicationContext> first) {
        var app = SpringApplication.run(BackendApplication.class);
        first.accept(app);
        System.out.println(LISTENS + app.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Its API, as soon as it answers. */
    public Api api() throws IOException, InterruptedException {
        var end = Instant.now().plus(LONG_ENOUGH);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            var port = findPort();
            if (port.isPresent()) {
                return Api.at(port.get());
            }
            Thread.sleep(50);
        }
        throw new IOException("the child does not start: see " + log);
    }

    private Optional<Integer> findPort() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(LISTENS))
                    .map(line -> Integer.valueOf(line.substring(LISTENS.length())))
                    .findFirst();
        }
    }

    /** Sends it SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Its exit status, when it has ended. */
    public int awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("the child does not end: see " + log);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
