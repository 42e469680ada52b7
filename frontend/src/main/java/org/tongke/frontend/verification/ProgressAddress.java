package org.tongke.frontend.verification;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.component.Unread;

/**
 * What the address of a page of progress says besides the region, so that it can be kept, shared and gone back to.
 *
 * @param asOf the day at whose end it was so; null for now
 * @param view how regions are shown
 * @param level which regions
 * @param sort in which order
 * @param order in which order communities are listed
 * @param onlyLate whether those alone are shown that miss the next date
 * @param programme short name of the programme; null for the current one
 */
record ProgressAddress(
        @Nullable LocalDate asOf,
        View view,
        Level level,
        Sort sort,
        Order order,
        boolean onlyLate,
        @Nullable String programme) {

    /** How regions are shown. */
    enum View {
        TABLE,
        BARS,
        MAP
    }

    /** Which regions. */
    enum Level {
        /** Those right below. */
        BELOW,
        /** The units of annex 1. */
        UNIT
    }

    /** In which order regions come. */
    enum Sort {
        /** That of the notice. */
        NOTICE,
        /** Those first of which the smallest share is verified. */
        VERIFIED,
        /** Those first where most communities are late. */
        LATE
    }

    /** In which order communities come. */
    enum Order {
        /** Those at most risk first. */
        RISK,
        /** Those that lack most first. */
        LACK
    }

    private static final String AS_OF = "asOf";
    private static final String VIEW = "view";
    private static final String LEVEL = "by";
    private static final String SORT = "sort";
    private static final String ORDER = "order";
    private static final String ONLY = "only";
    private static final String LATE = "late";
    private static final String PROGRAMME = "programme";

    private static final Set<String> KNOWN = Set.of(AS_OF, VIEW, LEVEL, SORT, ORDER, ONLY, PROGRAMME);

    /** Nothing said. */
    static final ProgressAddress PLAIN =
            new ProgressAddress(null, View.TABLE, Level.BELOW, Sort.NOTICE, Order.RISK, false, null);

    /**
     * What was read.
     *
     * @param address what the address says
     * @param unknown what in it says nothing, as it stands there
     */
    record Read(ProgressAddress address, List<String> unknown) {}

    static Read read(QueryParameters query) {
        var unknown = new ArrayList<String>();
        unknown.addAll(Unread.besides(query, KNOWN));
        var asOf = query.getSingleParameter(AS_OF).flatMap(text -> day(text, unknown));
        var only = query.getSingleParameter(ONLY);
        only.filter(text -> !text.equals(LATE)).ifPresent(text -> unknown.add(ONLY + "=" + text));
        var address = new ProgressAddress(
                asOf.orElse(null),
                one(query, VIEW, View.values(), unknown),
                one(query, LEVEL, Level.values(), unknown),
                one(query, SORT, Sort.values(), unknown),
                one(query, ORDER, Order.values(), unknown),
                only.filter(LATE::equals).isPresent(),
                query.getSingleParameter(PROGRAMME).orElse(null));
        return new Read(address, List.copyOf(unknown));
    }

    /** As the address has it; what is as usual is not said. */
    QueryParameters write() {
        return QueryParameters.simple(said());
    }

    private Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        if (programme != null) {
            said.put(PROGRAMME, programme);
        }
        if (asOf != null) {
            said.put(AS_OF, asOf.toString());
        }
        put(said, VIEW, view, View.TABLE);
        put(said, LEVEL, level, Level.BELOW);
        put(said, SORT, sort, Sort.NOTICE);
        put(said, ORDER, order, Order.RISK);
        if (onlyLate) {
            said.put(ONLY, LATE);
        }
        return said;
    }

    /** Behind the path of another region: the same page of that one. */
    String behind(String path) {
        var query = said().entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether it shows units of annex 1, also where cities lie between; on the map always, because cities have no tile. */
    boolean showsUnits() {
        return level == Level.UNIT || view == View.MAP;
    }

    /** Behind the path of a community: the same day; nothing for now. */
    String dayQuery() {
        return asOf == null ? "" : "?" + AS_OF + "=" + asOf;
    }

    ProgressAddress asOf(@Nullable LocalDate day) {
        return new ProgressAddress(day, view, level, sort, order, onlyLate, programme);
    }

    ProgressAddress view(View one) {
        return new ProgressAddress(asOf, one, level, sort, order, onlyLate, programme);
    }

    ProgressAddress level(Level one) {
        return new ProgressAddress(asOf, view, one, sort, order, onlyLate, programme);
    }

    ProgressAddress sort(Sort one) {
        return new ProgressAddress(asOf, view, level, one, order, onlyLate, programme);
    }

    ProgressAddress order(Order one) {
        return new ProgressAddress(asOf, view, level, sort, one, onlyLate, programme);
    }

    ProgressAddress onlyLate(boolean only) {
        return new ProgressAddress(asOf, view, level, sort, order, only, programme);
    }

    ProgressAddress programme(@Nullable String one) {
        return new ProgressAddress(asOf, view, level, sort, order, onlyLate, one);
    }

    private static void put(LinkedHashMap<String, String> said, String name, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            said.put(name, value.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The first value is the usual one. */
    private static <T extends Enum<T>> T one(QueryParameters query, String name, T[] values, List<String> unknown) {
        var said = query.getSingleParameter(name);
        if (said.isEmpty()) {
            return values[0];
        }
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(said.get()))
                .findFirst()
                .orElseGet(() -> {
                    unknown.add(name + "=" + said.get());
                    return values[0];
                });
    }

    private static Optional<LocalDate> day(String text, List<String> unknown) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isAfter(Today.on())) {
                return Optional.of(day);
            }
            unknown.add(AS_OF + "=" + text);
            return Optional.empty();
        } catch (DateTimeException noDay) {
            unknown.add(AS_OF + "=" + text);
            return Optional.empty();
        }
    }
}
