package org.tongke.frontend.client;

import com.netflix.graphql.dgs.client.codegen.BaseProjectionNode;
import com.netflix.graphql.dgs.client.codegen.GraphQLQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.DgsGraphQlClient;
import org.springframework.graphql.client.GraphQlClientException;
import org.springframework.graphql.client.HttpSyncGraphQlClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The backend, as whoever is signed in sees it. Every method throws {@link SessionOverException}, {@link ForbiddenException},
 * {@link BackendAwayException} or {@link BackendFaultException} when there is no answer; refusals of a mutation are part of its payload.
 */
public final class Backend {
    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private final DgsGraphQlClient client;
    private final RestClient rest;
    private final Supplier<Caller> callers;

    /**
     * @param rest reaches the endpoint of the contract
     * @param callers tells who is asking, in the thread that asks
     */
    Backend(RestClient.Builder rest, Supplier<Caller> callers) {
        this.rest =
                rest.requestInitializer(request -> sign(request.getHeaders())).build();
        this.client = DgsGraphQlClient.create(HttpSyncGraphQlClient.create(this.rest));
        this.callers = callers;
    }

    /** The thing asked for; empty where the backend has none for the caller. */
    public <T> Optional<T> find(GraphQLQuery query, BaseProjectionNode projection, Class<T> type) {
        return ask(Question.of(query, projection)).find(query.getOperationName(), type);
    }

    /** The thing asked for, or what came of a command. */
    public <T> T get(GraphQLQuery query, BaseProjectionNode projection, Class<T> type) {
        return ask(Question.of(query, projection)).get(query.getOperationName(), type);
    }

    /** The things asked for. */
    public <T> List<T> list(GraphQLQuery query, BaseProjectionNode projection, Class<T> type) {
        return ask(Question.of(query, projection)).list(query.getOperationName(), type);
    }

    /** Several questions in one request. */
    public Answer ask(Question... questions) {
        return ask(callers.get(), questions);
    }

    /** Several questions in one request, on behalf of somebody who is not (yet) the one who is signed in. */
    public Answer ask(Caller caller, Question... questions) {
        var response = ScopedValue.where(CALLER, caller).call(() -> execute(questions));
        response.getErrors().stream().findFirst().ifPresent(error -> {
            throw failure(
                    String.valueOf(error.getExtensions().getOrDefault("code", error.getErrorType())),
                    String.valueOf(error.getMessage()));
        });
        return new Answer(response);
    }

    /**
     * The thing that a known operation asks for, which is open to everybody: it is asked without a token, and without one the backend takes no
     * other documents.
     *
     * @param operation name of the operation, which has one field of the same name that begins in lower case
     */
    public <T> T known(String operation, Class<T> type) {
        var caller = callers.get();
        var nobody = new Caller(null, caller.languageTag(), caller.address());
        var answer = ScopedValue.where(CALLER, nobody).call(() -> name(operation));
        var field = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
        if (answer == null || answer.data() == null || answer.data().get(field) == null) {
            throw new BackendFaultException("INTERNAL", "no answer to " + operation);
        }
        return BackendConnection.mapper().convertValue(answer.data().get(field), type);
    }

    private @Nullable Named name(String operation) {
        try {
            return rest.post()
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .header("X-Tongke", "flow")
                    .body(Map.of("operationName", operation))
                    .retrieve()
                    .body(Named.class);
        } catch (RestClientException away) {
            throw new BackendAwayException(String.valueOf(away.getMessage()), away);
        }
    }

    /** What a known operation is answered with. */
    private record Named(@Nullable Map<String, @Nullable Object> data) {}

    private ClientGraphQlResponse execute(Question... questions) {
        DgsGraphQlClient.RequestSpec request = null;
        for (var question : questions) {
            request = request == null ? client.request(question.query()) : request.request(question.query());
            request = request.queryAlias(question.name());
            // without a projection the client takes no values to write in a way of ours
            if (question.projection() != null) {
                request = request.projection(question.projection()).coercing(PlainText.TYPES);
            }
        }
        if (request == null) {
            throw new IllegalArgumentException("no question");
        }
        try {
            return request.executeSync();
        } catch (HttpStatusCodeException refused) {
            throw refused.getStatusCode() == HttpStatus.UNAUTHORIZED
                    ? new SessionOverException()
                    : new BackendAwayException("HTTP status " + refused.getStatusCode(), refused);
        } catch (GraphQlClientException | RestClientException away) {
            throw new BackendAwayException(String.valueOf(away.getMessage()), away);
        }
    }

    /** What a code of the backend means for a page. */
    static RuntimeException failure(String code, String message) {
        return switch (code) {
            case "UNAUTHENTICATED" -> new SessionOverException();
            case "FORBIDDEN" -> new ForbiddenException(message);
            case "UNAVAILABLE" -> new BackendAwayException(message, null);
            default -> new BackendFaultException(code, message);
        };
    }

    private static void sign(HttpHeaders headers) {
        var caller = CALLER.get();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, caller.languageTag());
        if (caller.address() != null) {
            // what the audit trail shows as the place that somebody asked from
            headers.set("X-Forwarded-For", caller.address());
        }
        if (caller.token() != null) {
            headers.setBearerAuth(caller.token());
        }
    }
}
