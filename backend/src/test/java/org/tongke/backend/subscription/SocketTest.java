package org.tongke.backend.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Socket;
import org.tongke.backend.support.World;

/** Subscriptions over WebSocket, by the protocol {@code graphql-transport-ws}. */
@Tag("slow")
@BackendTest
class SocketTest {
    private static final String ACTIVITIES = """
            subscription($community: ID!) {
              activitiesChanged(filter: { communityIds: [$community] }) {
                position it: activities { id revision }
              }
            }""";
    private static final String TIMETABLE = "subscription { myTimetableChanged { position } }";

    private final ApplicationContext app;
    private final int port;
    private final World world;
    private final Community community;
    private final Person developer;

    @Autowired
    SocketTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        this.port = port;
        world = World.in(app);
        community = world.community(world.school("330382"), world.schools("330382", 1));
        developer = world.person(Role.DEVELOPER);
    }

    @Test
    void tellsByATokenOfTheHandshakeUntilItIsCompleted() {
        try (var socket = Socket.open(port, Map.of("Authorization", "Bearer " + developer.token()))) {
            socket.init(Map.of());
            tells(socket);
        }
    }

    @Test
    void tellsByATokenOfTheInitialisation() {
        try (var socket = Socket.open(port, Map.of())) {
            socket.init(Map.of("authorization", "Bearer " + developer.token()));
            tells(socket);
        }
    }

    private void tells(Socket socket) {
        socket.await(open -> !open.messages("connection_ack").isEmpty());
        socket.subscribe(
                "1", ACTIVITIES, Map.of("community", community.globalId().encode()));
        socket.await(open -> !open.messages("next").isEmpty());
        var lesson = world.lesson(community, world.day(3));
        socket.await(open -> open.things().size() == 1);
        assertThat(socket.things().getFirst().at("/id").asString())
                .isEqualTo(lesson.globalId().encode());
        socket.complete("1");
        socket.subscribe("2", "{ viewer { name } }", Map.of());
        socket.await(open -> open.messages("complete").size() == 1);
    }

    @Test
    void isClosedToWhoeverHasNoToken() {
        try (var nobody = Socket.open(port, Map.of());
                var stranger = Socket.open(port, Map.of());
                var hasty = Socket.open(port, Map.of("Authorization", "Bearer " + developer.token()))) {
            nobody.init(Map.of());
            stranger.init(Map.of("authorization", "Bearer unknown"));
            hasty.subscribe("1", ACTIVITIES, Map.of());
            assertThat(nobody.awaitClosed()).isEqualTo(4401);
            assertThat(stranger.awaitClosed()).isEqualTo(4401);
            assertThat(hasty.awaitClosed()).isEqualTo(4401);
        }
        assertThatThrownBy(() -> Socket.open(port, Map.of("Authorization", "Bearer unknown")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    /** A foreign page could make a browser send the cookie. */
    @Test
    void countsNoCookie() {
        try (var socket = Socket.open(port, Map.of("Cookie", "tongke-device=" + developer.token()))) {
            socket.init(Map.of());
            assertThat(socket.awaitClosed()).isEqualTo(4401);
        }
    }

    @Test
    void refusesWithACodeAndEndsWhenTheTokenIsRevoked() {
        try (var socket = Socket.open(port, Map.of("Authorization", "Bearer " + developer.token()))) {
            socket.init(Map.of());
            socket.await(open -> !open.messages("connection_ack").isEmpty());
            socket.subscribe("1", TIMETABLE, Map.of());
            socket.subscribe(
                    "2", ACTIVITIES, Map.of("community", community.globalId().encode()));
            socket.await(open -> open.messages("next").size() >= 2);
            assertThat(codes(socket)).contains("FORBIDDEN");
            app.getBean(Tokens.class).revoke(developer.token());
            socket.await(open -> codes(open).contains("UNAUTHENTICATED"));
        }
    }

    private static String codes(Socket socket) {
        return socket.messages("next") + " " + socket.messages("error");
    }
}
