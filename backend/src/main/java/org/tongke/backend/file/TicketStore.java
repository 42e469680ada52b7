package org.tongke.backend.file;

import static org.tongke.backend.file.TicketDocument.BEGUN;
import static org.tongke.backend.file.TicketDocument.CONTENT;
import static org.tongke.backend.file.TicketDocument.EXPIRES_AT;
import static org.tongke.backend.file.TicketDocument.ID;
import static org.tongke.backend.file.TicketDocument.NEXT_DUE_AT;
import static org.tongke.backend.file.TicketDocument.PARTS_ID;
import static org.tongke.backend.file.TicketDocument.REFUSAL;
import static org.tongke.backend.file.TicketDocument.STATE;

import com.mongodb.MongoException;
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
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.who.Scope;

/**
 * The collection {@code tickets}. Shard key: {@code _id}, since a ticket is looked up by it; the sweep reads all shards by the index.
 */
@Component
class TicketStore {
    static final String COLLECTION = "tickets";

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
        var updates = new ArrayList<Bson>(List.of(
                lifetime(ticket),
                Updates.set(STATE, TicketState.OPEN.name()),
                Updates.set(BEGUN, 0),
                Updates.unset(REFUSAL)));
        TicketDocument.write(ticket).forEach((name, value) -> updates.add(Updates.setOnInsert(name, value)));
        var found = upsert(unlessConfirmed, Updates.combine(updates));
        if (found != null) {
            return Optional.of(TicketDocument.read(found));
        }
        return Optional.ofNullable(tickets.findOneAndUpdate(content(ticket, content), lifetime(ticket), after()))
                .map(TicketDocument::read);
    }

    private static Document content(Ticket ticket, String content) {
        return new Document(ID, ticket.id()).append(CONTENT, content);
    }

    /** The written document; null if the id is there but does not meet the filter. */
    private @Nullable Document upsert(Bson filter, Bson update) {
        try {
            return tickets.findOneAndUpdate(filter, update, after().upsert(true));
        } catch (MongoException refused) {
            if (DuplicateKey.isAll(refused)) {
                return null;
            }
            throw refused;
        }
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    }

    private static Bson lifetime(Ticket ticket) {
        return Updates.combine(Updates.set(EXPIRES_AT, Date.from(ticket.expiresAt())), dueAt(ticket.nextDueAt()));
    }

    private static Bson dueAt(Instant at) {
        return Updates.set(NEXT_DUE_AT, Date.from(at));
    }

    Optional<Ticket> find(String id, Scope scope) {
        return Optional.ofNullable(tickets.find(scope.and(Filters.eq(ID, id))).first())
                .map(TicketDocument::read);
    }

    /**
     * Notes which upload in parts is the ticket's, unless somebody else has noted another meanwhile. Returns the ticket as it stands;
     * empty if it is gone.
     */
    Optional<Ticket> noteParts(Ticket found, String partsId) {
        var asFound = Filters.and(
                Filters.eq(ID, found.id()), Filters.eq(PARTS_ID, found.partsId().orElse(null)));
        return Optional.ofNullable(tickets.findOneAndUpdate(asFound, Updates.set(PARTS_ID, partsId), after()))
                .map(TicketDocument::read)
                .or(() -> find(found.id(), Scope.EVERYWHERE));
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
        tickets.updateOne(
                open(id),
                Updates.combine(
                        state(TicketState.REFUSED),
                        Updates.set(REFUSAL, TicketDocument.write(refusal)),
                        dueAt(nextDueAt)));
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
        return Found.all(
                tickets.find(Filters.lte(NEXT_DUE_AT, Date.from(now)))
                        .sort(Sorts.ascending(NEXT_DUE_AT))
                        .limit(limit),
                TicketDocument::read);
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
}
