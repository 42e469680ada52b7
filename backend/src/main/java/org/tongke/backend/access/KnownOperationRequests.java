package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.graphql.KnownOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a page's request {@code {"operationName": NAME, "variables": …}} and puts the known operation's document in. */
@Component
class KnownOperationRequests {
    /** A header of our own: a foreign page cannot send it without being asked first whether it may. */
    static final String OWN_HEADER = "X-Tongke";

    private static final int LARGEST_BODY = 1 << 20;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final KnownOperations operations;
    private final JsonMapper json;

    KnownOperationRequests(KnownOperations operations, JsonMapper json) {
        this.operations = operations;
        this.json = json;
    }

    /** The request with the document that it names; empty if it names none that is known. */
    Optional<RequestWithBody> of(HttpServletRequest request) throws IOException {
        if (request.getHeader(OWN_HEADER) == null || !RequestWithBody.isJson(request)) {
            return Optional.empty();
        }
        var sent = request.getInputStream().readNBytes(LARGEST_BODY);
        try {
            var body = json.readValue(sent, OBJECT);
            // Jackson gives null for the text null
            if (body == null || body.containsKey("query") || !(body.get("operationName") instanceof String name)) {
                return Optional.empty();
            }
            return operations.find(name).map(document -> {
                var whole = new LinkedHashMap<String, Object>(body);
                whole.put("query", document);
                return new RequestWithBody(request, json.writeValueAsBytes(whole));
            });
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
