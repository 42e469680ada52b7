package org.tongke.frontend.pocket;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The pocket operations as a TypeScript interface {@code Operations}: for each name its {@code variables} and its {@code data}, exactly the
 * fields that the document asks for. The documents are valid; another test says so.
 */
class OperationTypes {
    private final GraphQLSchema contract;

    OperationTypes(GraphQLSchema contract) {
        this.contract = contract;
    }

    /** Text of the interface for all documents of a folder. */
    String write(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted()
                    .map(this::operation)
                    .collect(Collectors.joining("", "interface Operations {\n", "}\n"));
        }
    }

    private String operation(Path file) {
        try {
            var operation = Parser.parse(Files.readString(file))
                    .getFirstDefinitionOfType(OperationDefinition.class)
                    .orElseThrow();
            var variables = operation.getVariableDefinitions().stream()
                    .map(variable -> property(variable.getName(), input(runtime(variable.getType()))))
                    .collect(Collectors.joining(" "));
            return "  %s: { variables: { %s }; data: %s };\n"
                    .formatted(operation.getName(), variables, fields(root(operation), operation.getSelectionSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private GraphQLFieldsContainer root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> contract.getQueryType();
            case MUTATION -> contract.getMutationType();
            case SUBSCRIPTION -> contract.getSubscriptionType();
        };
    }

    /** What is asked of a thing; of an interface or union, one shape for each type that the document names. */
    private String selected(GraphQLType type, SelectionSet selection) {
        var shapes = selection.getSelectionsOfType(InlineFragment.class).stream()
                .map(one -> fields((GraphQLFieldsContainer) named(one.getTypeCondition()), one.getSelectionSet()))
                .distinct()
                .toList();
        if (shapes.isEmpty()) {
            return fields((GraphQLFieldsContainer) type, selection);
        }
        var either = "(" + String.join(" | ", shapes) + ")";
        // A union has no fields of its own.
        return type instanceof GraphQLFieldsContainer common ? fields(common, selection) + " & " + either : either;
    }

    private String fields(GraphQLFieldsContainer type, SelectionSet selection) {
        return selection.getSelectionsOfType(Field.class).stream()
                .map(field -> {
                    var name = field.getAlias() == null ? field.getName() : field.getAlias();
                    return name + ": " + output(type, field) + ";";
                })
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private String output(GraphQLFieldsContainer type, Field field) {
        var answered = field.getName().equals("__typename")
                ? (GraphQLType) GraphQLNonNull.nonNull(named(new TypeName("String")))
                : type.getFieldDefinition(field.getName()).getType();
        return output(answered, field.getSelectionSet());
    }

    private String output(GraphQLType type, SelectionSet selection) {
        if (type instanceof GraphQLNonNull required) {
            return some(required.getWrappedType(), selection);
        }
        return some(type, selection) + " | null";
    }

    private String some(GraphQLType type, SelectionSet selection) {
        if (type instanceof GraphQLList list) {
            return "Array<" + output(list.getWrappedType(), selection) + ">";
        }
        return selection == null ? plain(type) : selected(type, selection);
    }

    private String input(GraphQLType type) {
        return type instanceof GraphQLNonNull required ? given(required.getWrappedType()) : given(type) + " | null";
    }

    private String given(GraphQLType type) {
        return switch (type) {
            case GraphQLList list -> "Array<" + input(list.getWrappedType()) + ">";
            case GraphQLInputObjectType object ->
                object.getFields().stream()
                        .map(field -> property(field.getName(), input(field.getType())))
                        .collect(Collectors.joining(" ", "{ ", " }"));
            default -> plain(type);
        };
    }

    /** What may be null need not be given. */
    private static String property(String name, String type) {
        return name + (type.endsWith("| null") ? "?: " : ": ") + type + ";";
    }

    private static String plain(GraphQLType type) {
        if (type instanceof GraphQLEnumType closed) {
            return closed.getValues().stream()
                    .map(value -> "'" + value.getName() + "'")
                    .collect(Collectors.joining(" | ", "(", ")"));
        }
        return switch (GraphQLTypeUtil.simplePrint(type)) {
            case "ID", "String", "DateTime", "Date", "UUID" -> "string";
            case "Int", "Float", "Revision" -> "number";
            case "Boolean" -> "boolean";
            default -> "unknown";
        };
    }

    private GraphQLType runtime(Type<?> written) {
        return switch (written) {
            case NonNullType required -> GraphQLNonNull.nonNull(runtime(required.getType()));
            case ListType list -> GraphQLList.list(runtime(list.getType()));
            case TypeName name -> named(name);
            default -> throw new IllegalArgumentException(written.toString());
        };
    }

    private GraphQLType named(TypeName name) {
        return Objects.requireNonNull(contract.getType(name.getName()), name::getName);
    }
}
