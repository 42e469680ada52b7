package org.tongke.backend.year;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two scripts of {@code year/}: one makes the events of a year, the other judges its days from the events alone. */
final class Scripts {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 60;

    private Scripts() {}

    /** The events of a year, in their order. */
    static List<JsonNode> make(Path folder, int seed) {
        return run(folder, "make.py", List.of(), Integer.toString(seed));
    }

    /** The verdicts at the end of each day, by the day and the community's name in the events. */
    static Map<String, Map<String, Verdicts>> judge(Path folder, List<JsonNode> events) {
        var days = new LinkedHashMap<String, Map<String, Verdicts>>();
        for (var line : run(folder, "judge.py", events)) {
            var communities = new LinkedHashMap<String, Verdicts>();
            line.get("verdicts")
                    .properties()
                    .forEach(one -> communities.put(one.getKey(), Verdicts.of(one.getValue())));
            days.put(line.get("day").asString(), communities);
        }
        return days;
    }

    private static List<JsonNode> run(Path folder, String script, List<JsonNode> input, String... arguments) {
        try {
            var command = new ArrayList<>(List.of(
                    "python3", new ClassPathResource("year/" + script).getFile().getPath()));
            command.addAll(List.of(arguments));
            var in = folder.resolve("in");
            var out = folder.resolve("out");
            Files.write(in, input.stream().map(JsonNode::toString).toList(), UTF_8);
            var process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end well");
            }
            try (Stream<String> lines = Files.lines(out, UTF_8)) {
                return lines.map(JSON::readTree).toList();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
