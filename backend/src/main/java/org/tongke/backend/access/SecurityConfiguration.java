package org.tongke.backend.access;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The chain in front of the API. Who may do what is decided field by field ({@link WhoMay}); here only the health of the process
 * is open besides, and its metrics to those who have a token for them.
 */
@Configuration
class SecurityConfiguration {

    /** No request is known by a session, nor can a foreign page make one: of the API see {@link CallerFilter}. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** What is closed looks as if it were not there. */
    private static void hide(ExceptionHandlingConfigurer<HttpSecurity> handling) {
        handling.authenticationEntryPoint(
                        (request, response, nobody) -> response.setStatus(HttpStatus.NOT_FOUND.value()))
                .accessDeniedHandler((request, response, denied) -> response.setStatus(HttpStatus.NOT_FOUND.value()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, CallerFilter callers) throws Exception {
        return stateless(http.securityMatcher("/graphql", "/graphql/**", "/changes", "/exports/**", "/files/**"))
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(callers, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/graphql", "/changes", "/exports/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/files/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(SecurityConfiguration::hide)
                .build();
    }

    /** Health is open, metrics for whoever has their token; what is closed looks as if it were not there. */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorChain(HttpSecurity http, MetricsToken metrics) throws Exception {
        return stateless(http.securityMatcher("/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((who, asked) -> new AuthorizationDecision(metrics.isSentWith(asked.getRequest())))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(SecurityConfiguration::hide)
                .build();
    }

    /** Calendar feeds: whoever knows the secret in the address may read; calendars know no other sign-in. */
    @Bean
    @Order(1)
    SecurityFilterChain calendarChain(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/calendar/**"))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The contract, and the page to explore it, where that is open ({@code tongke.explore}); elsewhere there is nothing to find. */
    @Bean
    @Order(2)
    SecurityFilterChain exploreChain(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/graphiql", "/graphiql/**", "/webjars/**", "/schema.graphqls"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Nobody signs in by a form of the framework: without this, Boot would make a user and print its password. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** The filter stands in the chain only, not in front of every page as well. */
    @Bean
    FilterRegistrationBean<CallerFilter> notForEveryRequest(CallerFilter callers) {
        var registration = new FilterRegistrationBean<>(callers);
        registration.setEnabled(false);
        return registration;
    }
}
