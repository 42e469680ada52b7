package org.tongke.backend.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Placed;

/**
 * A school or campus.
 *
 * @param id raw id
 * @param name full name, as on its seal
 * @param area what kind of place it stands in
 * @param countyCode code of its county-level region
 * @param sortKey its name in pinyin: the order of lists
 * @param places its own key and those of its regions
 * @param facts what else is known of it
 * @param formerNames names that it had, the oldest first
 * @param closedOn first day on which it is no school any more; null if it is one
 * @param revision how often it was written; 0 if it was not yet
 */
public record School(
        String id,
        String name,
        SchoolArea area,
        String countyCode,
        String sortKey,
        Collection<String> places,
        SchoolFacts facts,
        List<FormerName> formerNames,
        @Nullable LocalDate closedOn,
        long revision)
        implements Node, Placed {

    public School {
        places = List.copyOf(places);
        formerNames = List.copyOf(formerNames);
    }

    /** A school of which no more is known, and which was not written yet. */
    public School(
            String id, String name, SchoolArea area, String countyCode, String sortKey, Collection<String> places) {
        this(id, name, area, countyCode, sortKey, places, SchoolFacts.NONE, List.of(), null, 0);
    }

    /** Its key among places. */
    public PlaceKey key() {
        return PlaceKey.school(id);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("School", id);
    }

    /** Whether it bears a name, however that is written. */
    public boolean isNamed(String called) {
        return Names.normalize(name).equals(Names.normalize(called));
    }

    /** Whether it says the same as another one, however often each was written. */
    public boolean saysAs(School other) {
        return at(0).equals(other.at(0));
    }

    /** The same, written so often. */
    public School at(long newRevision) {
        return new School(id, name, area, countyCode, sortKey, places, facts, formerNames, closedOn, newRevision);
    }

    /** The same of another area, of which this is known. */
    public School with(SchoolArea newArea, SchoolFacts newFacts) {
        return new School(id, name, newArea, countyCode, sortKey, places, newFacts, formerNames, closedOn, revision);
    }

    School in(String newCounty, Collection<String> newPlaces) {
        return new School(id, name, area, newCounty, sortKey, newPlaces, facts, formerNames, closedOn, revision);
    }

    /** The same, closed on a day; null for never. */
    public School closed(@Nullable LocalDate on) {
        return new School(id, name, area, countyCode, sortKey, places, facts, formerNames, on, revision);
    }

    /** The same with these names before its own. */
    public School formerly(List<FormerName> names) {
        return new School(id, name, area, countyCode, sortKey, places, facts, names, closedOn, revision);
    }

    /** The same under a name that was misspelt before. */
    School corrected(String newName) {
        return new School(
                id, newName, area, countyCode, Names.sortKey(newName), places, facts, formerNames, closedOn, revision);
    }

    /** The same under a new name; the one before is kept. A name that it had once and takes again is no former one any more. */
    public School renamed(String newName, @Nullable LocalDate since) {
        if (newName.equals(name)) {
            return this;
        }
        var names = new ArrayList<>(formerNames);
        names.removeIf(former -> former.name().equals(newName) || former.name().equals(name));
        names.add(new FormerName(name, since));
        return corrected(newName).formerly(names);
    }

    /** What another state of it says otherwise, old → new. */
    public List<FieldChange> changesTo(School after) {
        return FieldChange.between(SchoolDocument.write(this), SchoolDocument.write(after), SchoolDocument.SHOWN);
    }
}
