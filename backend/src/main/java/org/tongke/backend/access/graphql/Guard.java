package org.tongke.backend.access.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.tongke.backend.access.Permission;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.who.Placed;

/**
 * Stands in front of every field that the table of who may do what names. At the top a caller without the right is refused; in
 * a thing the field is as if it were not there: null, or a list with nothing in it.
 */
final class Guard extends GraphQLTypeVisitorStub {
    private static final String SUBSCRIPTION = "Subscription";
    private static final List<String> ROOTS = List.of("Query", "Mutation", SUBSCRIPTION);

    private final WhoMay whoMay;
    private final SubscriptionWatch watch;

    Guard(WhoMay whoMay, SubscriptionWatch watch) {
        this.whoMay = whoMay;
        this.watch = watch;
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLFieldsContainer parent) {
            var coordinates = FieldCoordinates.coordinates(parent, field);
            var isRoot = ROOTS.contains(parent.getName());
            if (whoMay.fields().contains(coordinates.toString())) {
                var registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
                var inner = registry.getDataFetcher(coordinates, field);
                registry.dataFetcher(
                        coordinates, isRoot ? root(coordinates, inner) : nested(coordinates, field, inner));
            } else if (isRoot) {
                throw new IllegalStateException("nobody says who may do " + coordinates);
            }
        }
        return TraversalControl.CONTINUE;
    }

    private DataFetcher<?> root(FieldCoordinates coordinates, DataFetcher<?> inner) {
        return field -> {
            if (!permission(coordinates, field).allowed()) {
                var signedIn =
                        ViewerInterceptor.viewer(field.getGraphQlContext()).signedIn();
                throw new RequestException(signedIn ? ErrorCode.FORBIDDEN : ErrorCode.UNAUTHENTICATED);
            }
            return coordinates.getTypeName().equals(SUBSCRIPTION)
                    ? watch.over((Publisher<?>) inner.get(field), field)
                    : inner.get(field);
        };
    }

    private DataFetcher<?> nested(
            FieldCoordinates coordinates, GraphQLFieldDefinition definition, DataFetcher<?> inner) {
        var nothing = nothing(definition);
        return field -> {
            var permission = permission(coordinates, field);
            if (!permission.allowed() || !covers(permission, field.getSource())) {
                return nothing;
            }
            return inner.get(field);
        };
    }

    private Permission permission(FieldCoordinates coordinates, DataFetchingEnvironment field) {
        return whoMay.permission(coordinates.toString(), ViewerInterceptor.viewer(field.getGraphQlContext()));
    }

    private static boolean covers(Permission permission, @Nullable Object thing) {
        if (permission.scope().everywhere()) {
            return true;
        }
        if (thing instanceof Placed placed) {
            return permission.scope().covers(placed.places());
        }
        throw new IllegalStateException("the table limits by place what has none: " + thing);
    }

    /** What a field holds for somebody who may not see it. */
    private static @Nullable Object nothing(GraphQLFieldDefinition definition) {
        if (!(definition.getType() instanceof GraphQLNonNull)) {
            return null;
        }
        if (GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLNamedType type
                && type.getName().endsWith("Connection")) {
            return Connection.empty();
        }
        throw new IllegalStateException("the table hides a field that can never be missing: " + definition.getName());
    }
}
