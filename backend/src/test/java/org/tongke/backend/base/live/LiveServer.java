package org.tongke.backend.base.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;

/** A web server with nothing but live nudges. Whoever asks says his account in a header, as in {@code li}. */
final class LiveServer implements AutoCloseable {
    private static final String ACCOUNT = "X-Account";

    private final ConfigurableApplicationContext application = new SpringApplicationBuilder(Parts.class)
            .properties("server.port=0", "tongke.live.beat=1s")
            .bannerMode(Banner.Mode.OFF)
            .run();

    private final HttpClient client = HttpClient.newHttpClient();

    /** What accounts follow; a test changes it. */
    Map<String, Set<String>> follows() {
        return application.getBean(Timetables.class).follows;
    }

    /** Accounts whose token was revoked. */
    Set<String> revoked() {
        return application.getBean(Tokens.class).revoked;
    }

    LiveStreams streams() {
        return application.getBean(LiveStreams.class);
    }

    HttpRequest request(String account) {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/changes"))
                .header(ACCOUNT, account)
                .build();
    }

    HttpClient client() {
        return client;
    }

    /** Opens a page of somebody, and waits until it listens. */
    Page open(String account) {
        var page = new Page(client, request(account));
        page.awaitLines(line -> line.startsWith("data:"), 1);
        return page;
    }

    /** Says that a fact was written. */
    void written(String collection, List<String> touches, List<String> places, Instant changedAt) {
        var document = new Document("_id", "fact")
                .append("revision", 1)
                .append("touches", touches)
                .append("places", places)
                .append("changedAt", Date.from(changedAt));
        streams().on(List.of(new FeedEntry(collection, document)));
    }

    void written(String collection, String... touches) {
        written(collection, List.of(touches), List.of(), Instant.parse("2021-06-30T02:00:00Z"));
    }

    @Override
    public void close() {
        application.close();
        client.shutdownNow();
    }

    /** No stereotype: the backend's own scan must not find it. */
    @Import({LiveController.class, LiveStreams.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Parts {
        @Bean
        MeterRegistry metrics() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Timetables timetables() {
            return new Timetables();
        }

        @Bean
        LiveTopics progress() {
            return new Progress();
        }

        @Bean
        Tokens tokens() {
            return new Tokens();
        }

        @Bean
        Filter signedIn(Tokens tokens) {
            return (request, response, chain) -> {
                request.setAttribute(Viewer.class.getName(), tokens.viewerNow((HttpServletRequest) request));
                chain.doFilter(request, response);
            };
        }
    }

    /** Everybody has a timetable. */
    static final class Timetables implements LiveTopics {
        private final Map<String, Set<String>> follows = new ConcurrentHashMap<>();

        @Override
        public Set<String> collections() {
            return Set.of("activities", "timetables");
        }

        @Override
        public Map<String, Collection<String>> topicsOf(Viewer viewer) {
            return Map.of("timetable", follows.getOrDefault(viewer.requireAccount(), Set.of()));
        }
    }

    /** Officers see progress at their places. */
    static final class Progress implements LiveTopics {
        @Override
        public Set<String> collections() {
            return Set.of("progress");
        }

        @Override
        public Map<String, Collection<String>> topicsOf(Viewer viewer) {
            var places = viewer.places().stream().map(PlaceKey::value).collect(Collectors.toSet());
            return places.isEmpty() ? Map.of() : Map.of("progress", places);
        }
    }

    /** {@code officer-330382} is an officer of that county, others have no grant. */
    static final class Tokens implements LiveGuard {
        private final Set<String> revoked = ConcurrentHashMap.newKeySet();

        @Override
        public Viewer viewerNow(HttpServletRequest request) {
            var account = request.getHeader(ACCOUNT);
            if (account == null || account.equals("nobody") || revoked.contains(account)) {
                return Viewer.NOBODY;
            }
            var grants = Stream.of(account)
                    .filter(name -> name.startsWith("officer-"))
                    .map(name -> Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(name.substring("officer-".length()))))
                    .toList();
            return new Viewer(account, account, grants);
        }
    }
}
