package org.tongke.backend.base.graphql;

import static graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys.ENABLE_DATA_LOADER_CHAINING;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has each level of a document fetched once, when all of it is known. Without this, whoever dispatches one level also dispatches
 * what another thread is just gathering for a deeper one, half of it.
 */
@Component
class LevelLoads implements WebGraphQlInterceptor {
    private static final Map<String, Object> LEVEL_BY_LEVEL = Map.of(ENABLE_DATA_LOADER_CHAINING, true);

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(LEVEL_BY_LEVEL).build());
        return chain.next(request);
    }
}
