package org.tongke.frontend.client;

import com.netflix.graphql.dgs.client.codegen.BaseProjectionNode;
import com.netflix.graphql.dgs.client.codegen.GraphQLQuery;

/**
 * One field of the query or mutation, with what is wanted of it.
 *
 * @param name key in the answer; unlike that of any other question of the same request
 * @param query the field and its arguments
 * @param projection what is wanted of it
 */
public record Question(String name, GraphQLQuery query, BaseProjectionNode projection) {

    /** The only question of a request. */
    public static Question of(GraphQLQuery query, BaseProjectionNode projection) {
        return new Question(query.getOperationName(), query, projection);
    }
}
