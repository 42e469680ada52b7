package org.tongke.backend.activity;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.NameTokens;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.base.text.TextTokens;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.Schools;

/** The grand timetable 全省统一大课表: all activities of all suppliers (annex 3, 二.1.(1)). */
@Component
public class GrandTimetable {
    /** Name of the list for page requests. */
    public static final String LIST = "grandTimetable";
    /** How many values order the list. */
    public static final int LIST_KEYS = Activities.LIST_KEYS;

    /** How many schools and how many communities a word can stand for. */
    private static final int MOST_NAMED = 100;
    /** One character is part of too many names. */
    private static final int SHORTEST_NAME = 2;

    private final GrandTimetableStore store;
    private final CountedDays days;
    private final Regions regions;
    private final Schools schools;
    private final Communities communities;
    private final Sounds sounds;

    GrandTimetable(
            GrandTimetableStore store,
            CountedDays days,
            Regions regions,
            Schools schools,
            Communities communities,
            Sounds sounds) {
        this.store = store;
        this.days = days;
        this.regions = regions;
        this.schools = schools;
        this.communities = communities;
        this.sounds = sounds;
    }

    /** Activities in the order of their start. One round trip, and three more to find names and sounds where words are asked for. */
    public Connection<Activity> list(ActivityFilter filter, PageRequest page, Scope scope) {
        return Connection.of(
                store.list(filter, words(filter), page, scope),
                page,
                activity -> ActivityPlace.cursorOf(LIST, activity));
    }

    /**
     * How many there are. One round trip, and three more to find names and sounds where words are asked for. Of very many it can be
     * what there was {@value CountedDays#SECONDS} seconds ago.
     */
    public ActivityCounts count(ActivityFilter filter, Scope scope) {
        var counts = new Tally(filter, countiesOf(filter.regionCodes()));
        var groups = isWindow(filter, scope)
                ? days.find(filter.from(), filter.until())
                : store.group(filter, words(filter), scope);
        groups.forEach(counts::add);
        return counts.done();
    }

    /** Whether a filter asks for no more than a window beside facets, for somebody who may look everywhere. */
    static boolean isWindow(ActivityFilter filter, Scope scope) {
        return scope.equals(Scope.EVERYWHERE)
                && filter.text().isBlank()
                && filter.schoolIds().isEmpty()
                && filter.communityIds().isEmpty();
    }

    private Set<String> countiesOf(Collection<String> codes) {
        var counties = new HashSet<String>();
        for (var code : codes) {
            var below = regions.children(code);
            if (below.isEmpty()) {
                counties.add(code);
            } else {
                counties.addAll(countiesOf(below.stream().map(Region::code).toList()));
            }
        }
        return counties;
    }

    /** For each word that the filter asks for what meets it. */
    private List<Bson> words(ActivityFilter filter) {
        var channels = channels(filter);
        return sounds.holding(ActivityDocument.TOKENS, channels.keySet()).entrySet().stream()
                .map(word -> either(word.getValue(), channels.getOrDefault(word.getKey(), List.of())))
                .toList();
    }

    private static Bson either(Bson text, List<String> channels) {
        return channels.isEmpty() ? text : Filters.or(text, Filters.in(ActivityDocument.CHANNELS, channels));
    }

    /** Words with the channels of the schools and communities that are called so. */
    private Map<String, List<String>> channels(ActivityFilter filter) {
        var words = TextTokens.words(filter.text());
        var named = new HashMap<String, List<String>>();
        words.forEach(word -> named.put(word, new ArrayList<>()));
        var names =
                words.stream().filter(word -> word.length() >= SHORTEST_NAME).toList();
        for (var school : schools.findHolding(names, MOST_NAMED * names.size(), Scope.EVERYWHERE)) {
            add(named, names, school.name(), PlaceKey.school(school.id()).value());
        }
        for (var community : communities.findHolding(names, MOST_NAMED * names.size(), Scope.EVERYWHERE)) {
            add(named, names, community.name(), Community.channelOf(community.id()));
        }
        return named;
    }

    private static void add(Map<String, List<String>> named, List<String> words, String name, String channel) {
        NameTokens.among(name, words)
                .forEach(word -> named.getOrDefault(word, List.of()).add(channel));
    }
}
