package org.tongke.frontend.resource;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.ResourceFilter;
import org.tongke.frontend.contract.types.ResourceKind;
import org.tongke.frontend.contract.types.ResourceOrder;

/**
 * What the address of the list says, so that it can be kept, passed on and gone back to; what is not understood limits nothing.
 *
 * @param words as somebody typed them: characters, pinyin or initials
 * @param subject code of the subject
 * @param grade code of the grade
 * @param group id of a community or of a county's region
 * @param own only one's own
 */
record ResourceAddress(
        String words,
        @Nullable String subject,
        @Nullable String grade,
        @Nullable ResourceKind kind,
        @Nullable String group,
        boolean own,
        ResourceOrder order) {
    static final int LONGEST_WORDS = 100;

    static ResourceAddress of(QueryParameters query) {
        return new ResourceAddress(
                shortened(query.getSingleParameter("q").orElse("").strip()),
                value(query, "subject"),
                value(query, "grade"),
                query.getSingleParameter("kind")
                        .flatMap(name -> named(ResourceKind.values(), name))
                        .orElse(null),
                value(query, "group"),
                query.getSingleParameter("own").filter("yes"::equals).isPresent(),
                query.getSingleParameter("order")
                        .flatMap(name -> named(ResourceOrder.values(), name))
                        .orElse(ResourceOrder.NEWEST));
    }

    /** What in an address says nothing, as it stands there. */
    static List<String> unread(QueryParameters query) {
        return Unread.in(
                query,
                Map.of(
                        "q",
                        Unread.ANYTHING,
                        "subject",
                        Unread.ANYTHING,
                        "grade",
                        Unread.ANYTHING,
                        "kind",
                        name -> named(ResourceKind.values(), name).isPresent(),
                        "group",
                        Unread.ANYTHING,
                        "own",
                        "yes"::equals,
                        "order",
                        name -> named(ResourceOrder.values(), name).isPresent()));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static @Nullable String value(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(value -> !value.isBlank()).orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst();
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "q", words);
        put(parameters, "subject", subject);
        put(parameters, "grade", grade);
        put(parameters, "kind", kind);
        put(parameters, "group", group);
        put(parameters, "own", own ? "yes" : null);
        put(parameters, "order", order == ResourceOrder.NEWEST ? null : order);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value.toString());
        }
    }

    /** Whether anything limits the list; the order does not. */
    boolean limits() {
        return !words.isEmpty() || subject != null || grade != null || kind != null || group != null || own;
    }

    /** The same in another order, with nothing that limits it. */
    ResourceAddress cleared() {
        return new ResourceAddress("", null, null, null, null, false, order);
    }

    ResourceFilter filter() {
        return ResourceFilter.newBuilder()
                .text(words)
                .subjects(listOf(subject))
                .grades(listOf(grade))
                .kinds(listOf(kind))
                .groupIds(listOf(group))
                .own(own)
                .build();
    }

    private static <T> List<T> listOf(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }
}
