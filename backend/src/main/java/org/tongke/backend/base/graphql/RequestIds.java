package org.tongke.backend.base.graphql;

import graphql.execution.ExecutionId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongke.backend.base.error.QuietFault;
import reactor.core.publisher.Mono;

/**
 * Names each request: by the header {@code X-Request-Id} that it came with, else anew. The answer has it as the same header, an
 * error of the server as {@code extensions.requestId}, and each line of the log that the request leads to.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds extends OncePerRequestFilter implements WebGraphQlInterceptor {
    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger(RequestIds.class);

    private static final String ATTRIBUTE = RequestIds.class.getName();

    /** In the log's pattern. */
    private static final String LOGGED = "request";

    /** Anything else could forge lines of a log. */
    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> GOOD.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(LOGGED, id)) {
            answer(request, response, chain);
        }
    }

    /** A fault that nobody has taken is told here, for the server would tell it with all that it repeats. */
    private static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            var told = QuietFault.of(fault);
            LOG.error("A request was not answered", told);
            if (response.isCommitted()) {
                throw told;
            }
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request.getAttributes().get(ATTRIBUTE) instanceof String id) {
            request.executionId(ExecutionId.from(id));
        }
        return chain.next(request);
    }
}
