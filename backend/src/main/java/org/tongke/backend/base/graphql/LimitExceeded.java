package org.tongke.backend.base.graphql;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import java.util.Map;
import java.util.Optional;
import org.tongke.backend.base.error.ErrorCode;

/** A document nests too deep or asks for too much: it is not run at all. */
final class LimitExceeded extends AbortExecutionException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    LimitExceeded(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code.name());
    }

    static Optional<ErrorCode> codeOf(GraphQLError error) {
        return error instanceof LimitExceeded limit ? Optional.of(limit.code) : Optional.empty();
    }
}
