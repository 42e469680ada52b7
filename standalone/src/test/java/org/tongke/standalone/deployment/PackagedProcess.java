package org.tongke.standalone.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of the product as its Dockerfile makes and starts it: the packaged jar, unpacked; all settings by environment. */
final class PackagedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final String name;
    private final Process process;
    private final Path log;
    private int port;

    private PackagedProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Unpacks the jar of a module into a folder, as the first half of its Dockerfile, and returns the jar to start. */
    static Path unpack(String module, Path folder) throws IOException, InterruptedException {
        try (var built = Files.newDirectoryStream(Path.of("..", module, "target"), "*-app.jar")) {
            var jar = built.iterator().next();
            var app = folder.resolve(module);
            var unpacking = new ProcessBuilder(
                            JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", app.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (unpacking.waitFor() != 0) {
                throw new IOException("cannot be unpacked: " + jar);
            }
            return app.resolve(jar.getFileName());
        }
    }

    /** Starts it on a free port. */
    static PackagedProcess start(String name, Path jar, Map<String, String> settings) throws IOException {
        var log = Path.of("target", "deployment", name + ".log");
        Files.createDirectories(log.getParent());
        var command = List.of(JAVA, "-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("TONGKE_"));
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", "0");
        var process = builder.start();
        // also if the build is ended before the test
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new PackagedProcess(name, process, log);
    }

    /** Where it listens, as soon as it does. */
    int port() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (port == 0) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException(name + " does not start: see " + log);
            }
            var said = LISTENS.matcher(Files.readString(log));
            if (said.find()) {
                port = Integer.parseInt(said.group(1));
            } else {
                Thread.sleep(50);
            }
        }
        return port;
    }

    boolean listens() throws IOException, InterruptedException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port())) {
            return connection.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Asks it to end, as a container does that is stopped. */
    void stop() {
        process.destroy();
    }

    /** Whether it has ended within a time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
