package org.tongke.backend.community;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.community.programme.Mode;

/**
 * Education community: a core school and its member schools, in one county.
 *
 * @param id raw id
 * @param name name, as in 乐清市实验小学教共体
 * @param mode how its schools belong together
 * @param countyCode code of the county-level region of all its schools
 * @param coreId raw id of the core school
 * @param memberIds raw ids of the member schools, at least one
 * @param programmes raw ids of the programmes in which it is a new community
 * @param sortKey its name in pinyin: the order of lists
 * @param places keys of its schools and of their regions
 */
public record Community(
        String id,
        String name,
        Mode mode,
        String countyCode,
        String coreId,
        List<String> memberIds,
        Set<String> programmes,
        String sortKey,
        Collection<String> places)
        implements Node, Placed {
    private static final String CHANNEL = "community:";

    public Community {
        memberIds = List.copyOf(memberIds);
        programmes = Set.copyOf(programmes);
        places = List.copyOf(places);
    }

    /** The channel of a community's activities, as it stands in {@code channels} and {@code touches}. */
    public static String channelOf(String id) {
        return CHANNEL + id;
    }

    /** Raw ids of the communities among channels. */
    public static Set<String> idsAmong(Collection<String> channels) {
        return channels.stream()
                .filter(channel -> channel.startsWith(CHANNEL))
                .map(channel -> channel.substring(CHANNEL.length()))
                .collect(Collectors.toSet());
    }

    /** The channel of its activities. */
    public String channel() {
        return channelOf(id);
    }

    /** Raw ids of its schools, the core school first. */
    public List<String> schoolIds() {
        return Stream.concat(Stream.of(coreId), memberIds.stream()).toList();
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Community", id);
    }
}
