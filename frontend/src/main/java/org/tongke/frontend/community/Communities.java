package org.tongke.frontend.community;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.CommunitiesGraphQLQuery;
import org.tongke.frontend.contract.client.CommunitiesProjectionRoot;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityConnection;
import org.tongke.frontend.contract.types.CommunityEdge;
import org.tongke.frontend.contract.types.School;

/** Communities with their county and schools, in the order of their names. */
@Component
public class Communities {
    /** How many communities are looked through for a name before it is said that there are more. */
    public static final int LOOKED_THROUGH = 500;

    private static final int PAGE = 100;

    /**
     * Communities that were found.
     *
     * @param communities the first of them
     * @param more whether there are more than were asked for
     * @param cutShort whether the search ended before all communities of the region were looked through
     */
    public record Found(List<Community> communities, boolean more, boolean cutShort) {}

    private final Backend backend;

    public Communities(Backend backend) {
        this.backend = backend;
    }

    /**
     * Communities of a region whose name, or the name of one of their schools, contains some words.
     *
     * @param regionId region; null for all
     * @param words part of a name; blank for any. Width of characters, case and spaces do not matter
     * @param count how many at most
     */
    public Found find(@Nullable String regionId, String words, int count) {
        var wanted = plain(words);
        var found = new ArrayList<Community>();
        String after = null;
        for (var looked = 0; looked < LOOKED_THROUGH; looked += PAGE) {
            var page = page(regionId, wanted.isEmpty() ? Math.min(PAGE, count + 1) : PAGE, after);
            page.getEdges().stream()
                    .map(CommunityEdge::getNode)
                    .filter(community -> isNamed(community, wanted))
                    .forEach(found::add);
            if (found.size() > count || !page.getPageInfo().getHasNextPage()) {
                return new Found(
                        List.copyOf(found.subList(0, Math.min(count, found.size()))), found.size() > count, false);
            }
            after = page.getPageInfo().getEndCursor();
        }
        return new Found(List.copyOf(found), false, true);
    }

    /** Communities that one of the caller's own schools belongs to. */
    public List<Community> listMine() {
        var wanted = new CommunitiesProjectionRoot<>();
        wanted.edges().node().id().name();
        wanted.pageInfo().hasNextPage();
        var query = CommunitiesGraphQLQuery.newRequest().mine(true).first(PAGE).build();
        return backend.get(query, wanted, CommunityConnection.class).getEdges().stream()
                .map(CommunityEdge::getNode)
                .toList();
    }

    private CommunityConnection page(@Nullable String regionId, int first, @Nullable String after) {
        var wanted = new CommunitiesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var community = wanted.edges().node().id().name();
        community.mode();
        community.county().name();
        community.core().name();
        community.members().name();
        var query = CommunitiesGraphQLQuery.newRequest().mine(false).first(first);
        if (regionId != null) {
            query.regionId(regionId);
        }
        if (after != null) {
            query.after(after);
        }
        return backend.get(query.build(), wanted, CommunityConnection.class);
    }

    static boolean isNamed(Community community, String plainWords) {
        return Stream.concat(
                        Stream.of(community.getName(), community.getCore().getName()),
                        community.getMembers().stream().map(School::getName))
                .anyMatch(name -> plain(name).contains(plainWords));
    }

    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
