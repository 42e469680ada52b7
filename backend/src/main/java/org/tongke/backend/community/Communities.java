package org.tongke.backend.community;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.School;

/** The communities: what others may ask and do. */
@Component
public class Communities {
    /** Name of the list of communities for page requests. */
    public static final String LIST = CommunityStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private final CommunityStore store;
    private final Clock clock;

    Communities(CommunityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Raw ids of the schools of a community as it stands in a document of the feed. */
    public static Set<String> schoolsAmong(Document fact) {
        return CommunityStore.schoolsAmong(fact);
    }

    /**
     * Enters a community, or what is new about it. Repeating it changes nothing.
     *
     * @param core core school
     * @param members other schools of the same county, at least one, each once
     * @param programmes raw ids of the programmes in which it is a new community
     * @throws RefusedException for each {@link CommunityRefusal}
     */
    public Community put(
            String id, String name, Mode mode, School core, List<School> members, Set<String> programmes, Origin by) {
        var refusals = CommunityRefusal.of(core, members);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        var places = new LinkedHashSet<String>();
        Stream.concat(Stream.of(core), members.stream()).forEach(school -> places.addAll(school.places()));
        var community = new Community(
                id,
                name,
                mode,
                core.countyCode(),
                core.id(),
                members.stream().map(School::id).toList(),
                programmes,
                Names.sortKey(name),
                places);
        store.put(community, by, clock.instant());
        return community;
    }

    /** The community with a raw id. */
    public Optional<Community> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /** Communities by raw id; those that are not there are missing. One round trip. */
    public Map<String, Community> findAll(Collection<String> ids, Scope scope) {
        return store.findAll(ids, scope).stream().collect(Collectors.toMap(Community::id, Function.identity()));
    }

    /** Communities that at least one of the schools belongs to. One round trip. */
    public List<Community> findBySchools(Collection<String> schoolIds, Scope scope) {
        return store.findBySchools(schoolIds, scope);
    }

    /** Communities of a county that are new ones of a programme and asked something by its standard, in the order of names. One round trip. */
    public List<Community> findNew(String countyCode, Programme programme) {
        return store.findNew(countyCode, programme.id()).stream()
                .filter(community ->
                        !programme.standard().criteria(community.mode()).isEmpty())
                .toList();
    }

    /**
     * Communities whose name holds one of some words, as written, in pinyin or by initials; of very many some. One round trip.
     *
     * @param limit how many at most
     */
    public List<Community> findHolding(Collection<String> words, int limit, Scope scope) {
        return words.isEmpty() ? List.of() : store.findHolding(words, limit, scope);
    }

    /**
     * Communities in the order of their names.
     *
     * @param regionCode only those of this region and the regions below
     * @param schools only those that one of these schools belongs to; none if the collection is empty
     * @param name only those whose name holds this, as written, in pinyin or by initials
     */
    public Connection<Community> list(
            Optional<String> regionCode,
            Optional<Collection<PlaceKey>> schools,
            Optional<String> name,
            PageRequest page,
            Scope scope) {
        return list(regionCode, schools, CommunityFilter.named(name), page, scope);
    }

    /** The same by more than the name. */
    public Connection<Community> list(
            Optional<String> regionCode,
            Optional<Collection<PlaceKey>> schools,
            CommunityFilter filter,
            PageRequest page,
            Scope scope) {
        return listAs(LIST, regionCode, schools, filter, page, scope);
    }

    /** The same as a list of another name: neither takes the other's cursors. */
    public Connection<Community> listAs(
            String list,
            Optional<String> regionCode,
            Optional<Collection<PlaceKey>> schools,
            CommunityFilter filter,
            PageRequest page,
            Scope scope) {
        var places = new ArrayList<Collection<String>>();
        regionCode.ifPresent(code -> places.add(List.of(PlaceKey.region(code).value())));
        schools.ifPresent(keys -> places.add(keys.stream().map(PlaceKey::value).toList()));
        return Connection.of(
                store.list(places, filter, page, scope), page, community -> CommunityStore.cursorOf(list, community));
    }
}
