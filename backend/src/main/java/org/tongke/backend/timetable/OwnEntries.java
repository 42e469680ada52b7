package org.tongke.backend.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.who.Viewer;

/** Own entries of timetables: what others may do. Each command can be sent again, and later. */
@Component
public class OwnEntries {
    /** Longest title and place. */
    public static final int LONGEST_TITLE = 100;

    /** Longest note. */
    public static final int LONGEST_NOTE = 1_000;

    /** Longest entry. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final String ENTRY = "entry";
    private static final String STARTS_AT = "startsAt";
    private static final String UNTIL = "until";

    private final Following following;
    private final Timetables timetables;
    private final ZoneId zone;

    OwnEntries(Following following, Timetables timetables, ZoneId zone) {
        this.following = following;
        this.timetables = timetables;
        this.zone = zone;
    }

    /**
     * Enters something. Sent again it changes nothing, even if it was edited since.
     *
     * @param id id that the client made for it
     * @return the entry at its first time
     * @throws RefusedException what is wrong with a value, TIMETABLE_FULL, ID_REUSED; NOT_FOUND if it was removed since
     */
    public OwnEntry enter(Viewer viewer, UUID id, OwnWords said) {
        var plan = read(id, said);
        var after = following.edit(
                viewer,
                before -> before.with(before.own().enter(plan)),
                new FieldChange(TimetableDocument.OWN, null, plan.title()));
        return firstOf(viewer, after, plan.id());
    }

    /**
     * Replaces all that an entry says. Saying the same again changes nothing.
     *
     * @param expectedRevision the entry's revision as it was read
     * @return the entry at its first time
     * @throws RefusedException what is wrong with a value, NOT_FOUND, REVISION_STALE
     */
    public OwnEntry edit(Viewer viewer, UUID id, long expectedRevision, OwnWords said) {
        var plan = read(id, said);
        var after = following.edit(
                viewer,
                before -> before.with(before.own().edit(plan, expectedRevision)),
                new FieldChange(TimetableDocument.OWN, plan.id(), plan.title()));
        return firstOf(viewer, after, plan.id());
    }

    /** Removes an entry for good. Repeating it changes nothing. */
    public void remove(Viewer viewer, UUID id) {
        var raw = id.toString();
        following.edit(
                viewer,
                before -> before.with(before.own().remove(raw)),
                new FieldChange(TimetableDocument.OWN, raw, null));
    }

    private OwnEntry firstOf(Viewer viewer, Timetable timetable, String id) {
        var plan = timetable.own().find(id).orElseThrow();
        var day = LocalDate.ofInstant(plan.startsAt(), zone);
        return timetables.week(viewer, timetable, Optional.of(day)).ownEntries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private OwnPlan read(UUID id, OwnWords said) {
        return Values.in(ENTRY, () -> {
            var startsAt = startsAt(said.startsAt());
            var endsAt = said.endsAt().truncatedTo(ChronoUnit.MILLIS);
            return new OwnPlan(
                    id.toString(),
                    1,
                    Values.text("title", said.title(), LONGEST_TITLE),
                    Values.findText("place", said.place(), LONGEST_TITLE).orElse(null),
                    note(said.note()),
                    said.colour(),
                    startsAt,
                    Values.endsAt("endsAt", startsAt, endsAt, LONGEST),
                    said.weekly(),
                    said.weekly() ? until(said.until(), startsAt) : null);
        });
    }

    private static Instant startsAt(Instant said) {
        if (said.isBefore(Values.EARLIEST) || !said.isBefore(Values.LATEST)) {
            throw Values.refused(ErrorCode.OUT_OF_RANGE, STARTS_AT, "INSTANT", Values.EARLIEST, Values.LATEST);
        }
        return said.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Each line by itself: what is harmful in a line is harmful in a note, but for the ends of lines. */
    private static @Nullable String note(@Nullable String said) {
        if (said == null) {
            return null;
        }
        var lines = said.strip()
                .lines()
                .map(line -> Values.findText("note", line, LONGEST_NOTE).orElse(""))
                .collect(Collectors.joining("\n"));
        if (lines.codePointCount(0, lines.length()) > LONGEST_NOTE) {
            throw Values.refused(ErrorCode.TOO_LONG, "note", "TOO_LONG", LONGEST_NOTE);
        }
        return lines.isBlank() ? null : lines;
    }

    private @Nullable LocalDate until(@Nullable LocalDate said, Instant startsAt) {
        if (said == null) {
            return null;
        }
        var first = LocalDate.ofInstant(startsAt, zone);
        if (said.isBefore(first)) {
            throw Values.refused(ErrorCode.TIMES_BACKWARDS, UNTIL, "TIMES");
        }
        var last = LocalDate.ofInstant(Values.LATEST, zone);
        if (said.isAfter(last)) {
            throw Values.refused(ErrorCode.OUT_OF_RANGE, UNTIL, "INSTANT", first, last);
        }
        return said;
    }
}
