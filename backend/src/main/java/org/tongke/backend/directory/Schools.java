package org.tongke.backend.directory;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;

/** The schools: what others may ask and do. */
@Component
public class Schools {
    /** Name of the list of schools for page requests. */
    public static final String LIST = SchoolStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private final SchoolStore store;
    private final Regions regions;
    private final Clock clock;

    Schools(SchoolStore store, Regions regions, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.clock = clock;
    }

    /** Enters a school, or what is new about its name, area and county. Repeating it changes nothing. */
    public School put(String id, String name, SchoolArea area, String countyCode) {
        var school = make(id, name, area, countyCode);
        putAll(List.of(school));
        return school;
    }

    /** A school as {@link #putAll} takes it; it is not entered yet. */
    public School make(String id, String name, SchoolArea area, String countyCode) {
        var places = new ArrayList<String>();
        places.add(PlaceKey.school(id).value());
        places.addAll(regions.get(countyCode).places());
        return new School(id, name, area, countyCode, Names.sortKey(name), places);
    }

    /**
     * Enters schools, or what is new about their name, area and county; what else is known of them stays, and a name that changes is kept as a
     * former one. Repeating it changes nothing. Two round trips, whatever their number, unless somebody else writes one of them meanwhile.
     */
    public void putAll(Collection<School> all) {
        var ids = all.stream().map(School::id).toList();
        var by = Origin.system("directory");
        while (true) {
            var there = findAll(ids, Scope.EVERYWHERE);
            var changes = new ArrayList<SchoolChange>();
            for (var school : all) {
                var before = there.get(school.id());
                var after = before == null
                        ? school
                        : before.renamed(school.name(), null)
                                .with(school.area(), before.facts())
                                .in(school.countyCode(), school.places());
                if (before == null || before.revision() == 0 || !before.saysAs(after)) {
                    changes.add(new SchoolChange(before, after));
                }
            }
            if (store.writeAll(changes, by, clock.instant())) {
                return;
            }
        }
    }

    /** Enters those schools that are not there; what was edited of the others stays. Two round trips, whatever their number. */
    public void putMissing(Collection<School> all) {
        var there = findAll(all.stream().map(School::id).toList(), Scope.EVERYWHERE);
        putAll(all.stream().filter(school -> !there.containsKey(school.id())).toList());
    }

    /**
     * Writes schools, each to what stood when it was read. One round trip.
     *
     * @return whether all were written; if not, somebody else was faster with some, or has a code, and they must be read again
     */
    public boolean write(Collection<SchoolChange> changes, Origin by) {
        return store.writeAll(changes, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The school with a raw id. */
    public Optional<School> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /** Schools by raw id; those that are not there are missing. One round trip. */
    public Map<String, School> findAll(Collection<String> ids, Scope scope) {
        return store.findAll(ids, scope).stream().collect(Collectors.toMap(School::id, Function.identity()));
    }

    /** Names of schools by raw id, wherever they lie; those that are not there are missing. One round trip, none for no ids. */
    public Map<String, String> namesOf(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids, Scope.EVERYWHERE).stream().collect(Collectors.toMap(School::id, School::name));
    }

    /**
     * Schools by name, however it is written ({@link Names#normalize}): the key is the normalized name, the value all schools
     * that bear it. One round trip.
     */
    public Map<String, List<School>> findByName(Collection<String> names, Scope scope) {
        var normalized = names.stream().map(Names::normalize).collect(Collectors.toSet());
        return store.findByName(normalized, scope).stream()
                .collect(Collectors.groupingBy(school -> Names.normalize(school.name())));
    }

    /**
     * Schools with one of some codes, and those that bear or bore one of some names, however it is written. One round trip, none where
     * nothing is asked.
     */
    public List<School> findCalled(Collection<String> codes, Collection<String> names, Scope scope) {
        var normalized = names.stream().map(Names::normalize).collect(Collectors.toSet());
        return codes.isEmpty() && names.isEmpty() ? List.of() : store.findCalled(List.of(), codes, normalized, scope);
    }

    /**
     * Schools whose name holds one of some words, as written, in pinyin or by initials; of very many some. One round trip.
     *
     * @param limit how many at most
     */
    public List<School> findHolding(Collection<String> words, int limit, Scope scope) {
        return words.isEmpty() ? List.of() : store.findHolding(words, limit, scope);
    }

    /** All schools of some regions. One round trip; a province has some thousands. */
    public List<School> findByRegions(Collection<String> regionCodes, Scope scope) {
        var places =
                regionCodes.stream().map(code -> PlaceKey.region(code).value()).toList();
        return places.isEmpty() ? List.of() : store.findByPlaces(places, scope);
    }

    /** Normalized names that a school has in a document of the feed, or had: whoever waits for one of them must look. */
    public static Set<String> namesAmong(Document fact) {
        return SchoolDocument.namesAmong(fact);
    }

    /** Schools in the order of their names. */
    public Connection<School> list(SchoolFilter filter, PageRequest page, Scope scope) {
        return Connection.of(store.list(filter, page, scope), page, SchoolStore::cursorOf);
    }

    /** How many schools there are. One round trip. */
    public long count(SchoolFilter filter, Scope scope) {
        return store.count(filter, scope);
    }
}
