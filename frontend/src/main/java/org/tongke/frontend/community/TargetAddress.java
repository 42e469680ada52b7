package org.tongke.frontend.community;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Unread;

/**
 * What the address of a page of targets says besides the region, so that it can be kept, shared and gone back to.
 *
 * @param programme short name of the programme; null for the current one
 * @param show which units
 * @param name what their names hold; empty for any
 */
record TargetAddress(@Nullable String programme, Show show, String name) {
    /** Nothing said. */
    static final TargetAddress PLAIN = new TargetAddress(null, Show.ALL, "");

    private static final String PROGRAMME = "programme";
    private static final String SHOW = "show";
    private static final String NAME = "q";

    /** Which units. */
    enum Show {
        /** All of them. */
        ALL,
        /** Those with a task. */
        TASK,
        /** Those of which print and formula differ. */
        DIFFERS,
        /** Those whose city asks more than is printed. */
        RAISED;

        /** As it stands in addresses. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was read.
     *
     * @param address what the address says
     * @param unknown what in it says nothing, as it stands there
     */
    record Read(TargetAddress address, List<String> unknown) {}

    static Read read(QueryParameters query) {
        var unknown = new ArrayList<>(Unread.besides(query, List.of(PROGRAMME, SHOW, NAME)));
        var show = query.getSingleParameter(SHOW)
                .map(code -> Arrays.stream(Show.values())
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseGet(() -> {
                            unknown.add(SHOW + "=" + code);
                            return Show.ALL;
                        }))
                .orElse(Show.ALL);
        var address = new TargetAddress(
                query.getSingleParameter(PROGRAMME).orElse(null),
                show,
                query.getSingleParameter(NAME).orElse(""));
        return new Read(address, unknown);
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
        if (show != Show.ALL) {
            said.put(SHOW, show.code());
        }
        if (!name.isEmpty()) {
            said.put(NAME, name);
        }
        return said;
    }

    TargetAddress programme(String one) {
        return new TargetAddress(one, show, name);
    }

    TargetAddress show(Show one) {
        return new TargetAddress(programme, one, name);
    }

    TargetAddress name(String words) {
        return new TargetAddress(programme, show, words.strip());
    }
}
