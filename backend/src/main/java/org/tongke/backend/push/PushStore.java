package org.tongke.backend.push;

import static org.tongke.backend.push.PushDocument.CREATED_AT;
import static org.tongke.backend.push.PushDocument.ID;
import static org.tongke.backend.push.PushDocument.NEXT_DUE_AT;
import static org.tongke.backend.push.PushDocument.STATE;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Regions;

/** The collection {@code pushes}. Shard key: {@code _id}; a few hundred a year, so that lists of a centre may read all shards. */
@Component
class PushStore implements FactCollection {
    static final String COLLECTION = "pushes";
    static final String LIST = "pushes";

    private static final Keyset NEWEST_FIRST = new Keyset(CREATED_AT, false);

    private final MongoCollection<Document> pushes;

    PushStore(MongoDatabase database) {
        pushes = database.getCollection(COLLECTION);
        // list() of a centre
        pushes.createIndex(
                Indexes.compoundIndex(Indexes.ascending(Scope.PLACES), Indexes.descending(CREATED_AT, ID)),
                new IndexOptions().name("places_createdAt"));
        // findDue(): what is to be delivered
        pushes.createIndex(Indexes.ascending(NEXT_DUE_AT), new IndexOptions().name("nextDueAt"));
        pushes.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /**
     * Writes a state.
     *
     * @param before the state that was read; null for the first
     * @return whether nobody else was faster; if somebody was, it must be read again
     */
    boolean write(@Nullable Push before, Push after, Origin by, Instant now) {
        var changes = before == null ? List.<FieldChange>of() : PushDocument.between(before, after);
        var touches = new ArrayList<>(after.places());
        if (after.deliveredAt() != null) {
            touches.add(touchOf(after.centreCode()));
        }
        return Fact.put(pushes, after.id(), PushDocument.write(after), after.revision(), touches, by, now, changes);
    }

    /** The key by which open pages of a centre's region learn that it has given something, reminds of it or takes it back; not that it plans to. */
    static String touchOf(String centreCode) {
        return "given:" + centreCode;
    }

    Optional<Push> find(String id) {
        return Optional.ofNullable(pushes.find(Filters.eq(ID, id)).first()).map(PushDocument::read);
    }

    List<Push> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : Found.all(pushes.find(Filters.in(ID, ids)), PushDocument::read);
    }

    /** Those of some pushes that were written since a moment. */
    List<Push> findAll(Collection<String> ids, Instant since) {
        return ids.isEmpty()
                ? List.of()
                : Found.all(
                        pushes.find(Filters.and(Filters.in(ID, ids), Filters.gte(Fact.RECORDED_AT, Date.from(since)))),
                        PushDocument::read);
    }

    /** Pushes whose time has come, those first that were to go first. */
    List<Push> findDue(Instant now, int limit) {
        return Found.all(
                pushes.find(Filters.and(Filters.ne(NEXT_DUE_AT, null), Filters.lte(NEXT_DUE_AT, Date.from(now))))
                        .sort(Indexes.ascending(NEXT_DUE_AT, ID))
                        .limit(limit),
                PushDocument::read);
    }

    /** Pushes in a scope, the newest first. */
    List<Push> list(Optional<PushState> state, PageRequest page, Scope scope) {
        var within = Regions.byPlace(scope);
        var filters = new ArrayList<Bson>(List.of(within.filter()));
        state.ifPresent(one -> filters.add(Filters.eq(STATE, one.name())));
        filters.add(NEWEST_FIRST.after(page.after().map(Keyset.Place::ofInstant)));
        return Found.all(
                pushes.find(Filters.and(filters)).sort(NEWEST_FIRST.sort()).limit(page.limit()), PushDocument::read);
    }

    static Cursor cursorOf(Push push) {
        return Cursor.of(LIST, push.createdAt().toString(), push.id());
    }
}
