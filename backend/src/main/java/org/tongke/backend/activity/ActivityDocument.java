package org.tongke.backend.activity;

import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Scope;

/**
 * The form of an activity in the collection. {@code reported} is what the supplier says and is written as a whole; {@code added} is
 * what schools add; neither write touches the other. The rest is derived from {@code reported} for the queries.
 *
 * <p>Of several activities that are one lesson the one that is shown stands on the channels of all and at the places that any of them
 * left. The others have no channel, no place that they left and no start beside {@code reported}, so that no query finds them but by
 * id. What each has by itself is kept in {@code twin}.
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
    static final int CURRENT_FORM = 5;

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
    /** The values of all facets in one ({@link Tally}): activities that are alike in all are counted together. */
    static final String FACETS = "facets";

    static final String GRADE = "grade";
    static final String SERIES = "series";
    static final String SERIES_ID = REPORTED + "." + SERIES + "." + ID;
    static final String ID_OF_ONE = "idOfOne";
    private static final String MATERIALS = "materials";
    private static final String URL = "url";
    private static final String RECORDING_URL = "recordingUrl";
    private static final String ATTRIBUTES = "attributes";
    private static final String CANCEL_REASON = "cancelReason";
    private static final String CODE = "code";
    private static final String VALUE = "value";
    private static final String TEACHER = "teacher";

    /** What reports of one lesson have in common; null if nothing tells. */
    static final String TWIN_KEY = "twinKey";

    /** The lesson that the activity is together with others; null if it is alone. */
    private static final String TWIN = "twin";

    static final String TWIN_IDS = TWIN + ".ids";
    static final String TWIN_CHANNELS = TWIN + "." + CHANNELS;
    /** Of the whole lesson: an activity that is not shown has no channel beside it. */
    static final String TWIN_SERIES = TWIN + "." + SERIES;

    private static final String IDS = "ids";
    private static final String SHOWN = "shown";
    private static final String SOURCES = "sources";
    private static final String REPORTED_AT = "reportedAt";
    private static final String ANNOUNCED_AT = "announcedAt";
    private static final String IS_APART = "isApart";

    /** What {@link #read} reads: without what only queries ask by, as tokens, which would be half of what is sent and decoded. */
    static final Bson READ = Projections.include(
            Fact.REVISION, Fact.CHANGES, Scope.PLACES, REPORTED, ADDED, TWIN, MOVED_FROM, CHANNELS, VACATED);

    private ActivityDocument() {}

    /** Values that a report sets: {@code reported} and what is derived from it, nothing of {@code added}. */
    static Document reported(Activity activity, ReportedVersion version, Instant now) {
        var reported = new Document(Fact.REVISION, version.revision())
                .append(REPORTED_AT, Date.from(now))
                .append(
                        ANNOUNCED_AT,
                        Date.from(
                                Objects.requireNonNullElse(activity.reporting().announcedAt(), now)))
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
                .append(MOVED_FROM, Values.date(activity.movedFrom()))
                .append(VACATED, vacated(activity))
                .append(Scope.PLACES, List.copyOf(activity.places()));
        derived(activity).forEach(set::append);
        return set;
    }

    /** Values that stand beside {@code reported} so that queries find the activity by them. */
    static Document derived(Activity activity) {
        var county = SearchedFor.countyOf(activity);
        return new Document(FORM, CURRENT_FORM)
                .append(CHANNELS, channels(activity))
                .append(STARTS_AT, shownStart(activity))
                .append(TWIN_KEY, TwinKey.of(activity).orElse(null))
                .append(TWIN, twin(activity))
                .append(ENDS_AT, Date.from(activity.endsAt()))
                .append(KIND, activity.kindCode())
                .append(SUBJECT, activity.subjectCode())
                .append(GRADE, activity.gradeCode())
                .append(STATE, activity.state().name())
                .append(SUPPLIER, activity.key().supplier())
                .append(COUNTY, county)
                .append(FACETS, Tally.Group.keyOf(activity, county))
                .append(TOKENS, SearchedFor.tokensOf(activity))
                .append(COMMUNITY, activity.communityId());
    }

    /** Values that change when an activity becomes one lesson with others, or ceases to. */
    static Document twinned(Activity activity) {
        return new Document(CHANNELS, channels(activity))
                .append(STARTS_AT, shownStart(activity))
                .append(VACATED, vacated(activity))
                .append(TWIN, twin(activity));
    }

    /** Values that a person's word sets who says whether an activity is a lesson of its own. */
    static Document apart(Activity activity) {
        return twinned(activity)
                .append(ADDED + "." + IS_APART, activity.reporting().isApart());
    }

    private static List<String> channels(Activity activity) {
        return activity.isShown() ? activity.channels().stream().sorted().toList() : List.of();
    }

    /** When an activity begins, and when it began before its last changes. */
    static Stream<Instant> starts(Document stored) {
        var reported = stored.get(REPORTED, Document.class);
        var now = Stream.of(stored.getDate(STARTS_AT), reported == null ? null : reported.getDate(STARTS_AT))
                .filter(Objects::nonNull)
                .map(Date::toInstant);
        var before = stored.getList(Fact.CHANGES, Document.class, List.of()).stream()
                .flatMap(change -> Values.list(change, "fields", FieldChange::from).stream())
                .filter(change -> change.field().equals(ActivityField.TIME.key()))
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(Objects::nonNull)
                .map(ActivityField::beginOf);
        return Stream.concat(now, before);
    }

    private static @Nullable Date shownStart(Activity activity) {
        return activity.isShown() ? Date.from(activity.startsAt()) : null;
    }

    private static List<Document> vacated(Activity activity) {
        return activity.isShown()
                ? activity.vacated().stream().map(ActivityDocument::slot).toList()
                : List.of();
    }

    private static @Nullable Document twin(Activity activity) {
        var twins = activity.reporting().twins();
        return twins == null
                ? null
                : new Document(IDS, twins.ids().stream().sorted().toList())
                        .append(SHOWN, twins.shownId())
                        .append(
                                SOURCES,
                                twins.sources().stream()
                                        .map(ActivityDocument::source)
                                        .toList())
                        .append(SERIES, twins.series().stream().sorted().toList())
                        .append(CHANNELS, twins.ownChannels().stream().sorted().toList())
                        .append(
                                VACATED,
                                twins.ownVacated().stream()
                                        .map(ActivityDocument::slot)
                                        .toList())
                        .append(ATTENDANCE, activity.attendance() == null ? null : attendance(activity.attendance()));
    }

    private static @Nullable TwinGroup readTwin(Document stored) {
        var twin = stored.get(TWIN, Document.class);
        return twin == null
                ? null
                : new TwinGroup(
                        twin.getString(SHOWN),
                        Values.list(twin, SOURCES, ActivityDocument::readSource),
                        Set.copyOf(twin.getList(SERIES, String.class, List.of())),
                        Set.copyOf(twin.getList(CHANNELS, String.class)),
                        Values.list(twin, VACATED, ActivityDocument::readSlot),
                        readAttendance(stored.get(ADDED, Document.class)));
    }

    private static Document source(ActivitySource source) {
        return new Document(ID, source.key().id())
                .append(SUPPLIER_NAME, source.supplierName())
                .append(REPORTED_AT, Values.date(source.reportedAt()))
                .append(ANNOUNCED_AT, Values.date(source.announcedAt()))
                .append(STATE, source.state().name());
    }

    private static ActivitySource readSource(Document stored) {
        return new ActivitySource(
                ActivityKey.of(stored.getString(ID)),
                stored.getString(SUPPLIER_NAME),
                Values.findInstant(stored, REPORTED_AT),
                Values.findInstant(stored, ANNOUNCED_AT),
                ActivityState.valueOf(stored.getString(STATE)));
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
                .append(CANCEL_REASON, details.cancelReason())
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
                Values.list(
                        reported, MATERIALS, stored -> new Material(stored.getString(TITLE), stored.getString(URL))),
                reported.getString(RECORDING_URL),
                Values.list(
                        reported,
                        ATTRIBUTES,
                        stored ->
                                new ActivityAttribute(stored.getString(CODE), scalar(stored.get(VALUE, Object.class)))),
                reported.getString(CANCEL_REASON));
    }

    /** Whole numbers come back as they were stored, whatever their size. */
    private static Object scalar(Object stored) {
        return stored instanceof Integer whole ? (Object) whole.longValue() : stored;
    }

    /** Values that a school's word sets: nothing of {@code reported}. */
    static Document added(Attendance attendance) {
        return new Document(ADDED + "." + ATTENDANCE, attendance(attendance));
    }

    private static Document attendance(Attendance attendance) {
        return new Document(ATTENDED, attendance.attended())
                .append(Fact.RECORDED_AT, Date.from(attendance.recordedAt()));
    }

    /** Values that a change sets of which somebody is told. */
    static Document noticed(Collection<String> channels, Instant at) {
        return new Document(
                NOTICED,
                new Document(AT, Date.from(at))
                        .append(CHANNELS, channels.stream().sorted().toList()));
    }

    /** @param stored a document with at least the fields of {@link #READ} */
    static StoredActivity read(Document stored) {
        var reported = stored.get(REPORTED, Document.class);
        var key = ActivityKey.of(stored.getString(ID));
        var added = stored.get(ADDED, Document.class);
        var twins = readTwin(stored);
        var hidden = twins == null || twins.shownId().equals(key.id()) ? null : twins;
        var activity = new Activity(
                key,
                number(stored, Fact.REVISION),
                reported.getString(KIND),
                reported.getString(TITLE),
                reported.getString(SUBJECT),
                reported.getString(CLASS_NAME),
                Values.instant(reported, STARTS_AT),
                Values.instant(reported, ENDS_AT),
                ActivityState.valueOf(reported.getString(STATE)),
                Values.findInstant(stored, MOVED_FROM),
                Values.list(reported, SCHOOLS, ActivityDocument::readSchool),
                Values.list(reported, TEACHERS, ActivityDocument::readTeacher),
                reported.getString(COMMUNITY),
                reported.getString(COMMUNITY_NAME),
                reported.getString(SUPPLIER_NAME),
                reported.getString(JOIN_URL),
                readDetails(key.supplier(), reported),
                newest(readAttendance(added), readAttendance(stored.get(TWIN, Document.class))),
                Values.list(stored, Fact.CHANGES, ActivityDocument::readChange).reversed(),
                hidden == null ? Set.copyOf(stored.getList(CHANNELS, String.class)) : hidden.ownChannels(),
                hidden == null ? Values.list(stored, VACATED, ActivityDocument::readSlot) : hidden.ownVacated(),
                stored.getList(Scope.PLACES, String.class),
                new Reporting(
                        Values.findInstant(reported, REPORTED_AT),
                        announcedAt(stored, reported),
                        added != null && added.getBoolean(IS_APART, false),
                        twins));
        return new StoredActivity(activity, version(reported));
    }

    /** Before it was written down, the oldest write that is kept tells by when it was known. */
    private static @Nullable Instant announcedAt(Document stored, Document reported) {
        var announced = Values.findInstant(reported, ANNOUNCED_AT);
        var changes = stored.getList(Fact.CHANGES, Document.class, List.of());
        return announced != null || changes.isEmpty()
                ? announced
                : Values.instant(changes.getFirst(), Fact.RECORDED_AT);
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
        return new VacatedSlot(
                stored.getString(CHANNEL), Values.instant(stored, STARTS_AT), Values.instant(stored, ENDS_AT));
    }

    static ActivityChange readChange(Document stored) {
        return new ActivityChange(
                number(stored, Fact.REVISION),
                Values.instant(stored, Fact.RECORDED_AT),
                Origin.from(stored.get(Fact.BY, Document.class)).name(),
                Values.list(stored, "fields", FieldChange::from),
                Set.copyOf(stored.getList(CHANNELS, String.class, List.of())));
    }

    private static @Nullable Attendance newest(@Nullable Attendance one, @Nullable Attendance other) {
        return other == null || one != null && one.recordedAt().isAfter(other.recordedAt()) ? one : other;
    }

    private static @Nullable Attendance readAttendance(@Nullable Document holder) {
        var stored = holder == null ? null : holder.get(ATTENDANCE, Document.class);
        return stored == null
                ? null
                : new Attendance((int) number(stored, ATTENDED), Values.instant(stored, Fact.RECORDED_AT));
    }

    private static long number(Document stored, String field) {
        return stored.get(field, Number.class).longValue();
    }
}
