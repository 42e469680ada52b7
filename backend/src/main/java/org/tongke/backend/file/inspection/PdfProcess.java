package org.tongke.backend.file.inspection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongke.backend.file.inspection.PdfChild.Answer;
import org.tongke.backend.file.inspection.PdfChild.Question;

/**
 * Has PDFs opened by a {@link PdfChild}, one at a time. Starting one takes about a second, so it is kept for the next file; when none comes
 * it ends by itself. A file at which it dies, or is not done in time, has no answer.
 */
public final class PdfProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PdfProcess.class);

    /** As long as a person would wait; a hundred times as long as a real document takes. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** After so long it may be about to end, so another one is started. */
    private static final Duration KEPT = PdfChild.IDLE.minusSeconds(15);

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** Of the environment it gets what names files, and none of the secrets. */
    private static final Set<String> ENVIRONMENT = Set.of("LC_ALL", "LANG", "TMPDIR", "TEMP", "SystemRoot");

    private final Duration patience;
    private final List<String> options;
    private @Nullable Process process;
    private long lastAt;

    public PdfProcess() {
        this(PATIENCE, List.of("-Xmx256m"));
    }

    /** @param options of its JVM */
    PdfProcess(Duration patience, List<String> options) {
        this.patience = patience;
        this.options = List.copyOf(options);
    }

    /** What is found in a file; empty if the process died of it or was not done in time. */
    synchronized Optional<Answer> read(Path pdf, Path thumbnail, int mostPages) throws IOException {
        var question = new Question(pdf.toString(), thumbnail.toString(), mostPages);
        var kept = process;
        if (kept != null && kept.isAlive() && System.nanoTime() - lastAt < KEPT.toNanos()) {
            var answer = ask(kept, question);
            if (answer.isPresent() || answer.isLate()) {
                return answer.found();
            }
            // it may have died of the file before this one
        }
        close();
        var started = start();
        process = started;
        return ask(started, question).found();
    }

    /** @param isLate whether the process was ended because time was up */
    private record Outcome(Optional<Answer> found, boolean isLate) {
        boolean isPresent() {
            return found.isPresent();
        }
    }

    private Outcome ask(Process asked, Question question) {
        var clock = Thread.ofVirtual().name("pdf-clock").start(() -> endAfterPatience(asked));
        try {
            question.write(new DataOutputStream(asked.getOutputStream()));
            var answer = Answer.read(new DataInputStream(asked.getInputStream()));
            if (answer.isExhausted()) {
                close();
            }
            return new Outcome(Optional.of(answer), false);
        } catch (IOException dead) {
            LOG.info("The process that opens PDFs ended without an answer");
            close();
            return new Outcome(Optional.empty(), !clock.isAlive());
        } finally {
            clock.interrupt();
            lastAt = System.nanoTime();
        }
    }

    private void endAfterPatience(Process asked) {
        try {
            Thread.sleep(patience);
            asked.destroyForcibly();
        } catch (InterruptedException answered) {
            // in time
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (isInOneJar()) {
            command.addAll(List.of("-Dloader.main=" + PdfChild.class.getName(), LAUNCHER));
        } else {
            command.add(PdfChild.class.getName());
        }
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    /** Whether the product runs from the one jar that holds all others, which only its own launcher can read. */
    private static boolean isInOneJar() {
        var source = PdfChild.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().startsWith("jar:nested:");
    }

    @Override
    public synchronized void close() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
            process = null;
        }
    }
}
