package org.tongke.backend.base.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.Viewer;

/** Writes server-sent events to one page. {@link #run} is for one thread; the container may take the page back from another. */
final class LivePage {
    /** How long a page is left alone after a nudge: what happens meanwhile becomes one. */
    private static final Duration REST = Duration.ofMillis(300);

    private final HttpServletRequest request;
    private final OutputStream out;
    private final LiveStreams streams;
    private final LiveStream stream;
    private final @Nullable LiveGuard guard;
    private final Duration beat;
    /** Whether the container has taken the page back: from then on its request and response may be somebody else's. */
    private boolean gone;

    /** @param beat how often a sign of life is sent: proxies cut what is silent, and only a write tells that a page has gone */
    LivePage(AsyncContext page, LiveStreams streams, LiveStream stream, @Nullable LiveGuard guard, Duration beat)
            throws IOException {
        this.beat = beat;
        request = (HttpServletRequest) page.getRequest();
        this.streams = streams;
        this.stream = stream;
        this.guard = guard;
        var response = (HttpServletResponse) page.getResponse();
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would keep events back
        out = response.getOutputStream();
    }

    /** Tells until the page has gone, which is an {@link IOException}, or the stream ends. */
    void run(Viewer first) throws IOException, InterruptedException {
        var viewer = first;
        write("retry: 2000\n\n");
        streams.ask(stream, viewer);
        tell();
        var beatAt = System.nanoTime() + beat.toNanos();
        while (true) {
            stream.await(beatAt);
            if (System.nanoTime() - beatAt >= 0) {
                beatAt += beat.toNanos();
                var now = viewerNow(viewer);
                if (!now.signedIn()) {
                    return;
                }
                if (!now.isAs(viewer)) {
                    viewer = now;
                    stream.outdate();
                }
                write(":\n\n");
            }
            if (stream.takeOutdated()) {
                streams.ask(stream, viewer);
            }
            if (stream.isClosed()) {
                return;
            }
            tell();
        }
    }

    private void tell() throws IOException, InterruptedException {
        var told = stream.take();
        if (told.topics().isEmpty()) {
            return;
        }
        var id = told.cursor() == null ? "" : "id: " + told.cursor() + "\n";
        var topics = told.topics().stream().sorted().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        write(id + "event: change\ndata: {\"topics\":" + topics + "}\n\n");
        stream.pause(REST);
    }

    /** The container takes the page back. Returns when nobody touches its request and response any more. */
    synchronized void takeBack() {
        gone = true;
        stream.close();
    }

    private synchronized Viewer viewerNow(Viewer before) throws IOException {
        requirePage();
        return guard == null ? before : guard.viewerNow(request);
    }

    private synchronized void write(String text) throws IOException {
        requirePage();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void requirePage() throws IOException {
        if (gone) {
            throw new IOException("the page has gone");
        }
    }
}
