package org.tongke.frontend.developer;

import graphql.language.AstPrinter;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a schema says, in the form in which people look it up. */
final class SchemaReference {
    private static final List<String> BUILT_IN = List.of("String", "Int", "Float", "Boolean", "ID");

    private final SequencedMap<String, Type> types = new TreeMap<>();

    SchemaReference(String sdl) {
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
        schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__") && !BUILT_IN.contains(type.getName()))
                .forEach(type -> types.put(type.getName(), typeOf(type, schema)));
    }

    /** What a type is. */
    enum Kind {
        QUERY,
        MUTATION,
        SUBSCRIPTION,
        TYPE,
        INTERFACE,
        UNION,
        INPUT,
        ENUM,
        SCALAR
    }

    /**
     * A type.
     *
     * @param members its fields, or values of an enum
     * @param others types that are one of it, or of which it is one
     */
    record Type(Kind kind, String name, String description, List<Member> members, List<String> others) {
        /** A field or a value by its name. */
        Optional<Member> find(String member) {
            return members.stream().filter(one -> one.name().equals(member)).findFirst();
        }
    }

    /**
     * A field, or a value of an enum.
     *
     * @param type its type as it is written; null for a value
     * @param ends why it is not to be used any more; null if it is
     */
    record Member(
            String name,
            @Nullable String type,
            String description,
            @Nullable String ends,
            List<Argument> arguments) {}

    /**
     * An argument.
     *
     * @param given its value where it is left out, as it is written; null if there is none
     */
    record Argument(String name, String type, @Nullable String given, String description) {}

    /**
     * Something found.
     *
     * @param member null for the type itself
     */
    record Hit(Type type, @Nullable Member member) {
        /** As in {@code Query.communities}. */
        String name() {
            return member == null ? type.name() : type.name() + "." + member.name();
        }

        String description() {
            return member == null ? type.description() : member.description();
        }
    }

    /** All types in the order of their names. */
    List<Type> types() {
        return List.copyOf(types.values());
    }

    /** The type of a name. */
    Optional<Type> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * What holds all words of a text in its name or description, whatever their case: first what is called so, then what is called like it, then
     * what speaks of it.
     */
    List<Hit> search(String text) {
        var words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return types.values().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(new Hit(type, null)), type.members().stream().map(member -> new Hit(type, member))))
                .filter(hit -> {
                    var said = (hit.name() + " " + hit.description()).toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(said::contains);
                })
                .sorted(Comparator.<Hit>comparingInt(hit -> rank(hit, words))
                        .thenComparing(hit -> hit.type().kind())
                        .thenComparing(Hit::name))
                .toList();
    }

    private static int rank(Hit hit, List<String> words) {
        var member = hit.member();
        var name = (member == null ? hit.type().name() : member.name()).toLowerCase(Locale.ROOT);
        if (words.contains(name)) {
            return member == null ? 0 : 1;
        }
        if (words.stream().anyMatch(name::startsWith)) {
            return 2;
        }
        return words.stream().anyMatch(name::contains) ? 3 : 4;
    }

    private static Type typeOf(GraphQLNamedType type, GraphQLSchema schema) {
        var description = words(type.getDescription());
        return switch (type) {
            case GraphQLEnumType values ->
                new Type(
                        Kind.ENUM,
                        type.getName(),
                        description,
                        values.getValues().stream()
                                .map(value -> new Member(
                                        value.getName(),
                                        null,
                                        words(value.getDescription()),
                                        value.getDeprecationReason(),
                                        List.of()))
                                .toList(),
                        List.of());
            case GraphQLInputObjectType input ->
                new Type(
                        Kind.INPUT,
                        type.getName(),
                        description,
                        input.getFields().stream()
                                .map(SchemaReference::memberOf)
                                .toList(),
                        List.of());
            case GraphQLFieldsContainer fields ->
                new Type(
                        kindOf(fields, schema),
                        type.getName(),
                        description,
                        fields.getFieldDefinitions().stream()
                                .map(SchemaReference::memberOf)
                                .toList(),
                        relatives(fields, schema));
            case GraphQLUnionType union ->
                new Type(
                        Kind.UNION,
                        type.getName(),
                        description,
                        List.of(),
                        union.getTypes().stream().map(GraphQLNamedType::getName).toList());
            case GraphQLScalarType _ -> new Type(Kind.SCALAR, type.getName(), description, List.of(), List.of());
            default -> throw new IllegalArgumentException("a type of a new sort: " + type);
        };
    }

    private static Kind kindOf(GraphQLFieldsContainer type, GraphQLSchema schema) {
        if (type == schema.getQueryType()) {
            return Kind.QUERY;
        }
        if (type == schema.getMutationType()) {
            return Kind.MUTATION;
        }
        if (type == schema.getSubscriptionType()) {
            return Kind.SUBSCRIPTION;
        }
        return type instanceof GraphQLInterfaceType ? Kind.INTERFACE : Kind.TYPE;
    }

    private static List<String> relatives(GraphQLFieldsContainer type, GraphQLSchema schema) {
        return type instanceof GraphQLInterfaceType shared
                ? schema.getImplementations(shared).stream()
                        .map(GraphQLNamedType::getName)
                        .sorted()
                        .toList()
                : List.of();
    }

    private static Member memberOf(GraphQLFieldDefinition field) {
        return new Member(
                field.getName(),
                written(field.getType()),
                words(field.getDescription()),
                field.getDeprecationReason(),
                field.getArguments().stream().map(SchemaReference::argumentOf).toList());
    }

    private static Member memberOf(GraphQLInputObjectField field) {
        var given = given(
                field.getDefinition() == null ? null : field.getDefinition().getDefaultValue());
        return new Member(
                field.getName(),
                written(field.getType()) + (given == null ? "" : " = " + given),
                words(field.getDescription()),
                field.getDeprecationReason(),
                List.of());
    }

    private static Argument argumentOf(GraphQLArgument argument) {
        var definition = argument.getDefinition();
        return new Argument(
                argument.getName(),
                written(((GraphQLInputValueDefinition) argument).getType()),
                given(definition == null ? null : definition.getDefaultValue()),
                words(argument.getDescription()));
    }

    private static @Nullable String given(graphql.language.@Nullable Value<?> value) {
        return value == null ? null : AstPrinter.printAst(value);
    }

    private static String written(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }

    private static String words(@Nullable String description) {
        return description == null ? "" : description.strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
