package org.tongke.backend.timetable;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Schools;

/**
 * The channels behind their keys, as in {@code community:…} and {@code school:…}, which stand in {@code channels} of activities.
 * Everybody signed in may see every channel.
 */
@Component
class Channels {
    private static final String COMMUNITY = "Community";
    private static final String SCHOOL = "School";

    private final Communities communities;
    private final Schools schools;

    Channels(Communities communities, Schools schools) {
        this.communities = communities;
        this.schools = schools;
    }

    /** The key of what a client names; empty if it names neither a community nor a school. */
    static Optional<String> findKey(String globalId) {
        return GlobalId.decode(globalId).flatMap(id -> switch (id.type()) {
            case COMMUNITY -> Optional.of(Community.channelOf(id.raw()));
            case SCHOOL -> Optional.of(PlaceKey.school(id.raw()).value());
            default -> Optional.empty();
        });
    }

    /** The channel with a key. One round trip. */
    Optional<Channel> find(String key) {
        return Optional.ofNullable(findAll(List.of(key)).get(key));
    }

    /** Channels by key; those that are not there are missing. At most one round trip for each of the two kinds. */
    Map<String, Channel> findAll(Collection<String> keys) {
        var found = new HashMap<String, Channel>();
        var communityIds = Community.idsAmong(keys);
        if (!communityIds.isEmpty()) {
            communities
                    .findAll(communityIds, Scope.EVERYWHERE)
                    .values()
                    .forEach(community ->
                            found.put(community.channel(), channel(community.globalId(), community.name())));
        }
        var schoolIds = schoolIdsAmong(keys);
        if (!schoolIds.isEmpty()) {
            schools.findAll(schoolIds, Scope.EVERYWHERE)
                    .values()
                    .forEach(school -> found.put(school.key().value(), channel(school.globalId(), school.name())));
        }
        return found;
    }

    /**
     * Channels by key, where most of them are named in activities already: a round trip is made only for what an activity left
     * for good.
     */
    Map<String, Channel> findAll(Collection<String> keys, Collection<Activity> namedIn) {
        var missing = new HashSet<>(keys);
        var found = new HashMap<String, Channel>();
        for (var activity : namedIn) {
            if (missing.remove(Community.channelOf(activity.communityId()))) {
                found.put(
                        Community.channelOf(activity.communityId()),
                        channel(new GlobalId(COMMUNITY, activity.communityId()), activity.communityName()));
            }
            for (var school : activity.schools()) {
                var key = PlaceKey.school(school.schoolId()).value();
                if (missing.remove(key)) {
                    found.put(key, channel(new GlobalId(SCHOOL, school.schoolId()), school.name()));
                }
            }
        }
        found.putAll(findAll(missing));
        return found;
    }

    private static Set<String> schoolIdsAmong(Collection<String> keys) {
        return keys.stream()
                .filter(key -> !key.startsWith(Community.channelOf("")))
                .map(key -> new PlaceKey(key).raw())
                .collect(Collectors.toSet());
    }

    private static Channel channel(GlobalId id, String name) {
        return new Channel(id.encode(), name);
    }
}
