package org.tongke.backend.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.support.Answer;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.Stores;

/** A backend that is killed now and then, and started again. Whoever gets no answer sends the same request to the next one. */
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stores stores;
    private final int changes;
    private @Nullable ChildBackend child;
    private @Nullable ConfigurableApplicationContext here;
    private @Nullable Api api;
    private int started;

    /** A backend, by its number. */
    private record Running(Api api, int number) {}

    Server(Stores stores, int changes) {
        this.stores = stores;
        this.changes = changes;
    }

    /** Starts one in a process of its own. */
    void start() throws IOException, InterruptedException {
        var name = "replay-" + (started + 1);
        var options = List.of("-Xmx800m", "-D" + ReplayedBackend.CHANGES + "=" + changes);
        var next = ChildBackend.start(stores, name, ReplayedBackend.class, options);
        child = next;
        become(next.api());
    }

    private synchronized void become(Api next) {
        api = next;
        started++;
        notifyAll();
    }

    /** Starts one in this process, which is quicker, and is not killed. */
    void startHere() {
        var properties = stores.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        var running = new SpringApplicationBuilder(BackendApplication.class)
                .run(Stream.concat(properties, Stream.of("--server.port=0")).toArray(String[]::new));
        here = running;
        become(Api.at(running.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
    }

    /** Kills the one in a process of its own, whatever it is doing. */
    void kill() throws IOException, InterruptedException {
        var running = Objects.requireNonNull(child);
        running.kill();
        if (running.awaitEnd() != ChildBackend.KILLED) {
            throw new IllegalStateException("it was not killed");
        }
    }

    /** Asks with a token; answered by this backend, or by the next one. */
    Answer ask(String token, String document, Map<String, ?> variables) {
        return send(next -> next.ask(token, document, variables));
    }

    /** Gets what is at a path. */
    Answer get(String path) {
        return send(next -> next.send(next.to(path)));
    }

    private Answer send(Function<Api, Answer> request) {
        var number = 0;
        while (true) {
            var running = running(number);
            try {
                return request.apply(running.api());
            } catch (UncheckedIOException gone) {
                number = running.number();
            }
        }
    }

    private synchronized Running running(int after) {
        var end = Instant.now().plus(PATIENCE);
        try {
            while (started <= after || api == null) {
                wait(1_000);
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("there is no answer, and no other backend");
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return new Running(api, started);
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
        if (here != null) {
            here.close();
        }
    }
}
