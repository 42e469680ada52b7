package org.tongke.frontend;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

class FrontendSettingsTest {
    private static void check(String backend) {
        FrontendSettings.check(new MockEnvironment().withProperty("tongke.backend-url", backend));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://backend:8080", "https://tongke.example.cn/"})
    void takes(String backend) {
        assertThatCode(() -> check(backend)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "backend:8080", "ftp://backend", "http://backend:8080/graphql", "http://a b"})
    void refuses(String backend) {
        assertThatThrownBy(() -> check(backend))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("tongke.backend-url");
    }

    /** By itself it would ask the port on which it listens. */
    @Test
    void needsABackend() {
        assertThatThrownBy(() -> FrontendSettings.check(new MockEnvironment()))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void keepsTheFrontendFromStarting() {
        assertThatThrownBy(() -> FrontendApplication.main(new String[] {"--tongke.backend-url=nowhere"}))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }
}
