package org.tongke.frontend.client;

import graphql.GraphQLContext;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Values that stand in a document as they print; left to itself the client would take them for input objects. */
final class PlainText implements Coercing<Object, String> {
    /** All types of the contract that are sent so. */
    static final Map<Class<?>, Coercing<?, ?>> TYPES = Map.of(
            UUID.class, new PlainText(), LocalDate.class, new PlainText(), OffsetDateTime.class, new PlainText());

    private PlainText() {}

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return StringValue.of(value.toString());
    }
}
