package org.tongke.backend.file;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.inspection.MediaType;

/**
 * The collection {@code tickets}. Shard key: {@code _id}, since a ticket is looked up by it; the sweep reads all shards by the index.
 */
@Component
class TicketStore {
    static final String COLLECTION = "tickets";

    private static final String ID = "_id";
    private static final String CONTENT = "content";
    private static final String BY = "by";
    private static final String COMMUNITY = "community";
    private static final String CLAIM = "claim";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String SIZE_BYTES = "sizeBytes";
    private static final String SHA256 = "sha256";
    private static final String KEY = "key";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String STATE = "state";
    private static final String REFUSAL = "refusal";
    private static final String CODE = "code";
    private static final String ARGUMENTS = "arguments";
    private static final String BEGUN = "begun";
    private static final String NEXT_DUE_AT = "nextDueAt";

    private final MongoCollection<Document> tickets;

    TicketStore(MongoDatabase database) {
        tickets = database.getCollection(COLLECTION);
        // findDue(): what the sweep must look at
        tickets.createIndex(Indexes.ascending(NEXT_DUE_AT), new IndexOptions().name("nextDueAt"));
    }

    /**
     * Makes a ticket, or opens it again; one that is confirmed stays so.
     *
     * @param content what the id stands for: with the same id it must be the same
     * @return empty if the id was used with other content
     */
    Optional<Ticket> open(Ticket ticket, String content) {
        var unlessConfirmed = content(ticket, content).append(STATE, new Document("$ne", TicketState.CONFIRMED.name()));
        var found = upsert(
                unlessConfirmed,
                Updates.combine(
                        onInsert(ticket),
                        lifetime(ticket),
                        Updates.set(STATE, TicketState.OPEN.name()),
                        Updates.set(BEGUN, 0),
                        Updates.unset(REFUSAL)));
        if (found != null) {
            return Optional.of(read(found));
        }
        return Optional.ofNullable(tickets.findOneAndUpdate(content(ticket, content), lifetime(ticket), after()))
                .map(TicketStore::read);
    }

    private static Document content(Ticket ticket, String content) {
        return new Document(ID, ticket.id()).append(CONTENT, content);
    }

    /** The written document; null if the id is there but does not meet the filter. */
    private @Nullable Document upsert(Bson filter, Bson update) {
        try {
            return tickets.findOneAndUpdate(filter, update, after().upsert(true));
        } catch (MongoCommandException | MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(((MongoException) refused).getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return null;
            }
            throw refused;
        }
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    }

    private static Bson onInsert(Ticket ticket) {
        var updates = new ArrayList<Bson>();
        new Document(BY, ticket.by().toDocument())
                .append(COMMUNITY, ticket.communityId())
                .append(Scope.PLACES, List.copyOf(ticket.places()))
                .append(CLAIM, ticket.claim())
                .append(MEDIA_TYPE, ticket.mediaType().name())
                .append(SIZE_BYTES, ticket.sizeBytes())
                .append(SHA256, ticket.sha256())
                .append(KEY, ticket.incomingKey())
                .forEach((name, value) -> updates.add(Updates.setOnInsert(name, value)));
        return Updates.combine(updates);
    }

    private static Bson lifetime(Ticket ticket) {
        return Updates.combine(Updates.set(EXPIRES_AT, Date.from(ticket.expiresAt())), dueAt(ticket.nextDueAt()));
    }

    private static Bson dueAt(Instant at) {
        return Updates.set(NEXT_DUE_AT, Date.from(at));
    }

    Optional<Ticket> find(String id, Scope scope) {
        return Optional.ofNullable(tickets.find(scope.and(Filters.eq(ID, id))).first())
                .map(TicketStore::read);
    }

    /** The ticket, if it is confirmed or refused. */
    Optional<Ticket> findEnded(String id) {
        return find(id, Scope.EVERYWHERE)
                .filter(ticket -> ticket.state() == TicketState.CONFIRMED || ticket.state() == TicketState.REFUSED);
    }

    /** Notes that looking at the bytes of an open ticket begins; until {@code nextDueAt} the sweep leaves it alone. */
    void begin(String id, Instant nextDueAt) {
        tickets.updateOne(open(id), Updates.combine(Updates.inc(BEGUN, 1), dueAt(nextDueAt)));
    }

    /** An open ticket becomes confirmed. */
    void confirm(String id, Instant nextDueAt) {
        tickets.updateOne(open(id), Updates.combine(state(TicketState.CONFIRMED), dueAt(nextDueAt)));
    }

    /** An open ticket keeps why its file is refused. */
    void refuse(String id, Refusal refusal, Instant nextDueAt) {
        var kept = new Document(CODE, refusal.code().name())
                .append(
                        ARGUMENTS,
                        refusal.arguments().stream().map(Object::toString).toList());
        tickets.updateOne(
                open(id), Updates.combine(state(TicketState.REFUSED), Updates.set(REFUSAL, kept), dueAt(nextDueAt)));
    }

    /** The sweep looks later, if the ticket is still as it was found. */
    void postpone(Ticket found, TicketState state, Instant nextDueAt) {
        tickets.updateOne(asFound(found), Updates.combine(state(state), dueAt(nextDueAt)));
    }

    /** The ticket goes, if it is still as it was found. */
    void delete(Ticket found) {
        tickets.deleteOne(asFound(found));
    }

    /** Tickets that the sweep must look at, those first that are due longest. */
    List<Ticket> findDue(Instant now, int limit) {
        return tickets.find(Filters.lte(NEXT_DUE_AT, Date.from(now)))
                .sort(Sorts.ascending(NEXT_DUE_AT))
                .limit(limit)
                .map(TicketStore::read)
                .into(new ArrayList<>());
    }

    private static Bson open(String id) {
        return Filters.and(Filters.eq(ID, id), Filters.eq(STATE, TicketState.OPEN.name()));
    }

    private static Bson asFound(Ticket found) {
        return Filters.and(
                Filters.eq(ID, found.id()),
                Filters.eq(STATE, found.state().name()),
                Filters.eq(NEXT_DUE_AT, Date.from(found.nextDueAt())));
    }

    private static Bson state(TicketState state) {
        return Updates.set(STATE, state.name());
    }

    private static Ticket read(Document stored) {
        return new Ticket(
                stored.getString(ID),
                Origin.from(stored.get(BY, Document.class)),
                stored.getString(COMMUNITY),
                stored.getList(Scope.PLACES, String.class),
                stored.get(CLAIM, Document.class),
                MediaType.valueOf(stored.getString(MEDIA_TYPE)),
                stored.get(SIZE_BYTES, Number.class).longValue(),
                stored.getString(SHA256),
                stored.getString(KEY),
                stored.getDate(EXPIRES_AT).toInstant(),
                TicketState.valueOf(stored.getString(STATE)),
                Optional.ofNullable(stored.get(REFUSAL, Document.class)).map(TicketStore::refusal),
                stored.get(BEGUN, Number.class).intValue(),
                stored.getDate(NEXT_DUE_AT).toInstant());
    }

    private static Refusal refusal(Document kept) {
        return Rejections.of(
                ErrorCode.valueOf(kept.getString(CODE)),
                kept.getList(ARGUMENTS, String.class).toArray());
    }
}
