package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * A field of an activity whose changes its history tells. Values are kept as text that knows no language: several are one a line
 * ({@link #LINE}), parts of one are apart by {@link #PART}; the edge writes them for a person.
 */
public enum ActivityField {
    /** Begin and end, two ISO instants. */
    TIME("time", ActivityField::time),
    /** Whether it is to take place: name of the {@link ActivityState}. */
    STATE("state", activity -> activity.state().name()),
    /** Why a school called it off. */
    CANCEL_REASON("cancelReason", activity -> activity.details().cancelReason()),
    /** Title. */
    TITLE("title", Activity::title),
    /** Code of the kind. */
    KIND("kind", Activity::kindCode),
    /** Code of the subject. */
    SUBJECT("subject", Activity::subjectCode),
    /** Grade and class. */
    CLASS_NAME("className", Activity::className),
    /** Code of the grade. */
    GRADE("grade", Activity::gradeCode),
    /** Names of the schools, one a line. */
    SCHOOLS("schools", activity -> lines(activity.schools(), ActivitySchool::name)),
    /** School and room, one a line; schools without a room are left out. */
    ROOM("room", ActivityField::rooms),
    /** School and class, one a line; the class of the first school is {@link #CLASS_NAME}. */
    SCHOOL_CLASSES("schoolClasses", ActivityField::classes),
    /** {@link TeachingRole} and name, and the school if it is told; one a line. */
    TEACHERS("teachers", activity -> lines(activity.teachers(), ActivityField::teacher)),
    /** Name of the community. */
    COMMUNITY("community", Activity::communityName),
    /** Address to join at. */
    JOIN_URL("joinUrl", Activity::joinUrl),
    /** Name of the course series. */
    SERIES(
            "series",
            activity -> activity.series() == null ? null : activity.series().name()),
    /** Title and address, one a line. */
    MATERIALS("materials", ActivityField::materials),
    /** Where the recording can be seen. */
    RECORDING_URL("recordingUrl", Activity::recordingUrl),
    /** Code of the kind, code of the attribute and value, one a line. */
    ATTRIBUTES("attributes", ActivityField::attributes),
    /** How many attended. */
    ATTENDANCE("attendance", ActivityField::attended),
    /** Names of the suppliers that report the lesson, one a line, where there are several. */
    SOURCES("sources", ActivityField::sources),
    /** Whether somebody said that it is a lesson of its own: {@code true}. */
    APART("apart", activity -> activity.reporting().isApart() ? "true" : null);

    /** Of changes of these only those are told who teach, help or attend. */
    static final Set<ActivityField> INSIDE = Set.of(CANCEL_REASON, JOIN_URL, MATERIALS, RECORDING_URL);

    /** Of changes of these those are told who teach, help or attend: of all but what schools say afterwards, and of who reports it. */
    static final Set<ActivityField> TOLD_CONCERNED =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(ATTENDANCE, SOURCES, APART)));

    /** Of changes of these everybody is told in whose timetable the activity stands. */
    static final Set<ActivityField> TOLD = Set.copyOf(EnumSet.complementOf(
            EnumSet.of(ATTENDANCE, SOURCES, APART, CANCEL_REASON, JOIN_URL, MATERIALS, RECORDING_URL)));

    /** Stands between several values. */
    public static final String LINE = "\n";

    /** Stands between the parts of one value. */
    public static final String PART = "\t";

    private final String key;
    private final Function<Activity, @Nullable String> value;

    ActivityField(String key, Function<Activity, @Nullable String> value) {
        this.key = key;
        this.value = value;
    }

    /** Name of the field in {@link FieldChange#field()}. */
    public String key() {
        return key;
    }

    /** The field with a key. Throws if there is none. */
    public static ActivityField of(String key) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field of an activity: " + key));
    }

    /** Whether somebody is told of changes of the field with a key. */
    static boolean isTold(String key) {
        return TOLD_CONCERNED.contains(of(key));
    }

    /** What differs between two states of an activity, in the order of the fields. */
    static List<FieldChange> between(Activity before, Activity after) {
        return Arrays.stream(values())
                .map(field -> new FieldChange(field.key, field.value.apply(before), field.value.apply(after)))
                .filter(ActivityField::differs)
                .toList();
    }

    private static boolean differs(FieldChange change) {
        return change.before() == null
                ? change.after() != null
                : !change.before().equals(change.after());
    }

    private static String time(Activity activity) {
        return activity.startsAt() + PART + activity.endsAt();
    }

    /** Begin of a value of {@link #TIME}. */
    static Instant beginOf(String time) {
        return Instant.parse(time.substring(0, time.indexOf(PART)));
    }

    private static @Nullable String rooms(Activity activity) {
        var told = activity.schools().stream()
                .filter(school -> school.room() != null)
                .toList();
        return lines(told, school -> school.name() + PART + school.room());
    }

    private static @Nullable String classes(Activity activity) {
        var told = activity.schools().stream()
                .skip(1)
                .filter(school -> school.className() != null)
                .toList();
        return lines(told, school -> school.name() + PART + school.className());
    }

    private static @Nullable String materials(Activity activity) {
        return lines(activity.materials(), material -> material.title() + PART + material.url());
    }

    private static @Nullable String attributes(Activity activity) {
        return lines(
                activity.details().attributes(),
                attribute -> String.join(
                        PART,
                        activity.kindCode(),
                        attribute.code(),
                        attribute.value().toString()));
    }

    private static String teacher(ActivityTeacher teacher) {
        var named = teacher.role() + PART + teacher.name();
        return teacher.schoolName() == null ? named : named + PART + teacher.schoolName();
    }

    private static @Nullable String attended(Activity activity) {
        return activity.attendance() == null
                ? null
                : Integer.toString(activity.attendance().attended());
    }

    private static @Nullable String sources(Activity activity) {
        var sources = activity.sources();
        return sources.size() < 2 ? null : lines(sources, ActivitySource::supplierName);
    }

    private static <T> @Nullable String lines(List<T> things, Function<T, String> line) {
        return things.isEmpty() ? null : things.stream().map(line).collect(Collectors.joining(LINE));
    }
}
