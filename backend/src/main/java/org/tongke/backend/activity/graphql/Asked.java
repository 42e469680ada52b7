package org.tongke.backend.activity.graphql;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.id.GlobalId;

/** Reads the lists of a filter. */
final class Asked {
    private static final int MOST_VALUES = 50;

    private Asked() {}

    /** An id that names nothing of this type finds nothing, like one that nobody gave. */
    static Set<String> ids(String type, @Nullable List<String> ids) {
        return set(ids, id -> GlobalId.rawOrNobodys(type, id));
    }

    static <T> Set<T> set(@Nullable List<T> values) {
        return set(values, Function.identity());
    }

    private static <T, R> Set<R> set(@Nullable List<T> values, Function<T, R> read) {
        if (values == null) {
            return Set.of();
        }
        if (values.size() > MOST_VALUES) {
            throw new RequestException(ErrorCode.BAD_REQUEST);
        }
        return values.stream().map(read).collect(Collectors.toSet());
    }
}
