package org.tongke.frontend.community;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.CommunityMode;

/**
 * What the address of the offices' list of communities says, so that it can be kept, shared and gone back to.
 *
 * @param region division code; null for the office's own region
 * @param mode only those of a mode; null for all
 * @param newIn short name of a programme: only its new ones; null for all
 * @param name what names hold; empty for any
 */
record CommunityAddress(
        @Nullable String region,
        @Nullable CommunityMode mode,
        @Nullable String newIn,
        String name) {
    private static final String REGION = "region";
    private static final String MODE = "mode";
    private static final String NEW_IN = "newIn";
    private static final String NAME = "q";

    /**
     * What was read.
     *
     * @param address what the address says
     * @param unknown what in it says nothing, as it stands there
     */
    record Read(CommunityAddress address, List<String> unknown) {}

    static Read read(QueryParameters query) {
        var unknown = new ArrayList<>(Unread.besides(query, List.of(REGION, MODE, NEW_IN, NAME)));
        var mode = query.getSingleParameter(MODE).flatMap(code -> {
            var found = Arrays.stream(CommunityMode.values())
                    .filter(one -> code(one).equals(code))
                    .findFirst();
            if (found.isEmpty()) {
                unknown.add(MODE + "=" + code);
            }
            return found;
        });
        var address = new CommunityAddress(
                query.getSingleParameter(REGION).orElse(null),
                mode.orElse(null),
                query.getSingleParameter(NEW_IN).orElse(null),
                query.getSingleParameter(NAME).orElse(""));
        return new Read(address, unknown);
    }

    /** As the address has it; what is as usual is not said. */
    QueryParameters write() {
        var said = new LinkedHashMap<String, String>();
        if (region != null) {
            said.put(REGION, region);
        }
        if (mode != null) {
            said.put(MODE, code(mode));
        }
        if (newIn != null) {
            said.put(NEW_IN, newIn);
        }
        if (!name.isEmpty()) {
            said.put(NAME, name);
        }
        return QueryParameters.simple(said);
    }

    CommunityAddress region(@Nullable String code) {
        return new CommunityAddress(code, mode, newIn, name);
    }

    CommunityAddress mode(@Nullable CommunityMode one) {
        return new CommunityAddress(region, one, newIn, name);
    }

    CommunityAddress newIn(@Nullable String programme) {
        return new CommunityAddress(region, mode, programme, name);
    }

    CommunityAddress name(String words) {
        return new CommunityAddress(region, mode, newIn, words.strip());
    }

    private static String code(CommunityMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
