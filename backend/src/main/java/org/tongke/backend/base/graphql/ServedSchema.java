package org.tongke.backend.base.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.ClassNameTypeResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.id.NodeFinder;

/**
 * How the schema is bound to the code. Starting fails if the schema inspection finds a field, an argument or a nullness that
 * the code does not serve.
 */
@Configuration
class ServedSchema {
    /** Characters of the documents that are kept parsed: what a page asks has a few hundred, what anybody may send has no limit. */
    private static final long PARSED_CHARACTERS = 2_000_000;

    @Bean
    GraphQlSourceBuilderCustomizer schemaMustBeServed(List<NodeFinder> finders) {
        var resolver = new ClassNameTypeResolver();
        return builder -> builder.defaultTypeResolver(resolver)
                .inspectSchemaMappings(
                        inspection -> finders.forEach(
                                finder -> inspection.classMapping(finder.type().getSimpleName(), finder.type())),
                        report -> {
                            if (!report.unmappedFields().isEmpty()
                                    || !report.unmappedRegistrations().isEmpty()
                                    || !report.unmappedArguments().isEmpty()
                                    || !report.fieldNullnessErrors().isEmpty()
                                    || !report.argumentNullnessErrors().isEmpty()
                                    || !report.skippedTypes().isEmpty()) {
                                throw new IllegalStateException("schema and code differ: " + report);
                            }
                        })
                .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(parsedOnce()));
    }

    /** Every thing that {@code node} can find gives its id in the same way. */
    @Bean
    RuntimeWiringConfigurer globalIds(List<NodeFinder> finders) {
        return wiring -> finders.forEach(finder -> idOf(finder.type().getSimpleName(), wiring));
    }

    private static void idOf(String type, RuntimeWiring.Builder wiring) {
        wiring.type(
                type,
                builder -> builder.dataFetcher(
                        "id",
                        field -> field.getSource() instanceof Node node
                                ? node.globalId().encode()
                                : null));
    }

    private static PreparsedDocumentProvider parsedOnce() {
        Cache<String, PreparsedDocumentEntry> parsed = Caffeine.newBuilder()
                .maximumWeight(PARSED_CHARACTERS)
                .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
                .build();
        return (input, parse) ->
                CompletableFuture.completedFuture(parsed.get(input.getQuery(), text -> parse.apply(input)));
    }
}
