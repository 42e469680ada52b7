package org.tongke.backend.access.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** How the guard stands in front of the fields, and how controllers get the viewer and the scope as arguments. */
@Configuration
class AccessConfiguration {

    @Bean
    GraphQlSourceBuilderCustomizer guarded(WhoMay whoMay, SubscriptionWatch watch) {
        return builder -> builder.typeVisitors(List.of(new Guard(whoMay, watch)));
    }

    @Bean
    NodeFinder accountNodes(Accounts accounts) {
        return NodeFinder.of(
                Account.class,
                (raw, viewer, scope) -> raw.equals(viewer.account()) ? accounts.find(raw) : accounts.find(raw, scope));
    }

    /** A controller's parameter of type {@link Viewer}: who asks. */
    @Bean
    HandlerMethodArgumentResolver viewerArgument() {
        return new ByType(Viewer.class, field -> ViewerInterceptor.viewer(field.getGraphQlContext()));
    }

    /** A controller's parameter of type {@link Scope}: where the viewer may look, by the field's row of the table. */
    @Bean
    HandlerMethodArgumentResolver scopeArgument(WhoMay whoMay) {
        return new ByType(Scope.class, field -> {
            var parent = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getParentType());
            var coordinates =
                    parent.getName() + "." + field.getFieldDefinition().getName();
            return whoMay.permission(coordinates, ViewerInterceptor.viewer(field.getGraphQlContext()))
                    .scope();
        });
    }

    private record ByType(Class<?> type, Finding finding) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment field) {
            return finding.find(field);
        }
    }

    @FunctionalInterface
    private interface Finding {
        Object find(DataFetchingEnvironment field);
    }
}
