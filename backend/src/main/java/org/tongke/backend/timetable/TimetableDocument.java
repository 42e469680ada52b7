package org.tongke.backend.timetable;

import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.timetable.Selection.Picked;
import org.tongke.backend.timetable.Timetable.Followed;

/** The form of a timetable in the collection. What its owner never chose is not there. */
final class TimetableDocument {
    static final String ID = "_id";
    static final String CHANNELS = "channels";
    static final String HIDDEN = "hidden";
    static final String HIDDEN_SERIES = "hiddenSeries";
    static final String ADDED = "added";
    static final String OWN = "own";
    static final String NAMED = "named";

    private static final String REMOVED = "removed";
    private static final String NAME = "name";
    private static final String WITH_OWN = "withOwn";
    private static final String ACTIVITY = "activity";
    private static final String TITLE = "title";
    private static final String PLACE = "place";
    private static final String NOTE = "note";
    private static final String COLOUR = "colour";
    private static final String STARTS_AT = "startsAt";
    private static final String ENDS_AT = "endsAt";
    private static final String WEEKLY = "weekly";
    private static final String UNTIL = "until";

    /** What {@link #read} reads: without its last changes, which would be most of what is sent. */
    static final Bson READ =
            Projections.include(Fact.REVISION, CHANNELS, HIDDEN, HIDDEN_SERIES, ADDED, OWN, REMOVED, NAMED);

    private TimetableDocument() {}

    static Document write(Timetable timetable) {
        var stored = new Document(
                        HIDDEN,
                        timetable.selection().hidden().stream()
                                .map(TimetableDocument::write)
                                .toList())
                .append(HIDDEN_SERIES, timetable.selection().hiddenSeries())
                .append(
                        ADDED,
                        timetable.selection().added().stream()
                                .map(TimetableDocument::write)
                                .toList())
                .append(
                        OWN,
                        timetable.own().plans().stream()
                                .map(TimetableDocument::write)
                                .toList())
                .append(REMOVED, timetable.own().removed())
                .append(
                        NAMED,
                        timetable.named().stream().map(TimetableDocument::write).toList());
        return timetable.following().chosen() ? stored.append(CHANNELS, timetable.channels()) : stored;
    }

    static Timetable read(Document stored) {
        var channels = Optional.ofNullable(stored.getList(CHANNELS, String.class));
        return new Timetable(
                stored.getString(ID),
                stored.get(Fact.REVISION, Number.class).longValue(),
                new Followed(channels.orElse(List.of()), channels.isPresent()),
                new Selection(
                        picked(stored, HIDDEN),
                        stored.getList(HIDDEN_SERIES, String.class, List.of()),
                        picked(stored, ADDED)),
                new OwnPlans(
                        stored.getList(OWN, Document.class, List.of()).stream()
                                .map(TimetableDocument::readPlan)
                                .toList(),
                        stored.getList(REMOVED, String.class, List.of())),
                stored.getList(NAMED, Document.class, List.of()).stream()
                        .map(TimetableDocument::readNamed)
                        .toList());
    }

    private static Document write(Picked picked) {
        return new Document(ACTIVITY, picked.id()).append(ENDS_AT, Date.from(picked.endsAt()));
    }

    private static List<Picked> picked(Document stored, String field) {
        return stored.getList(field, Document.class, List.of()).stream()
                .map(one -> new Picked(one.getString(ACTIVITY), Values.instant(one, ENDS_AT)))
                .toList();
    }

    private static Document write(NamedTimetable named) {
        return new Document(ID, named.id())
                .append(NAME, named.name())
                .append(CHANNELS, named.channels())
                .append(WITH_OWN, named.withOwn());
    }

    private static NamedTimetable readNamed(Document stored) {
        return new NamedTimetable(
                stored.getString(ID),
                stored.getString(NAME),
                stored.getList(CHANNELS, String.class),
                stored.getBoolean(WITH_OWN));
    }

    private static Document write(OwnPlan plan) {
        return new Document(ID, plan.id())
                .append(Fact.REVISION, plan.revision())
                .append(TITLE, plan.title())
                .append(PLACE, plan.place())
                .append(NOTE, plan.note())
                .append(COLOUR, plan.colour().name())
                .append(STARTS_AT, Date.from(plan.startsAt()))
                .append(ENDS_AT, Date.from(plan.endsAt()))
                .append(WEEKLY, plan.weekly())
                .append(UNTIL, plan.until() == null ? null : plan.until().toString());
    }

    private static OwnPlan readPlan(Document stored) {
        return new OwnPlan(
                stored.getString(ID),
                stored.get(Fact.REVISION, Number.class).longValue(),
                stored.getString(TITLE),
                stored.getString(PLACE),
                stored.getString(NOTE),
                OwnColour.valueOf(stored.getString(COLOUR)),
                Values.instant(stored, STARTS_AT),
                Values.instant(stored, ENDS_AT),
                stored.getBoolean(WEEKLY),
                day(stored.getString(UNTIL)));
    }

    private static @Nullable LocalDate day(@Nullable String stored) {
        return stored == null ? null : LocalDate.parse(stored);
    }
}
