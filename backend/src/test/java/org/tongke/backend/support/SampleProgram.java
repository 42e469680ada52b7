package org.tongke.backend.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that the documents print, to be run as it stands there.
 *
 * @param file its name
 * @param tool what runs it
 */
public record SampleProgram(String file, String tool) {
    private static final Path FOLDER = Path.of("..", "docs", "samples");

    /** By the end of its name. */
    public static SampleProgram of(String file) {
        var tool = switch (file.substring(file.lastIndexOf('.'))) {
            case ".sh" -> "bash";
            case ".java" ->
                Path.of(System.getProperty("java.home"), "bin", "java").toString();
            case ".mjs" -> "node";
            case ".py" -> "python3";
            default -> throw new IllegalArgumentException(file);
        };
        return new SampleProgram(file, tool);
    }

    /** All programs of a guide. */
    public static List<String> files(String guide) throws IOException {
        try (var files = Files.list(FOLDER.resolve(guide))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Runs it to its end, which must be a good one, and returns what it printed. Not tried where its tool is missing. */
    public String run(String guide, Map<String, String> environment) throws IOException, InterruptedException {
        assumeTrue(isThere(), tool + " is not installed here: " + file + " is not tried");
        var output = Files.createTempFile("sample", ".txt");
        try {
            var builder = new ProcessBuilder(tool, file)
                    .directory(FOLDER.resolve(guide).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            var process = builder.start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            var said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            Files.delete(output);
        }
    }

    private boolean isThere() throws InterruptedException {
        try {
            var process = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
