package org.tongke.backend.journey;

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
import org.springframework.boot.SpringApplication;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.Stores;

/** The whole backend as a process of its own, which can be killed. Its log is a file of its own in the build's folder. */
final class ChildBackend implements AutoCloseable {
    /** As of a process that died of SIGKILL. */
    static final int KILLED = 137;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final String LISTENS = "child listens at ";

    private final Process process;
    private final Path log;

    private ChildBackend(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one on some stores that dies at a point; never, if it has no name. */
    static ChildBackend start(Stores stores, String killAt) throws IOException {
        var log = Path.of("target", "killed-backend", killAt.isEmpty() ? "unnamed.log" : killAt + ".log");
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        var process = new ProcessBuilder(command(stores, killAt))
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        // also if the build is ended before the test
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ChildBackend(process, log);
    }

    private static List<String> command(Stores stores, String killAt) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dserver.port=0",
                "-Dtongke.kill-at=" + killAt));
        stores.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildBackend.class.getName()));
        return command;
    }

    static void main(String[] arguments) {
        var app = SpringApplication.run(BackendApplication.class, arguments);
        System.out.println(LISTENS + app.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Its API, as soon as it answers. */
    Api api() throws IOException, InterruptedException {
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
    void kill() {
        process.destroyForcibly();
    }

    /** Its exit status, when it has ended. */
    int awaitEnd() throws IOException, InterruptedException {
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
