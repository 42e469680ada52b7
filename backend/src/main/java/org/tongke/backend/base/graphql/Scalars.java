package org.tongke.backend.base.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars of the schema. */
@Configuration
class Scalars {
    /** Largest whole number that every client can hold exactly. */
    static final long LARGEST_EXACT = (1L << 53) - 1;

    @Bean
    RuntimeWiringConfigurer scalarWiring(ZoneId zone) {
        return wiring -> wiring.scalar(scalar("DateTime", new DateTimeCoercing(zone)))
                .scalar(ExtendedScalars.Date)
                .scalar(ExtendedScalars.UUID)
                .scalar(scalar("Revision", new RevisionCoercing()))
                .scalar(scalar("Reported", new ReportedCoercing()))
                .scalar(scalar("Base64", new Base64Coercing()));
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    /** Bytes: in only. */
    private record Base64Coercing() implements Coercing<byte[], String> {

        @Override
        public byte[] parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return Base64.getDecoder().decode((String) input);
            } catch (ClassCastException | IllegalArgumentException malformed) {
                throw new CoercingParseValueException("not base64", malformed);
            }
        }

        @Override
        public byte[] parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return Base64.getDecoder().decode(((StringValue) input).getValue());
            } catch (ClassCastException | IllegalArgumentException malformed) {
                throw new CoercingParseLiteralException("not base64", malformed);
            }
        }
    }

    /** Instants: out in the programme's zone, in with any offset. */
    private record DateTimeCoercing(ZoneId zone) implements Coercing<Instant, String> {

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            if (result instanceof Instant instant) {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
            }
            throw new CoercingSerializeException("not an instant: " + result.getClass());
        }

        @Override
        public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return OffsetDateTime.parse((String) input).toInstant();
            } catch (DateTimeParseException | ClassCastException notOne) {
                throw new CoercingParseValueException("an RFC 3339 instant with offset is expected", notOne);
            }
        }

        @Override
        public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text && text.getValue() instanceof String value) {
                return parseValue(value, context, locale);
            }
            throw new CoercingParseLiteralException("an RFC 3339 instant with offset is expected");
        }
    }

    /** Whole numbers from 1 to 2^53−1. */
    private static final class RevisionCoercing implements Coercing<Long, Long> {

        @Override
        public Long serialize(Object result, GraphQLContext context, Locale locale) {
            return ((Number) result).longValue();
        }

        @Override
        public Long parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof Number number
                    && number.doubleValue() == number.longValue()
                    && number.longValue() >= 1
                    && number.longValue() <= LARGEST_EXACT) {
                return number.longValue();
            }
            throw new CoercingParseValueException("a whole number from 1 to 2^53-1 is expected");
        }

        @Override
        public Long parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof IntValue number && number.getValue().bitLength() < Long.SIZE) {
                return parseValue(number.getValue().longValue(), context, locale);
            }
            throw new CoercingParseLiteralException("a whole number from 1 to 2^53-1 is expected");
        }
    }

    /** Whatever a supplier's platform sends: the row's own rules read it. */
    private static final class ReportedCoercing implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public @Nullable Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return switch (input) {
                case StringValue text -> text.getValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case BooleanValue truth -> truth.isValue();
                case NullValue _ -> null;
                default -> input.toString();
            };
        }
    }
}
