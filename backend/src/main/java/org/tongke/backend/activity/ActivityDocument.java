package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
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
    /** Only where somebody is told of a change: when there was the last one, and the channels of all that are kept. */
    static final String NOTICED = "noticed";

    static final String AT = "at";
    static final String CONTENT_HASH = "contentHash";

    /** Number of the shape in which the derived values stand; the first had no number. */
    static final String FORM = "form";

    /** Raise it whenever something is derived anew from {@code reported}; stored activities follow at the next start. */
    static final int CURRENT_FORM = 3;

    private static final String ENDS_AT = "endsAt";
    static final String KIND = "kind";
    private static final String TITLE = "title";
    static final String SUBJECT = "subject";
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
    static final String SUPPLIER = "supplier";
    static final String COUNTY = "county";
    static final String TOKENS = "tokens";
    static final String GRADE = "grade";
    static final String SERIES = "series";
    static final String SERIES_ID = REPORTED + "." + SERIES + "." + ID;
    static final String ID_OF_ONE = "idOfOne";
    private static final String MATERIALS = "materials";
    private static final String URL = "url";
    private static final String RECORDING_URL = "recordingUrl";
    private static final String ATTRIBUTES = "attributes";
    private static final String CODE = "code";
    private static final String VALUE = "value";
    private static final String TEACHER = "teacher";

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
        write(activity.details()).forEach(reported::append);
        var set = new Document(REPORTED, reported)
                .append(MOVED_FROM, date(activity.movedFrom()))
                .append(
                        VACATED,
                        activity.vacated().stream().map(ActivityDocument::slot).toList())
                .append(Scope.PLACES, List.copyOf(activity.places()));
        derived(activity).forEach(set::append);
        return set;
    }

    /** Values that stand beside {@code reported} so that queries find the activity by them. */
    static Document derived(Activity activity) {
        return new Document(FORM, CURRENT_FORM)
                .append(CHANNELS, activity.channels().stream().sorted().toList())
                .append(STARTS_AT, Date.from(activity.startsAt()))
                .append(ENDS_AT, Date.from(activity.endsAt()))
                .append(KIND, activity.kindCode())
                .append(SUBJECT, activity.subjectCode())
                .append(GRADE, activity.gradeCode())
                .append(STATE, activity.state().name())
                .append(SUPPLIER, activity.key().supplier())
                .append(COUNTY, SearchedFor.countyOf(activity))
                .append(TOKENS, SearchedFor.tokensOf(activity))
                .append(COMMUNITY, activity.communityId());
    }

    /** What {@link #derived} says, and the grade and class of the first school, which are derived from the activity's class. */
    static Document reformed(Activity activity) {
        return derived(activity)
                .append(REPORTED + "." + GRADE, activity.gradeCode())
                .append(
                        REPORTED + "." + SCHOOLS,
                        activity.schools().stream()
                                .map(ActivityDocument::school)
                                .toList());
    }

    /** The series of a group of {@code ActivityStore.findSeries}. */
    static Optional<CourseSeries> findSeries(Document group) {
        var key = ActivityKey.of(group.getString(ID_OF_ONE));
        return Optional.ofNullable(
                readDetails(key.supplier(), group.get(REPORTED, Document.class)).series());
    }

    private static Document write(ActivityDetails details) {
        var series = details.series();
        return new Document(GRADE, details.gradeCode())
                .append(
                        SERIES,
                        series == null ? null : new Document(ID, series.externalId()).append(NAME, series.name()))
                .append(
                        MATERIALS,
                        details.materials().stream()
                                .map(material -> new Document(TITLE, material.title()).append(URL, material.url()))
                                .toList())
                .append(RECORDING_URL, details.recordingUrl())
                .append(
                        ATTRIBUTES,
                        details.attributes().stream()
                                .map(attribute -> new Document(CODE, attribute.code()).append(VALUE, attribute.value()))
                                .toList());
    }

    private static ActivityDetails readDetails(String supplier, Document reported) {
        var series = reported.get(SERIES, Document.class);
        return new ActivityDetails(
                reported.getString(GRADE),
                series == null
                        ? null
                        : new CourseSeries(
                                supplier,
                                series.getString(ID),
                                series.getString(NAME),
                                reported.getString(SUPPLIER_NAME)),
                list(reported, MATERIALS, stored -> new Material(stored.getString(TITLE), stored.getString(URL))),
                reported.getString(RECORDING_URL),
                list(
                        reported,
                        ATTRIBUTES,
                        stored -> new ActivityAttribute(
                                stored.getString(CODE), scalar(stored.get(VALUE, Object.class)))));
    }

    /** Whole numbers come back as they were stored, whatever their size. */
    private static Object scalar(Object stored) {
        return stored instanceof Integer whole ? (Object) whole.longValue() : stored;
    }

    /** Values that a school's word sets: nothing of {@code reported}. */
    static Document added(Attendance attendance) {
        return new Document(
                ADDED + "." + ATTENDANCE,
                new Document(ATTENDED, attendance.attended())
                        .append(Fact.RECORDED_AT, Date.from(attendance.recordedAt())));
    }

    /** Values that a change sets of which somebody is told. */
    static Document noticed(Collection<String> channels, Instant at) {
        return new Document(
                NOTICED,
                new Document(AT, Date.from(at))
                        .append(CHANNELS, channels.stream().sorted().toList()));
    }

    static StoredActivity read(Document stored) {
        var reported = stored.get(REPORTED, Document.class);
        var key = ActivityKey.of(stored.getString(ID));
        var activity = new Activity(
                key,
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
                readDetails(key.supplier(), reported),
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
                .append(ROOM, school.room())
                .append(CLASS_NAME, school.className());
    }

    private static ActivitySchool readSchool(Document stored) {
        return new ActivitySchool(
                stored.getString(SCHOOL), stored.getString(NAME), stored.getString(ROOM), stored.getString(CLASS_NAME));
    }

    private static Document teacher(ActivityTeacher teacher) {
        return new Document(NAME, teacher.name())
                .append(ROLE, teacher.role().name())
                .append(SCHOOL, teacher.schoolName())
                .append(TEACHER, teacher.teacherId());
    }

    private static ActivityTeacher readTeacher(Document stored) {
        return new ActivityTeacher(
                stored.getString(NAME),
                TeachingRole.valueOf(stored.getString(ROLE)),
                stored.getString(SCHOOL),
                stored.getString(TEACHER));
    }

    private static Document slot(VacatedSlot slot) {
        return new Document(CHANNEL, slot.channel())
                .append(STARTS_AT, Date.from(slot.startsAt()))
                .append(ENDS_AT, Date.from(slot.endsAt()));
    }

    private static VacatedSlot readSlot(Document stored) {
        return new VacatedSlot(stored.getString(CHANNEL), instant(stored, STARTS_AT), instant(stored, ENDS_AT));
    }

    static ActivityChange readChange(Document stored) {
        return new ActivityChange(
                number(stored, Fact.REVISION),
                instant(stored, Fact.RECORDED_AT),
                Origin.from(stored.get(Fact.BY, Document.class)).name(),
                list(stored, "fields", FieldChange::from),
                Set.copyOf(stored.getList(CHANNELS, String.class, List.of())));
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
