package org.tongke.backend.base.graphql;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.bucket.BucketException;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.QuietFault;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.error.Texts;
import reactor.core.publisher.Mono;

/** Top-level errors: each has one of our codes, and none tells what went wrong inside. */
@Component
@Order(1)
public class TopLevelErrors extends DataFetcherExceptionResolverAdapter implements WebGraphQlInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(TopLevelErrors.class);
    private static final String CODE = "code";

    private final Texts texts;

    TopLevelErrors(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment field) {
        var code = codeOf(thrown);
        Map<String, Object> extensions = new HashMap<>();
        extensions.put(CODE, code.name());
        if (code == ErrorCode.INTERNAL || code == ErrorCode.UNAVAILABLE) {
            var requestId = field.getExecutionId().toString();
            extensions.put("requestId", requestId);
            LOG.error(
                    "request {} at {}", requestId, field.getExecutionStepInfo().getPath(), QuietFault.of(thrown));
        }
        return GraphqlErrorBuilder.newError(field)
                .message(words(code, field.getLocale()))
                .errorType(new Coded(code))
                .extensions(extensions)
                .build();
    }

    /** The error of a subscription that has ended by a fault. */
    public GraphQLError of(Throwable thrown, DataFetchingEnvironment field) {
        return resolveToSingleError(thrown, field);
    }

    private static ErrorCode codeOf(Throwable thrown) {
        return switch (thrown) {
            case RequestException request -> request.code();
            case MongoTimeoutException _, MongoSocketException _, BucketException _ -> ErrorCode.UNAVAILABLE;
            default -> ErrorCode.INTERNAL;
        };
    }

    /** Errors that come from reading the document, not from a field, get a code as well. */
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            if (response.getErrors().stream()
                    .allMatch(error -> error.getExtensions().containsKey(CODE))) {
                return response;
            }
            List<GraphQLError> coded = response.getExecutionResult().getErrors().stream()
                    .map(TopLevelErrors::withCode)
                    .toList();
            return response.transform(builder -> builder.errors(coded));
        });
    }

    private static GraphQLError withCode(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().containsKey(CODE)) {
            return error;
        }
        var code = LimitExceeded.codeOf(error).orElse(ErrorCode.BAD_REQUEST);
        return GraphqlErrorBuilder.newError()
                .message(error.getMessage())
                .locations(error.getLocations() == null ? List.of() : error.getLocations())
                .errorType(new Coded(code))
                .extensions(Map.of(CODE, code.name()))
                .build();
    }

    private String words(ErrorCode code, @Nullable Locale locale) {
        return texts.get("error." + code, locale == null ? Locale.SIMPLIFIED_CHINESE : locale);
    }

    /** Our code as graphql-java's classification. */
    private record Coded(ErrorCode code) implements ErrorClassification {
        @Override
        public Object toSpecification(@Nullable GraphQLError error) {
            return code.name();
        }
    }
}
