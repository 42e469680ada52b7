package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.tongke.backend.base.error.ErrorCode;

/** The answer to a request that is refused before GraphQL reads it, in the form of a GraphQL answer. */
final class ErrorAnswer {

    private ErrorAnswer() {}

    static void write(HttpServletResponse response, HttpStatus status, ErrorCode code) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/graphql-response+json;charset=UTF-8");
        response.getWriter()
                .write("{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}"
                        .formatted(status.getReasonPhrase(), code));
    }
}
