package org.tongke.backend.push;

import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolStage;

/** A push as it is stored, without what makes it a fact. */
final class PushDocument {
    static final String ID = "_id";
    static final String STATE = "state";
    static final String CREATED_AT = "createdAt";
    static final String NEXT_DUE_AT = "nextDueAt";
    static final String REMINDERS = "reminders";

    private static final String CENTRE = "centre";
    private static final String RESOURCE = "resource";
    private static final String TITLE = "title";
    private static final String NOTE = "note";
    private static final String SEND_AT = "sendAt";
    private static final String REGIONS = "regions";
    private static final String AREAS = "areas";
    private static final String STAGES = "stages";
    private static final String SUBJECTS = "subjects";
    private static final String GRADES = "grades";
    private static final String MODES = "modes";
    private static final String DELIVERED_AT = "deliveredAt";
    private static final String RECALL = "recall";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String REASON = "reason";
    private static final String SCHOOLS = "schools";
    private static final String CREATED_BY = "createdBy";

    /** What the history tells. */
    private static final List<String> TOLD =
            List.of(TITLE, NOTE, SEND_AT, REGIONS, AREAS, STAGES, SUBJECTS, GRADES, MODES, STATE, REASON, REMINDERS);

    private PushDocument() {}

    static Document write(Push push) {
        var said = push.said();
        var recall = push.recall();
        var isWaiting = push.state() == PushState.PLANNED || push.state() == PushState.DELIVERING;
        return rule(said.rule())
                .append(CENTRE, push.centreCode())
                .append(RESOURCE, said.resourceId())
                .append(TITLE, said.title())
                .append(NOTE, said.note())
                .append(SEND_AT, Date.from(said.sendAt()))
                .append(STATE, push.state().name())
                .append(NEXT_DUE_AT, isWaiting ? Date.from(said.sendAt()) : null)
                .append(DELIVERED_AT, Values.date(push.deliveredAt()))
                .append(
                        RECALL,
                        recall == null
                                ? null
                                : new Document(BY, recall.by())
                                        .append(AT, Date.from(recall.at()))
                                        .append(REASON, recall.reason()))
                .append(REMINDERS, Values.documents(push.reminders(), PushDocument::reminder))
                .append(CREATED_BY, push.createdBy())
                .append(CREATED_AT, Date.from(push.createdAt()))
                .append(Scope.PLACES, List.copyOf(push.places()));
    }

    private static Document rule(PushRule rule) {
        return new Document(REGIONS, rule.regionCodes())
                .append(AREAS, names(rule.areas()))
                .append(STAGES, names(rule.stages()))
                .append(SUBJECTS, rule.subjectCodes())
                .append(GRADES, rule.gradeCodes())
                .append(MODES, names(rule.modes()));
    }

    private static Document reminder(Push.Reminder reminder) {
        return new Document("id", reminder.id())
                .append(BY, reminder.by())
                .append(AT, Date.from(reminder.at()))
                .append(SCHOOLS, reminder.schools());
    }

    static Push read(Document stored) {
        var recall = stored.get(RECALL, Document.class);
        return new Push(
                stored.getString(ID),
                Fact.revisionOf(stored),
                stored.getString(CENTRE),
                new Push.Said(
                        stored.getString(RESOURCE),
                        stored.getString(TITLE),
                        readRule(stored),
                        stored.getString(NOTE),
                        Values.instant(stored, SEND_AT)),
                PushState.valueOf(stored.getString(STATE)),
                Values.findInstant(stored, DELIVERED_AT),
                recall == null
                        ? null
                        : new Push.Recall(recall.getString(BY), Values.instant(recall, AT), recall.getString(REASON)),
                Values.list(
                        stored,
                        REMINDERS,
                        kept -> new Push.Reminder(
                                kept.getString("id"),
                                kept.getString(BY),
                                Values.instant(kept, AT),
                                kept.getInteger(SCHOOLS))),
                stored.getString(CREATED_BY),
                Values.instant(stored, CREATED_AT),
                stored.getList(Scope.PLACES, String.class));
    }

    private static PushRule readRule(Document stored) {
        return new PushRule(
                stored.getList(REGIONS, String.class),
                named(stored, AREAS, SchoolArea.values()),
                named(stored, STAGES, SchoolStage.values()),
                stored.getList(SUBJECTS, String.class),
                stored.getList(GRADES, String.class),
                named(stored, MODES, Mode.values()));
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }

    private static <E extends Enum<E>> List<E> named(Document stored, String field, E[] values) {
        var names = stored.getList(field, String.class);
        return Arrays.stream(values)
                .filter(value -> names.contains(value.name()))
                .toList();
    }

    /** What one state says otherwise than another. */
    static List<FieldChange> between(Push before, Push after) {
        return FieldChange.between(words(before), words(after), TOLD);
    }

    private static Document words(Push push) {
        var said = push.said();
        var recall = push.recall();
        return rule(said.rule())
                .append(TITLE, said.title())
                .append(NOTE, said.note())
                .append(SEND_AT, said.sendAt().toString())
                .append(STATE, push.state().name())
                .append(REASON, recall == null ? null : recall.reason())
                .append(
                        REMINDERS,
                        push.reminders().isEmpty() ? null : push.reminders().size());
    }
}
