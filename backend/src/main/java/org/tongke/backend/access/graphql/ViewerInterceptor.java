package org.tongke.backend.access.graphql;

import graphql.GraphQLContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Mono;

/** Brings the viewer into the GraphQL context, and a cookie that a field set back to the browser. */
@Component
@Order(0)
class ViewerInterceptor implements WebGraphQlInterceptor {
    /** Key of the viewer in the GraphQL context; batch methods take it as {@code @ContextValue Viewer viewer}. */
    static final String VIEWER = "viewer";

    /** Key of the caller's language, for batch methods: {@code @ContextValue Locale locale}. */
    private static final String LOCALE = "locale";

    private static final String VIEWER_NOW = "viewer-now";

    private static final String SET_COOKIE = "set-cookie";

    private static final String DEVICE_TOKEN = "device-token";

    private static final String ADDRESS = "address";

    private static final String USER_AGENT = "user-agent";

    private final Tokens tokens;

    ViewerInterceptor(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The viewer of a request. */
    static Viewer viewer(GraphQLContext context) {
        return context.getOrDefault(VIEWER, Viewer.NOBODY);
    }

    /** Who the token of a request stands for now; {@link Viewer#NOBODY} when it was revoked or is past its time. */
    static Viewer viewerNow(GraphQLContext context) {
        Supplier<Viewer> now = context.getOrDefault(VIEWER_NOW, () -> Viewer.NOBODY);
        return now.get();
    }

    private Supplier<Viewer> now(Optional<String> token) {
        return () -> token.flatMap(tokens::find).map(Tokens.Caller::viewer).orElse(Viewer.NOBODY);
    }

    /** The device's token that the request came with, in the cookie or as a bearer token. */
    static Optional<String> findDeviceToken(GraphQLContext context) {
        return context.getOrDefault(DEVICE_TOKEN, Optional.empty());
    }

    /** Where the request came from. */
    static String address(GraphQLContext context) {
        return context.getOrDefault(ADDRESS, "");
    }

    /** What the request says of its browser. */
    static Optional<String> findUserAgent(GraphQLContext context) {
        return context.getOrDefault(USER_AGENT, Optional.empty());
    }

    /** Sets a cookie with the answer. */
    static void setCookie(GraphQLContext context, String header) {
        context.put(SET_COOKIE, header);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var viewer = request.getAttributes().getOrDefault(CallerFilter.VIEWER, Viewer.NOBODY);
        var device = CallerFilter.findDeviceToken(request.getAttributes());
        var now = now(CallerFilter.findToken(request.getAttributes()));
        var address = CallerFilter.addressOf(request.getAttributes());
        var userAgent = CallerFilter.findUserAgent(request.getAttributes());
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(
                        VIEWER,
                        viewer,
                        VIEWER_NOW,
                        now,
                        LOCALE,
                        input.getLocale(),
                        DEVICE_TOKEN,
                        device,
                        ADDRESS,
                        address,
                        USER_AGENT,
                        userAgent))
                .build());
        return chain.next(request).doOnNext(response -> {
            String cookie = response.getExecutionInput().getGraphQLContext().get(SET_COOKIE);
            if (cookie != null) {
                response.getResponseHeaders().add(HttpHeaders.SET_COOKIE, cookie);
            }
        });
    }
}
