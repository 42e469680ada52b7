package org.tongke.frontend.push;

import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of a few values, as the address of a page says it, so that it can be kept, passed on and gone back to; what is not understood is none. */
final class OneOf {
    private OneOf() {}

    /** The value that a parameter names; empty for none. */
    static <E extends Enum<E>> Optional<E> read(QueryParameters query, String parameter, E[] values) {
        return query.getSingleParameter(parameter)
                .flatMap(code ->
                        Stream.of(values).filter(one -> code(one).equals(code)).findFirst());
    }

    /** The parameter with a value; nothing for none. */
    static QueryParameters write(String parameter, Optional<? extends Enum<?>> value) {
        return value.map(one -> QueryParameters.simple(Map.of(parameter, code(one))))
                .orElseGet(QueryParameters::empty);
    }

    /** A value as it stands in an address, and at the end of the keys of its texts. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
