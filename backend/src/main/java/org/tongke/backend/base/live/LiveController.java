package org.tongke.backend.base.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongke.backend.base.error.QuietFault;
import org.tongke.backend.base.who.Viewer;

/** The edge of live nudges: server-sent events at {@code /changes}, for whoever is signed in. */
@Controller
final class LiveController {
    private static final Logger log = LoggerFactory.getLogger(LiveController.class);

    private final LiveStreams streams;
    private final ObjectProvider<LiveGuard> guard;
    private final Duration beat;

    LiveController(
            LiveStreams streams,
            ObjectProvider<LiveGuard> guard,
            MeterRegistry metrics,
            @Value("${tongke.live.beat:15s}") Duration beat) {
        this.beat = beat;
        this.streams = streams;
        this.guard = guard;
        Gauge.builder("tongke.live.streams", streams, LiveStreams::count)
                .description("Open pages that listen for changes")
                .register(metrics);
    }

    /** Tells a page of changes until it leaves, its token ends or the server does. Each has a virtual thread of its own. */
    @GetMapping("/changes")
    void changes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var viewer = (Viewer) request.getAttribute(Viewer.class.getName());
        if (viewer == null || !viewer.signedIn()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var context = request.startAsync();
        context.setTimeout(0);
        var stream = streams.open(viewer);
        var page = new LivePage(context, streams, stream, guard.getIfAvailable(), beat);
        context.addListener(new Leaving(page));
        Thread.ofVirtual().name("live-" + viewer.account()).start(() -> serve(context, page, stream, viewer));
    }

    private void serve(AsyncContext context, LivePage page, LiveStream stream, Viewer viewer) {
        try {
            page.run(viewer);
        } catch (IOException gone) {
            log.debug("A page of {} has gone", viewer.account());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error(
                    "Telling a page of {} of changes failed; it will connect again",
                    viewer.account(),
                    QuietFault.of(failure));
        } finally {
            streams.end(stream);
            complete(context);
        }
    }

    private static void complete(AsyncContext page) {
        try {
            page.complete();
        } catch (IllegalStateException completed) {
            // by the container, which saw that the page has gone
            log.trace("A page was completed before", completed);
        }
    }

    /** A page whose connection broke is completed at once: else the container writes an error page among its events. */
    private record Leaving(LivePage page) implements AsyncListener {
        @Override
        public void onError(AsyncEvent event) {
            page.takeBack();
            complete(event.getAsyncContext());
        }

        @Override
        public void onComplete(AsyncEvent event) {
            page.takeBack();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // a page has no time after which it ends
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // begins once
        }
    }
}
