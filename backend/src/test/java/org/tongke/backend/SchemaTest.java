package org.tongke.backend;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.who.Role;

/** What the contract promises of itself. */
class SchemaTest {
    private static final TypeDefinitionRegistry SCHEMA = read();

    @Test
    void describesEverything() {
        var silent = new ArrayList<String>();
        for (TypeDefinition<?> type : SCHEMA.types().values()) {
            if (type instanceof AbstractDescribedNode<?> described && described.getDescription() == null) {
                silent.add(type.getName());
            }
            for (var field : fields(type)) {
                if (field.getDescription() == null) {
                    silent.add(type.getName() + "." + field.getName());
                }
                field.getInputValueDefinitions().stream()
                        .filter(argument -> argument.getDescription() == null)
                        .filter(argument -> !argument.getName().equals("input"))
                        .forEach(argument ->
                                silent.add(type.getName() + "." + field.getName() + "(" + argument.getName() + ")"));
            }
            if (type instanceof InputObjectTypeDefinition input) {
                input.getInputValueDefinitions().stream()
                        .filter(field -> field.getDescription() == null)
                        .forEach(field -> silent.add(type.getName() + "." + field.getName()));
            }
            if (type instanceof EnumTypeDefinition values) {
                values.getEnumValueDefinitions().stream()
                        .filter(value -> value.getDescription() == null)
                        .forEach(value -> silent.add(type.getName() + "." + value.getName()));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void scalarsSayHowTheyAreWritten() {
        assertThat(SCHEMA.scalars().values())
                .filteredOn(scalar -> !isBuiltIn(scalar))
                .allSatisfy(scalar ->
                        assertThat(scalar.getDirectives("specifiedBy")).hasSize(1));
    }

    @Test
    void codesAndRolesAreThoseOfTheCode() {
        assertThat(valuesOf("ErrorCode")).containsExactlyElementsOf(names(ErrorCode.values()));
        assertThat(valuesOf("Role")).containsExactlyElementsOf(names(Role.values()));
    }

    @Test
    void mutationsHaveOneInputAndAPayload() {
        var mutations = new ArrayList<FieldDefinition>();
        type("Mutation", ObjectTypeDefinition.class).getFieldDefinitions().forEach(mutations::add);
        SCHEMA.objectTypeExtensions()
                .getOrDefault("Mutation", List.of())
                .forEach(section -> mutations.addAll(section.getFieldDefinitions()));
        assertThat(mutations).allSatisfy(mutation -> {
            assertThat(mutation.getInputValueDefinitions())
                    .as(mutation.getName())
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(argument -> argument.getName().equals("input"));
            assertThat(mutation.getType().toString()).as(mutation.getName()).contains("Payload");
        });
    }

    private static boolean isBuiltIn(ScalarTypeDefinition scalar) {
        return List.of("Int", "Float", "String", "Boolean", "ID").contains(scalar.getName());
    }

    private static List<FieldDefinition> fields(TypeDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object -> {
                var fields = new ArrayList<>(object.getFieldDefinitions());
                SCHEMA.objectTypeExtensions()
                        .getOrDefault(type.getName(), List.of())
                        .forEach(extension -> fields.addAll(extension.getFieldDefinitions()));
                yield fields;
            }
            case InterfaceTypeDefinition face -> face.getFieldDefinitions();
            default -> List.of();
        };
    }

    private static List<String> valuesOf(String type) {
        return type(type, EnumTypeDefinition.class).getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName)
                .toList();
    }

    private static <T extends TypeDefinition<T>> T type(String name, Class<T> kind) {
        return Objects.requireNonNull(SCHEMA.getTypeOrNull(name, kind), name);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static TypeDefinitionRegistry read() {
        try {
            return new SchemaParser()
                    .parse(new ClassPathResource("graphql/schema.graphqls").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
