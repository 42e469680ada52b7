package org.tongke.backend.base.graphql;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongke.backend.base.error.ErrorCode;

/** How deep a document may nest and how much it may ask for at once. */
@Configuration
public class Limits {
    /** Most bytes of a request's body. */
    public static final int LARGEST_BODY = 8 << 20;

    /** How many things a list without {@code first} is taken to hold when a document's cost is reckoned. */
    private static final int PLAIN_LIST = 10;

    @Bean
    MaxQueryDepthInstrumentation depthLimit(@Value("${tongke.graphql.max-depth:15}") int most) {
        return new MaxQueryDepthInstrumentation(most) {
            @Override
            protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
                return new LimitExceeded(ErrorCode.TOO_DEEP, "depth " + depth + " exceeds " + maxDepth);
            }
        };
    }

    @Bean
    MaxQueryComplexityInstrumentation costLimit(@Value("${tongke.graphql.max-cost:50000}") int most) {
        return new MaxQueryComplexityInstrumentation(most, Limits::cost) {
            @Override
            protected AbortExecutionException mkAbortException(int cost, int maxCost) {
                return new LimitExceeded(ErrorCode.TOO_COSTLY, "cost " + cost + " exceeds " + maxCost);
            }
        };
    }

    /** A field costs one, and what it holds as often as it can hold it. */
    private static int cost(FieldComplexityEnvironment field, int children) {
        var times = 1L;
        if (field.getArguments().get("first") instanceof Integer first) {
            times = Math.max(1, first);
        } else if (isPlainList(field)) {
            times = PLAIN_LIST;
        }
        return (int) Math.min(Integer.MAX_VALUE / 2, 1 + times * children);
    }

    private static boolean isPlainList(FieldComplexityEnvironment field) {
        var type = GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType());
        // the pages of a connection were reckoned with its `first`
        return type instanceof GraphQLList && !field.getField().getName().equals("edges");
    }
}
