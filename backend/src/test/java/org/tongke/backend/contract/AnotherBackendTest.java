package org.tongke.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.BackendApplication;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.World;

/** A second backend on the same stores, which is to be explored. */
@Tag("slow")
@BackendTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnotherBackendTest {
    private static final Duration AT_ONCE_EVERYWHERE = Duration.ofSeconds(5);

    private final ConfigurableApplicationContext another = start();
    private final ApplicationContext app;
    private final World world;
    private final Api here;
    private final Api there;

    @Autowired
    AnotherBackendTest(ApplicationContext app, @LocalServerPort int port) {
        this.app = app;
        world = World.in(app);
        here = Api.at(port);
        there = Api.at(another.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static ConfigurableApplicationContext start() {
        var stores = Stores.get().properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        return new SpringApplicationBuilder(BackendApplication.class)
                .run(Stream.concat(stores, Stream.of("--server.port=0", "--tongke.explore=true"))
                        .toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        another.close();
    }

    /** The framework switches introspection for the whole process, and the first backend has switched it off: so only the setting. */
    @Test
    void showsItsSchemaIfItIsToBeExplored() {
        var setting = "spring.graphql.schema.introspection.enabled";
        assertThat(another.getEnvironment().getProperty(setting)).isEqualTo("true");
        assertThat(app.getEnvironment().getProperty(setting)).isEqualTo("false");
    }

    @Test
    void knowsWhoeverSignsInHere() {
        var token = world.person(Role.DEVELOPER).token();
        assertThat(isSignedIn(there, token)).isTrue();
    }

    /** Each backend remembers for a moment who a token stands for. */
    @Test
    void knowsWithinFiveSecondsThatSomebodySignedOutHere() throws InterruptedException {
        var cookie = world.person(Role.DEVELOPER).token();
        assertThat(isSignedIn(there, cookie)).isTrue();
        here.call(cookie, "SignOut", Map.of());
        assertThat(isSignedIn(here, cookie)).isFalse();
        var end = Instant.now().plus(AT_ONCE_EVERYWHERE);
        while (isSignedIn(there, cookie) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(isSignedIn(there, cookie)).isFalse();
    }

    private static boolean isSignedIn(Api backend, String cookie) {
        return backend.call(cookie, "Viewer", Map.of()).at("/data/viewer").isObject();
    }
}
