package org.tongke.frontend.client;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The backend as somebody sees it who is not signed in: by the names of known operations ({@code graphql/publication}), since without a token
 * it takes no documents. Throws what {@link Backend} throws.
 */
public final class OpenBackend {
    private final RestClient rest;
    private final JsonMapper json;

    /** @param rest reaches the endpoint of the contract */
    OpenBackend(RestClient rest, JsonMapper json) {
        this.rest = rest;
        this.json = json;
    }

    /**
     * Asks by a known operation.
     *
     * @param caller in whose language and from where; a token of the caller's is not sent
     * @param variables values of the operation's variables
     */
    public OpenAnswer ask(Caller caller, String operation, Map<String, ?> variables) {
        try {
            var request = rest.post()
                    .uri("")
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, caller.languageTag())
                    .header("X-Tongke", "public");
            if (caller.address() != null) {
                request = request.header("X-Forwarded-For", caller.address());
            }
            var answer = request.body(Map.of("operationName", operation, "variables", variables))
                    .retrieve()
                    .body(JsonNode.class);
            return new OpenAnswer(data(answer == null ? json.nullNode() : answer));
        } catch (HttpStatusCodeException refused) {
            throw new BackendAwayException("HTTP status " + refused.getStatusCode(), refused);
        } catch (RestClientException away) {
            throw new BackendAwayException(String.valueOf(away.getMessage()), away);
        }
    }

    private static JsonNode data(JsonNode answer) {
        var error = answer.at("/errors/0");
        if (!error.isMissingNode()) {
            throw Backend.failure(
                    error.at("/extensions/code").asString("INTERNAL"),
                    error.at("/message").asString(""));
        }
        return answer.path("data");
    }

    /** What the backend said, by the names of the fields. */
    public final class OpenAnswer {
        private final JsonNode data;

        private OpenAnswer(JsonNode data) {
            this.data = data;
        }

        /** The thing asked for; empty where the backend has none for everybody. */
        public <T> Optional<T> find(String field, Class<T> type) {
            var found = data.path(field);
            return found.isNull() || found.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(json.treeToValue(found, type));
        }

        /** The thing asked for, which the contract promises to be there. */
        public <T> T get(String field, Class<T> type) {
            return find(field, type)
                    .orElseThrow(() -> new BackendFaultException("INTERNAL", "the answer has nothing under " + field));
        }
    }
}
