package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;

/**
 * The form of an activity in the collection. {@code reported} is what the supplier says and is written as a whole; {@code added} is
 * what schools add; neither write touches the other. The rest is derived from {@code reported} for the queries.
 */
final class ActivityDocument {
    static final String ID = "_id";
    static final String CHANNELS = "channels";
    static final String STARTS_AT = "startsAt";
    static final String VACATED = "vacated";
    static final String CHANNEL = "channel";
    static final String REPORTED = "reported";
    static final String STATE = "state";
    static final String ADDED = "added";
    static final String ATTENDANCE = "attendance";
    static final String MOVED_FROM = "movedFrom";
    static final String CONTENT_HASH = "contentHash";

    private static final String ENDS_AT = "endsAt";
    private static final String KIND = "kind";
    private static final String TITLE = "title";
    private static final String SUBJECT = "subject";
    private static final String CLASS_NAME = "className";
    private static final String SCHOOLS = "schools";
    private static final String TEACHERS = "teachers";
    private static final String SCHOOL = "school";
    private static final String NAME = "name";
    private static final String ROOM = "room";
    private static final String ROLE = "role";
    private static final String COMMUNITY = "community";
    private static final String COMMUNITY_NAME = "communityName";
    private static final String SUPPLIER_NAME = "supplierName";
    private static final String JOIN_URL = "joinUrl";
    private static final String ATTENDED = "attended";

    private ActivityDocument() {}

    /** Values that a report sets: {@code reported} and what is derived from it, nothing of {@code added}. */
    static Document reported(Activity activity, ReportedVersion version) {
        var reported = new Document(Fact.REVISION, version.revision())
                .append(CONTENT_HASH, version.contentHash())
                .append(KIND, activity.kindCode())
                .append(TITLE, activity.title())
                .append(SUBJECT, activity.subjectCode())
                .append(CLASS_NAME, activity.className())
                .append(STARTS_AT, Date.from(activity.startsAt()))
                .append(ENDS_AT, Date.from(activity.endsAt()))
                .append(STATE, activity.state().name())
                .append(
                        SCHOOLS,
                        activity.schools().stream()
                                .map(ActivityDocument::school)
                                .toList())
                .append(
                        TEACHERS,
                        activity.teachers().stream()
                                .map(ActivityDocument::teacher)
                                .toList())
                .append(COMMUNITY, activity.communityId())
                .append(COMMUNITY_NAME, activity.communityName())
                .append(SUPPLIER_NAME, activity.supplierName())
                .append(JOIN_URL, activity.joinUrl());
        return new Document(REPORTED, reported)
                .append(CHANNELS, activity.channels().stream().sorted().toList())
                .append(STARTS_AT, Date.from(activity.startsAt()))
                .append(MOVED_FROM, date(activity.movedFrom()))
                .append(
                        VACATED,
                        activity.vacated().stream().map(ActivityDocument::slot).toList())
                .append(Scope.PLACES, List.copyOf(activity.places()));
    }

    /** Values that a school's word sets: nothing of {@code reported}. */
    static Document added(Attendance attendance) {
        return new Document(
                ADDED + "." + ATTENDANCE,
                new Document(ATTENDED, attendance.attended())
                        .append(Fact.RECORDED_AT, Date.from(attendance.recordedAt())));
    }

    static StoredActivity read(Document stored) {
        var reported = stored.get(REPORTED, Document.class);
        var activity = new Activity(
                ActivityKey.of(stored.getString(ID)),
                number(stored, Fact.REVISION),
                reported.getString(KIND),
                reported.getString(TITLE),
                reported.getString(SUBJECT),
                reported.getString(CLASS_NAME),
                instant(reported, STARTS_AT),
                instant(reported, ENDS_AT),
                ActivityState.valueOf(reported.getString(STATE)),
                findInstant(stored, MOVED_FROM),
                list(reported, SCHOOLS, ActivityDocument::readSchool),
                list(reported, TEACHERS, ActivityDocument::readTeacher),
                reported.getString(COMMUNITY),
                reported.getString(COMMUNITY_NAME),
                reported.getString(SUPPLIER_NAME),
                reported.getString(JOIN_URL),
                attendance(stored.get(ADDED, Document.class)),
                list(stored, Fact.CHANGES, ActivityDocument::readChange).reversed(),
                Set.copyOf(stored.getList(CHANNELS, String.class)),
                list(stored, VACATED, ActivityDocument::readSlot),
                stored.getList(Scope.PLACES, String.class));
        return new StoredActivity(activity, version(reported));
    }

    static ReportedVersion version(Document reported) {
        return new ReportedVersion(number(reported, Fact.REVISION), reported.getString(CONTENT_HASH));
    }

    private static Document school(ActivitySchool school) {
        return new Document(SCHOOL, school.schoolId())
                .append(NAME, school.name())
                .append(ROOM, school.room());
    }

    private static ActivitySchool readSchool(Document stored) {
        return new ActivitySchool(stored.getString(SCHOOL), stored.getString(NAME), stored.getString(ROOM));
    }

    private static Document teacher(ActivityTeacher teacher) {
        return new Document(NAME, teacher.name())
                .append(ROLE, teacher.role().name())
                .append(SCHOOL, teacher.schoolName());
    }

    private static ActivityTeacher readTeacher(Document stored) {
        return new ActivityTeacher(
                stored.getString(NAME), TeachingRole.valueOf(stored.getString(ROLE)), stored.getString(SCHOOL));
    }

    private static Document slot(VacatedSlot slot) {
        return new Document(CHANNEL, slot.channel())
                .append(STARTS_AT, Date.from(slot.startsAt()))
                .append(ENDS_AT, Date.from(slot.endsAt()));
    }

    private static VacatedSlot readSlot(Document stored) {
        return new VacatedSlot(stored.getString(CHANNEL), instant(stored, STARTS_AT), instant(stored, ENDS_AT));
    }

    private static ActivityChange readChange(Document stored) {
        return new ActivityChange(
                number(stored, Fact.REVISION),
                instant(stored, Fact.RECORDED_AT),
                Origin.from(stored.get(Fact.BY, Document.class)).name(),
                list(stored, "fields", FieldChange::from));
    }

    private static @Nullable Attendance attendance(@Nullable Document added) {
        var stored = added == null ? null : added.get(ATTENDANCE, Document.class);
        return stored == null
                ? null
                : new Attendance((int) number(stored, ATTENDED), instant(stored, Fact.RECORDED_AT));
    }

    private static long number(Document stored, String field) {
        return stored.get(field, Number.class).longValue();
    }

    private static Instant instant(Document stored, String field) {
        return stored.getDate(field).toInstant();
    }

    private static @Nullable Instant findInstant(Document stored, String field) {
        var date = stored.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static <T> List<T> list(Document stored, String field, Function<Document, T> read) {
        return stored.getList(field, Document.class, List.of()).stream()
                .map(read)
                .toList();
    }
}
