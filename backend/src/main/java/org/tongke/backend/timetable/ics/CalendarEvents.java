package org.tongke.backend.timetable.ics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityChange;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.OwnEntry;
import org.tongke.backend.timetable.SlotState;
import org.tongke.backend.timetable.Stretch;
import org.tongke.backend.timetable.WeekEntry;

/**
 * Entries of a timetable, and single activities, as events of a calendar: an event an activity, wherever it stands, and an event an own
 * entry, however often.
 */
@Component
class CalendarEvents {
    private static final String JOIN_URL = "Activity.joinUrl";

    private final Texts texts;
    private final Subjects subjects;
    private final WhoMay whoMay;

    CalendarEvents(Texts texts, Subjects subjects, WhoMay whoMay) {
        this.texts = texts;
        this.subjects = subjects;
        this.whoMay = whoMay;
    }

    /** The events: activities, then own entries, each in the order in which they stand. */
    List<CalendarEvent> of(Stretch stretch, Viewer owner, Locale locale) {
        return Stream.concat(activities(stretch, owner, locale).stream(), own(stretch.ownEntries()).stream())
                .toList();
    }

    /** A place that was left counts only where the activity stands nowhere else. */
    private List<CalendarEvent> activities(Stretch stretch, Viewer owner, Locale locale) {
        var shown = new LinkedHashMap<String, WeekEntry>();
        for (var entry : stretch.entries()) {
            shown.merge(entry.activity().id(), entry, (one, other) -> one.slot() == SlotState.MOVED_AWAY ? other : one);
        }
        return shown.values().stream()
                .map(entry -> event(entry, stretch.revision(), owner, locale))
                .toList();
    }

    /** A weekly one is told once, from its first time on: a calendar repeats it by itself. */
    private static List<CalendarEvent> own(List<OwnEntry> entries) {
        var shown = new LinkedHashMap<String, OwnEntry>();
        entries.forEach(entry -> shown.putIfAbsent(entry.id(), entry));
        return shown.values().stream().map(CalendarEvents::event).toList();
    }

    private static CalendarEvent event(OwnEntry entry) {
        return new CalendarEvent(
                "own-" + entry.id() + "@tongke",
                sequence(entry.revision()),
                // when it was edited is not kept; the sequence tells which is the newest
                entry.firstStartsAt(),
                entry.firstStartsAt(),
                entry.firstEndsAt(),
                entry.title(),
                entry.place(),
                entry.note(),
                null,
                false,
                entry.weekly(),
                entry.until());
    }

    /** The event of an activity, where it stands now. */
    CalendarEvent of(Activity activity, Viewer viewer, Locale locale) {
        return event(
                activity,
                activity.startsAt(),
                activity.endsAt(),
                activity.state() == ActivityState.CANCELLED,
                activity.revision(),
                viewer,
                locale);
    }

    /** @param edits how often the owner edited the timetable: an edit, too, can let an activity stand where it was moved away */
    private CalendarEvent event(WeekEntry entry, long edits, Viewer owner, Locale locale) {
        var activity = entry.activity();
        return event(
                activity,
                entry.startsAt(),
                entry.endsAt(),
                entry.slot() == SlotState.MOVED_AWAY || activity.state() == ActivityState.CANCELLED,
                activity.revision() + edits,
                owner,
                locale);
    }

    private CalendarEvent event(
            Activity activity,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled,
            long writes,
            Viewer viewer,
            Locale locale) {
        return new CalendarEvent(
                uid(activity),
                sequence(writes),
                changedAt(activity),
                startsAt,
                endsAt,
                summary(activity, locale),
                location(activity, viewer),
                description(activity, locale),
                mayJoin(activity, viewer) ? activity.joinUrl() : null,
                cancelled,
                false,
                null);
    }

    private static int sequence(long revision) {
        return (int) Math.min(revision, Integer.MAX_VALUE);
    }

    /** The raw id may hold any character: so its opaque form. */
    private static String uid(Activity activity) {
        return activity.globalId().encode() + "@tongke";
    }

    private static Instant changedAt(Activity activity) {
        return activity.history().stream()
                .map(ActivityChange::recordedAt)
                .findFirst()
                .orElse(activity.startsAt());
    }

    private String summary(Activity activity, Locale locale) {
        var subject = Optional.ofNullable(activity.subjectCode())
                .map(code -> subjects.get(code).name().in(locale));
        return Stream.concat(subject.stream(), Stream.of(activity.title()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The room in the owner's school; else the school where it is taught. */
    private static @Nullable String location(Activity activity, Viewer owner) {
        return activity.schools().stream()
                .filter(school -> owner.places().contains(PlaceKey.school(school.schoolId())))
                .findFirst()
                .map(school -> school.room() == null ? school.name() : school.room())
                .orElseGet(() -> activity.schools().getFirst().name());
    }

    private String description(Activity activity, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(activity.schools().stream()
                .map(ActivitySchool::name)
                .collect(Collectors.joining(texts.get("timetable.listed", locale))));
        Optional.ofNullable(activity.className()).ifPresent(lines::add);
        if (!activity.teachers().isEmpty()) {
            lines.add(activity.teachers().stream()
                    .map(ActivityTeacher::name)
                    .collect(Collectors.joining(texts.get("timetable.listed", locale))));
        }
        return String.join("\n", lines);
    }

    private boolean mayJoin(Activity activity, Viewer owner) {
        var permission = whoMay.permission(JOIN_URL, owner);
        return permission.allowed() && permission.scope().covers(activity.places());
    }
}
