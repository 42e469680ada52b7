package org.tongke.backend.base.graphql;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fits answers to the way that they go. A stream of events takes any answer, so that a refusal arrives with its code, and one
 * after the other: the next is made when the one before was written. A plain answer takes no subscription.
 */
@Component
@Order(-2)
class SubscriptionTransport implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> fit(request, response));
    }

    private static WebGraphQlResponse fit(WebGraphQlRequest request, WebGraphQlResponse response) {
        Object data = response.getData();
        if (!(data instanceof Publisher<?> answers)) {
            return takesEvents(request)
                    ? response.transform(builder -> builder.data(Flux.just(response.getExecutionResult())))
                    : response;
        }
        return takesEvents(request) || request instanceof WebSocketGraphQlRequest
                ? response.transform(builder -> builder.data(Flux.from(answers).limitRate(1)))
                : refused(response);
    }

    /** As the framework chooses: whoever takes JSON is answered in JSON. */
    private static boolean takesEvents(WebGraphQlRequest request) {
        var accepted = request.getHeaders().getAccept();
        return accepted.stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype)
                && accepted.stream()
                        .noneMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                || type.isCompatibleWith(MediaType.APPLICATION_GRAPHQL_RESPONSE));
    }

    private static WebGraphQlResponse refused(WebGraphQlResponse response) {
        var refusal = GraphqlErrorBuilder.newError()
                .message("a subscription is answered as text/event-stream or over a WebSocket")
                .extensions(Map.of("code", ErrorCode.BAD_REQUEST.name()))
                .build();
        var result = ExecutionResult.newExecutionResult().addError(refusal).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(response.getExecutionInput(), result));
    }
}
