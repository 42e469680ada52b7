package org.tongke.frontend.client;

import com.netflix.graphql.dgs.client.codegen.BaseProjectionNode;
import com.netflix.graphql.dgs.client.codegen.GraphQLQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.DgsGraphQlClient;
import org.springframework.graphql.client.GraphQlClientException;
import org.springframework.graphql.client.HttpSyncGraphQlClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final Supplier<Caller> callers;

    /**
     * @param rest reaches the endpoint of the contract
     * @param callers tells who is asking, in the thread that asks
     */
    Backend(RestClient.Builder rest, Supplier<Caller> callers) {
        this.client = DgsGraphQlClient.create(HttpSyncGraphQlClient.create(
                rest.requestInitializer(request -> sign(request.getHeaders())).build()));
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
