package org.tongke.backend.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Scope;

/**
 * A teacher working at another school of a community from a day to a day, both included.
 *
 * @param key whose it is, and which
 * @param revision how often it was written
 * @param teacherName name of the teacher when it was last written
 * @param communityId raw id of the community
 * @param from the school that the teacher belongs to
 * @param to the school that the teacher works at
 * @param terms from when to when, and how
 * @param withdrawn whether it was entered by mistake and taken back
 * @param places keys of the two schools and their regions
 */
public record ExchangePeriod(
        Key key,
        long revision,
        String teacherName,
        String communityId,
        NamedSchool from,
        NamedSchool to,
        Terms terms,
        boolean withdrawn,
        Collection<String> places)
        implements Node, Placed {

    public ExchangePeriod {
        places = List.copyOf(places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("ExchangePeriod", id());
    }

    /** Raw id. */
    public String id() {
        return key.raw();
    }

    /** Whether one of its two schools is in a scope. */
    public boolean isOfSchoolIn(Scope scope) {
        return scope.covers(List.of(
                PlaceKey.school(from.id()).value(), PlaceKey.school(to.id()).value()));
    }

    boolean overlaps(ExchangePeriod other) {
        return !withdrawn && !other.withdrawn && terms.overlaps(other.terms);
    }

    /** The same as it will stand once it is written. */
    ExchangePeriod next(NamedSchool newTo, Terms newTerms, Collection<String> newPlaces) {
        return new ExchangePeriod(
                key, revision + 1, teacherName, communityId, from, newTo, newTerms, withdrawn, newPlaces);
    }

    ExchangePeriod takenBack() {
        return new ExchangePeriod(key, revision + 1, teacherName, communityId, from, to, terms, true, places);
    }

    /** In a line, for the history. */
    String line() {
        return "%s → %s %s–%s, %d/5%s"
                .formatted(
                        from.name(),
                        to.name(),
                        terms.startsOn(),
                        terms.endsOn(),
                        terms.daysAWeek(),
                        terms.backbone() ? "" : ", –");
    }

    /**
     * Names a period.
     *
     * @param teacherId raw id of the teacher
     * @param local the client's id of the period
     */
    public record Key(String teacherId, String local) {
        private static final char SLASH = '/';

        String raw() {
            return teacherId + SLASH + local;
        }

        static @Nullable Key find(String raw) {
            var slash = raw.lastIndexOf(SLASH);
            return slash < 0 ? null : new Key(raw.substring(0, slash), raw.substring(slash + 1));
        }
    }

    /** A school by the name that it had. */
    public record NamedSchool(String id, String name) {}

    /**
     * From when to when, and how.
     *
     * @param startsOn first day
     * @param endsOn last day
     * @param daysAWeek days a week at the other school, 1 to 5
     * @param backbone whether the teacher is a backbone teacher 骨干教师
     */
    public record Terms(LocalDate startsOn, LocalDate endsOn, int daysAWeek, boolean backbone) {
        boolean overlaps(Terms other) {
            return !startsOn.isAfter(other.endsOn) && !endsOn.isBefore(other.startsOn);
        }

        Terms endingOn(LocalDate day) {
            return new Terms(startsOn, day, daysAWeek, backbone);
        }
    }
}
