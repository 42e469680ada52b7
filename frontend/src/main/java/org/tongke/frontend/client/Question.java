package org.tongke.frontend.client;

import com.netflix.graphql.dgs.client.codegen.BaseProjectionNode;
import com.netflix.graphql.dgs.client.codegen.GraphQLQuery;
import org.jspecify.annotations.Nullable;

/**
 * One field of the query or mutation, with what is wanted of it.
 *
 * @param name key in the answer; unlike that of any other question of the same request
 * @param query the field and its arguments
 * @param projection what is wanted of it; null for a field that is a mere number or word
 */
public record Question(
        String name, GraphQLQuery query, @Nullable BaseProjectionNode projection) {

    /** The only question of a request. */
    public static Question of(GraphQLQuery query, BaseProjectionNode projection) {
        return new Question(query.getOperationName(), query, projection);
    }
}
