package org.tongke.backend.contract;

import static graphql.schema.GraphQLTypeUtil.isList;
import static graphql.schema.GraphQLTypeUtil.isNonNull;
import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes for each list of the schema a document that asks for it with everything that its things have, two levels deep; so a field
 * that is added to a type is looked at in every list of its things. The list has the alias {@code it}.
 */
final class ListDocuments {
    /** How many things of the list are asked for. */
    static final int FIRST = 20;

    private static final int LEVELS = 2;

    /** Lists in lists without pages, whose things are looked at two levels deep elsewhere: with both levels they would be too costly. */
    private static final Set<String> ONE_LEVEL = Set.of("GrantableRole.regions");

    /** Lists of things with many things of their own, which are looked at by themselves: within other lists they are asked for their values alone. */
    private static final Set<String> SHALLOW = Set.of("Activity.evidence");

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Map<String, String> ARGUMENTS = Map.of(
            "regionId",
            "$region",
            "placeId",
            "$region",
            "day",
            "$day",
            "week",
            "$day",
            "regionCode",
            "$county",
            "countyCode",
            "$county");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("code", "String!"),
            Map.entry("county", "String!"),
            Map.entry("position", "String!"),
            Map.entry("from", "Date!"),
            Map.entry("to", "Date!"),
            Map.entry("day", "Date!"),
            Map.entry("filter", "ActivityFilter!"),
            Map.entry("plan", "EntryPlanInput!"),
            Map.entry("asOf", "Date!"),
            Map.entry("import", "UUID!"),
            Map.entry("key", "String!"),
            Map.entry("weekKey", "String!"),
            Map.entry("soon", "Date!"));

    private final GraphQLSchema schema;

    ListDocuments(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** A field that holds a list, or a connection. */
    record ListField(GraphQLObjectType owner, GraphQLFieldDefinition definition) {
        @Override
        public String toString() {
            return owner.getName() + "." + definition.getName();
        }
    }

    /** Every list of the schema. The edges of a connection are the connection. */
    List<ListField> lists() {
        return schema.getAllTypesAsList().stream()
                .filter(type ->
                        type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !isConnection(type))
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new ListField(type, field)))
                .filter(list -> isList(unwrapNonNull(list.definition().getType()))
                        || isConnection(unwrapAll(list.definition().getType())))
                .sorted(Comparator.comparing(ListField::toString))
                .toList();
    }

    /**
     * The document that asks for a list.
     *
     * @param entrance leads to a thing that has the list, which stands for {@code LIST}
     */
    String document(ListField list, String entrance) {
        var asked = "it: " + selection(list.definition(), FIRST, ONE_LEVEL.contains(list.toString()) ? 1 : LEVELS);
        var body = entrance.replace("LIST", asked);
        var variables = VARIABLE.matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .map(name -> "$" + name + ": " + typeOf(name, body))
                .collect(Collectors.joining(", "));
        var kind = body.substring(0, body.indexOf(' '));
        return kind + (variables.isEmpty() ? " " : "(" + variables + ") ") + body.substring(body.indexOf('{'));
    }

    /** How to come to the payload of a mutation. */
    Stream<String> findMutation(GraphQLObjectType payload) {
        return mutations()
                .filter(mutation -> unwrapAll(mutation.getType()) == payload)
                .map(mutation -> "mutation { " + mutation.getName()
                        + (mutation.getArguments().isEmpty() ? "" : "(input: $input)") + " { LIST } }");
    }

    private Stream<GraphQLFieldDefinition> mutations() {
        return Objects.requireNonNull(schema.getMutationType()).getFieldDefinitions().stream();
    }

    private String typeOf(String variable, String body) {
        return variable.equals("input")
                ? mutations()
                        .filter(mutation -> body.contains(" " + mutation.getName() + "("))
                        .map(mutation -> unwrapAll(mutation.getArgument("input").getType())
                                        .getName()
                                + "!")
                        .findFirst()
                        .orElseThrow()
                : TYPES.getOrDefault(variable, "ID!");
    }

    /** A field with what it holds; empty if that lies too deep. */
    private String selection(GraphQLFieldDefinition field, int first, int levels) {
        var type = unwrapAll(field.getType());
        var asked = field.getName() + arguments(field, first);
        if (isConnection(type)) {
            var node = unwrapAll(((GraphQLFieldsContainer)
                            unwrapAll(container(type).getField("edges").getType()))
                    .getField("node")
                    .getType());
            return asked + " { edges { cursor node { " + fields(node, levels) + " } } pageInfo { hasNextPage } }";
        }
        if (!hasFields(type)) {
            return asked;
        }
        var inner = fields(type, levels);
        return inner.isEmpty() ? "" : asked + " { " + inner + " }";
    }

    /** All fields of a type; empty if it has none. */
    private String fields(GraphQLNamedType type, int levels) {
        return switch (type) {
            case GraphQLUnionType union ->
                union.getTypes().stream()
                        .map(GraphQLNamedType.class::cast)
                        .map(one -> "... on " + one.getName() + " { " + fields(one, levels) + " }")
                        .collect(Collectors.joining(" "));
            case GraphQLFieldsContainer container ->
                container.getFieldDefinitions().stream()
                        .filter(field -> levels > 0 || !hasFields(unwrapAll(field.getType())))
                        .filter(field -> levels == LEVELS || !isShallow(container, field))
                        .map(field -> selection(field, 2, isShallow(container, field) ? 0 : levels - 1))
                        .filter(selection -> !selection.isEmpty())
                        .collect(Collectors.joining(" "));
            default -> "";
        };
    }

    private static boolean isShallow(GraphQLFieldsContainer container, GraphQLFieldDefinition field) {
        return SHALLOW.contains(container.getName() + "." + field.getName());
    }

    private static String arguments(GraphQLFieldDefinition field, int first) {
        var values = field.getArguments().stream()
                .filter(argument -> value(argument, first) != null)
                .map(argument -> argument.getName() + ": " + value(argument, first))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "" : "(" + values + ")";
    }

    private static @Nullable String value(GraphQLArgument argument, int first) {
        var name = argument.getName();
        if (name.equals("first")) {
            return Integer.toString(first);
        }
        var isRequired = isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
        return isRequired ? "$" + name : ARGUMENTS.get(name);
    }

    private static boolean hasFields(GraphQLNamedType type) {
        return type instanceof GraphQLFieldsContainer || type instanceof GraphQLUnionType;
    }

    private static boolean isConnection(GraphQLNamedType type) {
        return type.getName().endsWith("Connection");
    }

    private static GraphQLFieldsContainer container(GraphQLNamedType type) {
        return (GraphQLFieldsContainer) type;
    }
}
