package org.tongke.frontend.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.AuditFilter;

/**
 * What the address of the page says, so that it can be kept, shared and gone back to; what is not understood limits nothing.
 *
 * @param byName name of whoever wrote, in full
 * @param kind kind of thing
 * @param thing key of the thing
 */
record AuditAddress(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String byName,
        @Nullable String kind,
        @Nullable String thing) {

    static AuditAddress of(QueryParameters query) {
        return new AuditAddress(
                query.getSingleParameter("from").flatMap(AuditAddress::day).orElse(null),
                query.getSingleParameter("to").flatMap(AuditAddress::day).orElse(null),
                query.getSingleParameter("byName").orElse(null),
                query.getSingleParameter("kind").orElse(null),
                query.getSingleParameter("thing").orElse(null));
    }

    /** What in an address says nothing, as it stands there; kinds are known to the trail alone. */
    static List<String> unread(QueryParameters query) {
        return Unread.in(
                query,
                Map.of(
                        "from",
                        text -> day(text).isPresent(),
                        "to",
                        text -> day(text).isPresent(),
                        "byName",
                        Unread.ANYTHING,
                        "kind",
                        Unread.ANYTHING,
                        "thing",
                        Unread.ANYTHING));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    AuditFilter filter() {
        return AuditFilter.newBuilder()
                .from(from)
                .to(to)
                .byName(byName)
                .kind(kind)
                .thing(thing)
                .build();
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "byName", byName);
        put(parameters, "kind", kind);
        put(parameters, "thing", thing);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value.toString());
        }
    }

    /** The same as a workbook. */
    String export(String languageTag) {
        var parameters = parameters();
        parameters.put("lang", languageTag);
        return "/exports/audit.xlsx?" + query(parameters);
    }

    /** The page of one thing. */
    static String ofThing(String kind, String thing) {
        return "/audit?" + query(new AuditAddress(null, null, null, kind, thing).parameters());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + Links.encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }
}
