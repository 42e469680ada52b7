package org.tongke.frontend.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tongke.frontend.client.FakeBackend;

class DeviceCookieFilterTest {
    private static final String NOBODY = "{\"data\":{\"viewer\":null}}";

    private final FakeBackend backend = new FakeBackend();
    private final DeviceCookieFilter filter =
            new DeviceCookieFilter(new Viewers(backend.as("unused")), new AwayPage(), request -> true);
    private final AtomicReference<Optional<SignedIn>> seen = new AtomicReference<>(Optional.empty());
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        backend.close();
    }

    @Test
    void signsInFromTheCookie() throws Exception {
        backend.says(account("a1", "TEACHER"));

        pass("token-1", null);

        assertThat(seen.get()).hasValueSatisfying(person -> {
            assertThat(person.account().getId()).isEqualTo("a1");
            assertThat(person.hasTimetable()).isTrue();
            assertThat(person).hasToString("SignedIn[a1]");
        });
        assertThat(backend.asked().getFirst().authorization()).isEqualTo("Bearer token-1");
    }

    @Test
    void asksOnceWithinSecondsForTheSameToken() throws Exception {
        backend.says(account("a1", "TEACHER"));

        pass("token-1", null);
        pass("token-1", null);
        pass("token-2", null);

        assertThat(backend.asked()).hasSize(2);
    }

    @Test
    void leavesStrangersStrangers() throws Exception {
        backend.says(NOBODY);

        pass("revoked", null);
        assertThat(seen.get()).isEmpty();
        pass(null, null);
        assertThat(seen.get()).isEmpty();
        assertThat(backend.asked()).hasSize(1);
    }

    @Test
    void endsThePagesOfWhoeverWasThereBefore() throws Exception {
        backend.says(account("a1", "TEACHER")).says(account("a2", "CLERK"));
        var first = pass("token-1", null);
        first.setAttribute("pages", "of a1");

        var same = pass("token-1", first);
        assertThat(same.getAttribute("pages")).isEqualTo("of a1");

        var second = pass("token-2", first);
        assertThat(second.getAttribute("pages")).isNull();
    }

    @Test
    void saysThatTheBackendIsAway() throws Exception {
        backend.says(503, "text/plain", "");

        pass("token-1", null);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("服务器暂时没有回应").contains("lang=\"zh-CN\"");
    }

    private HttpSession pass(@Nullable String token, @Nullable HttpSession session) throws Exception {
        SecurityContextHolder.clearContext();
        var request = new MockHttpServletRequest("GET", "/find");
        if (session != null) {
            request.setSession(session);
        }
        if (token != null) {
            request.setCookies(new Cookie(DeviceCookieFilter.COOKIE, token));
        }
        filter.doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest passed, ServletResponse answer) {
                seen.set(SignedIn.current());
            }
        });
        return Objects.requireNonNull(request.getSession());
    }

    private static String account(String id, String role) {
        return """
                {"data":{"viewer":{"id":"%s","name":"n","startPath":"/me","roles":[{"label":"l","role":"%s","place":null}]}}}
                """.formatted(id, role);
    }
}
