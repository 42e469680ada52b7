package org.tongke.backend.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.text.PersonNames;
import org.tongke.backend.base.who.Placed;

/**
 * A teacher of a school.
 *
 * @param id raw id
 * @param name name
 * @param schoolId raw id of the school
 * @param subjectCode code of the subject that he or she teaches; null if not told
 * @param number number in the national system, unlike that of any other teacher; null if not told. Nobody is shown it whole
 * @param places keys of the school and of its regions
 * @param leftOn first day on which he or she is no teacher of the school any more; null for one who is
 * @param revision how often it was written; 0 if it was not yet
 */
public record Teacher(
        String id,
        String name,
        String schoolId,
        @Nullable String subjectCode,
        @Nullable String number,
        Collection<String> places,
        @Nullable LocalDate leftOn,
        long revision)
        implements Node, Placed {
    /** How many of the last characters of a number are shown. */
    private static final int SHOWN = 4;

    public Teacher {
        places = List.copyOf(places);
    }

    /** A teacher who is there, and who was not written yet. */
    public Teacher(
            String id,
            String name,
            String schoolId,
            @Nullable String subjectCode,
            @Nullable String number,
            Collection<String> places) {
        this(id, name, schoolId, subjectCode, number, places, null, 0);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Teacher", id);
    }

    /** The end of the number, by which people tell whose it is; null where none is told. */
    public @Nullable String numberEnd() {
        return number == null ? null : number.substring(Math.max(0, number.length() - SHOWN));
    }

    String sortKey() {
        return PersonNames.sortKey(name);
    }

    /** Whether it says the same as another one, however often each was written. */
    public boolean saysAs(Teacher other) {
        return at(0).equals(other.at(0));
    }

    Teacher at(long newRevision) {
        return new Teacher(id, name, schoolId, subjectCode, number, places, leftOn, newRevision);
    }

    /** The same by another name, of another subject, with another number. */
    public Teacher said(String newName, @Nullable String newSubject, @Nullable String newNumber) {
        return new Teacher(id, newName, schoolId, newSubject, newNumber, places, leftOn, revision);
    }

    /** The same at a school; whoever had left is there again. */
    public Teacher of(School school) {
        return new Teacher(id, name, school.id(), subjectCode, number, school.places(), null, revision);
    }

    Teacher left(@Nullable LocalDate on) {
        return new Teacher(id, name, schoolId, subjectCode, number, places, on, revision);
    }
}
