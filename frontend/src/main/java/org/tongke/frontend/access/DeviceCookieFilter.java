package org.tongke.frontend.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongke.frontend.client.BackendAwayException;
import org.tongke.frontend.component.Language;

/**
 * Signs a request in from the device cookie, afresh at each request: nothing about the person is kept in the HTTP session but whose pages it
 * holds. When another person signs in at the same browser, the pages of the first one end.
 */
final class DeviceCookieFilter extends OncePerRequestFilter {
    static final String COOKIE = "tongke-device";

    private static final String OWNER = DeviceCookieFilter.class.getName() + ".owner";

    private final Viewers viewers;
    private final AwayPage awayPage;
    private final RequestMatcher pages;

    /**
     * @param pages the requests that somebody must stand behind
     */
    DeviceCookieFilter(Viewers viewers, AwayPage awayPage, RequestMatcher pages) {
        this.viewers = viewers;
        this.awayPage = awayPage;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !pages.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var person = token(request).flatMap(token -> viewers.find(token, Language.of(request)));
            person.ifPresent(DeviceCookieFilter::signIn);
            endPagesOfOthers(request, person);
        } catch (BackendAwayException away) {
            logger.warn("the backend cannot say who is signed in: " + away.getMessage());
            awayPage.write(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    private static void signIn(SignedIn person) {
        var authorities = person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, authorities));
        SecurityContextHolder.setContext(context);
    }

    private static void endPagesOfOthers(HttpServletRequest request, Optional<SignedIn> person) {
        var session = request.getSession(person.isPresent());
        if (session == null) {
            return;
        }
        var now = person.map(who -> who.account().getId()).orElse("");
        var owner = session.getAttribute(OWNER);
        if (owner != null && !owner.equals(now)) {
            session.invalidate();
            if (person.isEmpty()) {
                return;
            }
            session = request.getSession(true);
        }
        session.setAttribute(OWNER, now);
    }
}
