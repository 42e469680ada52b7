package org.tongke.backend.activity;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.value.Lengths;
import org.tongke.backend.activity.value.ValueRefusal;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;

/** Attributes as they are said, read by the schema of their kind. */
public final class SaidAttributes {

    private SaidAttributes() {}

    /**
     * Attributes in the order of their names, of several with one name the last. Those that the schema does not know stay as they
     * are: the kind may come to know them.
     *
     * @param schema the kind's; empty where the kind is not known
     * @throws RefusedException with one {@link ValueRefusal}: REQUIRED, MALFORMED, TOO_LONG, OUT_OF_RANGE, ATTRIBUTE_INVALID
     */
    public static <T> List<ActivityAttribute> read(
            Optional<AttributeSchema> schema,
            List<T> said,
            Function<T, @Nullable Object> name,
            Function<T, @Nullable Object> value) {
        var told = new TreeMap<String, ActivityAttribute>();
        Values.each("attributes", said, AttributeSchema.MOST, attribute -> {
                    var code = Values.text("name", name.apply(attribute), Lengths.NAME);
                    return Values.findScalar("value", value.apply(attribute), Lengths.ATTRIBUTE)
                            .map(found -> new ActivityAttribute(code, typed(schema, code, found)));
                })
                .forEach(found -> found.ifPresent(attribute -> told.put(attribute.code(), attribute)));
        var attributes = List.copyOf(told.values());
        schema.flatMap(known -> known.missingIn(attributes).stream().findFirst())
                .ifPresent(missing -> {
                    throw new RefusedException(new ValueRefusal(
                            ErrorCode.REQUIRED, List.of("attributes", missing), List.of(), "REQUIRED"));
                });
        return attributes;
    }

    private static Object typed(Optional<AttributeSchema> schema, String code, Object value) {
        return schema.flatMap(known -> known.find(code))
                .map(field -> field.read(value)
                        .orElseThrow(() -> Values.refused(
                                ErrorCode.ATTRIBUTE_INVALID,
                                "value",
                                "ATTRIBUTE_INVALID",
                                code,
                                Values.shown(value),
                                field.rule())))
                .orElse(value);
    }

    /**
     * The same, where the kind has all of them.
     *
     * @throws RefusedException ATTRIBUTE_UNKNOWN
     */
    public static List<ActivityAttribute> known(ActivityKind kind, List<ActivityAttribute> said) {
        for (var attribute : said) {
            if (kind.attributes().find(attribute.code()).isEmpty()) {
                throw Values.refused(
                        ErrorCode.ATTRIBUTE_UNKNOWN,
                        "attributes",
                        "ATTRIBUTE_UNKNOWN",
                        kind.code(),
                        Values.shown(attribute.code()));
            }
        }
        return said;
    }
}
