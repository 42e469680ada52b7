package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.tongke.backend.base.error.ErrorCode;

/** The answer to a request that is refused before GraphQL reads it, in the form of a GraphQL answer. */
final class ErrorAnswer {

    private ErrorAnswer() {}

    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, ErrorCode code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(typeFor(request) + ";charset=UTF-8");
        response.getWriter()
                .write("{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}".formatted(status, code));
    }

    /** Plain JSON for those who ask for nothing else. */
    private static String typeFor(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return MediaType.APPLICATION_JSON_VALUE.equals(accepted)
                ? accepted
                : MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE;
    }
}
