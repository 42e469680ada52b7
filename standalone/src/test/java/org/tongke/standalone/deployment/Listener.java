package org.tongke.standalone.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A program that subscribes to changed lessons; whenever its stream ends it asks anew for what came after the last position. */
final class Listener implements AutoCloseable {
    private static final String CHANGES = """
            subscription($after: String) { activitiesChanged(after: $after) {
              position activities { title revision } } }""";
    private static final long AGAIN_MS = 100;

    private final Client client;
    private final Thread thread;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private volatile @Nullable String position;
    private volatile int streams;

    Listener(Client client) {
        this.client = client;
        thread = Thread.ofVirtual().start(this::listen);
    }

    /** Titles and revisions of lessons, in the order in which they came. */
    List<String> told() {
        return told;
    }

    /** Errors that were told, and ends that were not. */
    List<String> troubles() {
        return troubles;
    }

    boolean isOpen() {
        return position != null;
    }

    /** How many streams it has opened. */
    int streams() {
        return streams;
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var items = client.subscribe("demo-developer", CHANGES, variables())) {
                streams++;
                items.forEach(this::take);
            } catch (IOException | UncheckedIOException cut) {
                // as it happens to whoever is served by a backend that stops
                troubles.add(cut.toString());
            } catch (InterruptedException stopped) {
                return;
            }
            pause();
        }
    }

    private Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        if (position != null) {
            variables.put("after", position);
        }
        return variables;
    }

    private void take(JsonNode said) {
        var item = said.at("/data/activitiesChanged");
        if (!item.isObject()) {
            troubles.add(said.toString());
            return;
        }
        item.path("activities")
                .forEach(lesson -> told.add(lesson.path("title").asString() + " r"
                        + lesson.path("revision").asInt()));
        position = item.path("position").asString();
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
