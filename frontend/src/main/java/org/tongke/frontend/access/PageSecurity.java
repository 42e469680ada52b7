package org.tongke.frontend.access;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The second of two security chains: everything that the backend's own chain does not match. Pocket pages and files are open to all and hold
 * nobody's data; the Flow pages need a person.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    /**
     * Flow's bootstrap runs inline scripts and builds functions from text, and its themes write inline styles: what keeps that harmless is
     * that nothing comes from elsewhere.
     */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final String[] OPEN = {
        "/public",
        "/public/**",
        "/m/**",
        "/tk/**",
        "/flow/**",
        "/VAADIN/build/**",
        "/VAADIN/static/**",
        "/lumo/**",
        "/aura/**",
        "/webjars/**",
        "/favicon.ico",
        "/manifest.webmanifest",
        // of a frontend that runs by itself: for whoever starts it again
        "/actuator/health",
        "/actuator/health/*",
        "/error"
    };

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http, Viewers viewers, AwayPage awayPage) {
        var open = open();
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers(open, PageSecurity::isFrontDoor).permitAll());
        http.with(
                vaadin(),
                flow -> flow.enableCsrfConfiguration(false)
                        .enableLogoutConfiguration(false)
                        .enableRequestCacheConfiguration(false)
                        .enableExceptionHandlingConfiguration(false)
                        .anyRequest(any -> any.authenticated()));
        http.addFilterBefore(
                new DeviceCookieFilter(viewers, awayPage, new NegatedRequestMatcher(open)),
                AnonymousAuthenticationFilter.class);
        // Flow's own token guards its requests, and no other request of these pages changes anything.
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(PageSecurity::askToSignIn));
        var page = new NegatedRequestMatcher(open);
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        page, new StaticHeadersWriter("Content-Security-Policy", CONTENT_POLICY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        page, new StaticHeadersWriter("Cache-Control", "no-store")))
                .addHeaderWriter(new StaticHeadersWriter("Referrer-Policy", "same-origin"))
                .withObjectPostProcessor(eager()));
        return http.build();
    }

    /** Headers before the page: Flow's answers are forwarded inside the server, and after a forward it is too late. */
    private static ObjectPostProcessor<HeaderWriterFilter> eager() {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends HeaderWriterFilter> T postProcess(T filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static RequestMatcher open() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Stream.of(OPEN).<RequestMatcher>map(paths::matcher).toList());
    }

    /** The address without a path, for persons and strangers alike; Flow's own requests come to it with a parameter of theirs. */
    private static boolean isFrontDoor(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getRequestURI().equals("/")
                && request.getParameter("v-r") == null;
    }

    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
        // Relative, so that it holds behind every proxy.
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", SignInPage.backTo(request.getRequestURI(), request.getQueryString()));
    }
}
