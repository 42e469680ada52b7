package org.tongke.backend.community.roster;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;

/** The collection {@code rosters}. Shard key: {@code _id}; a programme has some hundred rosters, which are found by their ids. */
@Component
class RosterStore implements FactCollection {
    static final String COLLECTION = "rosters";

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String ROWS = "rows";
    private static final String HEAD = "head";
    private static final String SUBMITTED = "submitted";
    private static final String RETURNED = "returned";
    private static final String RECEIPTS = "receipts";
    private static final String REOPENINGS = "reopenings";

    private final MongoCollection<Document> rosters;

    RosterStore(MongoDatabase database) {
        rosters = database.getCollection(COLLECTION);
        rosters.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Optional<Roster> find(RosterId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<Roster> findAll(Collection<RosterId> ids) {
        return Found.all(
                rosters.find(Filters.in(ID, ids.stream().map(RosterId::raw).toList())), RosterStore::read);
    }

    /**
     * A roster and the one that follows it.
     *
     * @param before as it was read
     */
    record Step(Roster before, Roster after) {}

    /**
     * Writes what follows of several rosters. One round trip.
     *
     * @return whether all were written; if not, somebody else was faster with some
     */
    boolean write(List<Step> steps, Origin by, Instant now) {
        var writes = steps.stream()
                .map(step -> Fact.asWrite(
                        step.after().id().raw(),
                        write(step.after()),
                        step.after().revision(),
                        List.copyOf(step.after().places()),
                        by,
                        now,
                        changes(step.before(), step.after())))
                .toList();
        return writes.isEmpty() || Fact.putAll(rosters, writes);
    }

    /** What the history tells. */
    private static List<FieldChange> changes(Roster before, Roster after) {
        var changes = new ArrayList<FieldChange>();
        for (var row : after.rows()) {
            var old = before.row(row.core().id());
            if (old.isEmpty() || !old.get().isSame(row)) {
                changes.add(new FieldChange("row", old.map(RosterRow::told).orElse(null), row.told()));
            }
        }
        for (var row : before.rows()) {
            if (after.row(row.core().id()).isEmpty()) {
                changes.add(new FieldChange("row", row.told(), null));
            }
        }
        if (!before.head().equals(after.head())) {
            changes.add(new FieldChange("head", told(before.head()), told(after.head())));
        }
        if (before.state() != after.state()) {
            changes.add(
                    new FieldChange(STATE, before.state().name(), after.state().name()));
        }
        var wish = after.reopening();
        if (!before.reopening().equals(wish) && wish.isPresent()) {
            var stage = before.reopenings().size() == after.reopenings().size()
                    ? before.reopening().map(one -> one.stage().name()).orElse(null)
                    : null;
            changes.add(new FieldChange("reopening", stage, wish.get().stage().name()));
            addReason(changes, wish.get().last());
        }
        if (after.returned() != null && !after.returned().equals(before.returned())) {
            addReason(changes, after.returned());
        }
        return changes;
    }

    private static void addReason(List<FieldChange> changes, Signature by) {
        if (by.reason() != null) {
            changes.add(new FieldChange("reason", null, by.reason()));
        }
    }

    /** Without the telephone number: it is told to nobody who did not ask for the form. */
    private static String told(FormHead head) {
        return String.join(" ", head.unit() == null ? "" : head.unit(), head.person() == null ? "" : head.person())
                .strip();
    }

    private static Document write(Roster roster) {
        return new Document(STATE, roster.state().name())
                .append(ROWS, Values.documents(roster.rows(), RosterStore::write))
                .append(HEAD, write(roster.head()))
                .append(SUBMITTED, write(roster.submitted()))
                .append(RETURNED, write(roster.returned()))
                .append(RECEIPTS, Values.documents(roster.receipts(), Receipt::toDocument))
                .append(REOPENINGS, Values.documents(roster.reopenings(), Reopening::toDocument))
                .append(Scope.PLACES, List.copyOf(roster.places()));
    }

    private static @Nullable Document write(@Nullable Signature signature) {
        return signature == null ? null : signature.toDocument();
    }

    private static @Nullable Signature signature(@Nullable Document stored) {
        return stored == null ? null : Signature.from(stored);
    }

    private static Document write(RosterRow row) {
        return new Document("core", write(row.core()))
                .append("members", Values.documents(row.members(), RosterStore::write))
                .append("mode", row.mode().name());
    }

    private static Document write(RosterSchool school) {
        return new Document("school", school.id())
                .append("name", school.name())
                .append("area", school.area().name())
                .append("reason", school.reason());
    }

    private static Document write(FormHead head) {
        return new Document("unit", head.unit()).append("person", head.person()).append("phone", head.phone());
    }

    static Roster read(Document stored) {
        return new Roster(
                RosterId.find(stored.getString(ID)).orElseThrow(),
                Fact.revisionOf(stored),
                RosterState.valueOf(stored.getString(STATE)),
                Values.list(stored, ROWS, RosterStore::readRow),
                readHead(stored.get(HEAD, Document.class)),
                signature(stored.get(SUBMITTED, Document.class)),
                signature(stored.get(RETURNED, Document.class)),
                Values.list(stored, RECEIPTS, Receipt::from),
                Values.list(stored, REOPENINGS, Reopening::from),
                Values.list(stored, Fact.CHANGES, RosterStore::readChange).reversed(),
                stored.getList(Scope.PLACES, String.class));
    }

    private static RosterRow readRow(Document stored) {
        return new RosterRow(
                readSchool(stored.get("core", Document.class)),
                Values.list(stored, "members", RosterStore::readSchool),
                Mode.valueOf(stored.getString("mode")));
    }

    private static RosterSchool readSchool(Document stored) {
        return new RosterSchool(
                stored.getString("school"),
                stored.getString("name"),
                SchoolArea.valueOf(stored.getString("area")),
                stored.getString("reason"));
    }

    private static FormHead readHead(@Nullable Document stored) {
        return stored == null
                ? FormHead.EMPTY
                : new FormHead(stored.getString("unit"), stored.getString("person"), stored.getString("phone"));
    }

    private static RosterChange readChange(Document stored) {
        return new RosterChange(
                Fact.revisionOf(stored),
                Values.instant(stored, Fact.RECORDED_AT),
                Origin.from(stored.get(Fact.BY, Document.class)),
                Values.list(stored, "fields", FieldChange::from));
    }
}
