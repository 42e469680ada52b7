package org.tongke.frontend.client;

import java.util.List;
import java.util.Optional;
import org.springframework.graphql.client.ClientGraphQlResponse;

/** What the backend said, by the names of the questions. */
public final class Answer {
    private final ClientGraphQlResponse response;

    Answer(ClientGraphQlResponse response) {
        this.response = response;
    }

    /** The thing asked for; empty where the backend has none for the caller. */
    public <T> Optional<T> find(String name, Class<T> type) {
        var field = response.field(name);
        return field.getValue() == null ? Optional.empty() : Optional.ofNullable(field.toEntity(type));
    }

    /** The thing asked for, which the contract promises to be there. */
    public <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() -> new BackendFaultException("INTERNAL", "the answer has nothing under " + name));
    }

    /** The things asked for. */
    public <T> List<T> list(String name, Class<T> type) {
        return response.field(name).toEntityList(type);
    }
}
