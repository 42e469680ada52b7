package org.tongke.backend.access.graphql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.subscription.Subscriptions;
import reactor.core.publisher.Mono;

/**
 * Who asks over a WebSocket: by the token of its handshake, or in {@code authorization} of {@code connection_init} for who cannot
 * set headers. Without one the socket is closed; each operation asks anew who the token stands for.
 */
@Component
@Order(-1)
class SocketCallers implements WebSocketGraphQlInterceptor {
    private static final String AUTHORIZATION = "authorization";

    private final Tokens tokens;
    /** Ids of the sockets of each account. */
    private final Map<String, Set<String>> sockets = new ConcurrentHashMap<>();

    SocketCallers(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo socket, Map<String, Object> payload) {
        var token = findToken(socket, payload);
        var caller = token.flatMap(tokens::find);
        if (caller.isEmpty() || !admit(caller.get().viewer().requireAccount(), socket.getId())) {
            // hidden: Reactor would run an error that it knows as such in a task that cancels itself, and with it the
            // close frame
            return Mono.error(new RequestException(ErrorCode.UNAUTHENTICATED)).hide();
        }
        CallerFilter.setCaller(socket.getAttributes(), token.orElseThrow(), caller.get());
        return Mono.empty();
    }

    private static Optional<String> findToken(WebSocketSessionInfo socket, Map<String, Object> payload) {
        var told = payload.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(AUTHORIZATION))
                .map(entry -> String.valueOf(entry.getValue()))
                .findFirst();
        return CallerFilter.findBearer(socket.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .or(() -> told.flatMap(CallerFilter::findBearer));
    }

    private boolean admit(String account, String socket) {
        var own = sockets.compute(account, (name, before) -> {
            var now = before == null ? ConcurrentHashMap.<String>newKeySet() : before;
            if (now.size() < Subscriptions.MAXIMUM_PER_ACCOUNT) {
                now.add(socket);
            }
            return now;
        });
        return own.contains(socket);
    }

    @Override
    public void handleConnectionClosed(WebSocketSessionInfo socket, int code, Map<String, Object> payload) {
        sockets.forEach((account, own) -> {
            if (own.contains(socket.getId())) {
                sockets.computeIfPresent(account, (name, all) -> {
                    all.remove(socket.getId());
                    return all.isEmpty() ? null : all;
                });
            }
        });
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request instanceof WebSocketGraphQlRequest operation) {
            var attributes = operation.getSessionInfo().getAttributes();
            CallerFilter.findToken(attributes)
                    .flatMap(token -> tokens.find(token).map(caller -> new Known(token, caller)))
                    .ifPresentOrElse(
                            known -> CallerFilter.setCaller(attributes, known.token(), known.caller()),
                            () -> CallerFilter.setNobody(attributes));
            var locale = localeOf(operation);
            request.configureExecutionInput(
                    (input, builder) -> builder.locale(locale).build());
        }
        return chain.next(request);
    }

    private static Locale localeOf(WebSocketGraphQlRequest operation) {
        return operation.getHeaders().getAcceptLanguageAsLocales().stream()
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    private record Known(String token, Tokens.Caller caller) {}
}
