package org.tongke.backend.base.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What every fact document carries (activity, evidence, community, …), and the one way to write it. A write is a single update
 * that raises {@link #REVISION}, stamps {@link #CHANGED_AT} by the database's clock and {@link #RECORDED_AT} by ours, says by
 * whom and from where, and keeps its last {@value #KEPT_CHANGES} changes.
 */
public final class Fact {
    /** How often the document was written, from 1. */
    public static final String REVISION = "revision";

    /** When it was last written, by the database's clock: for the order of the feed only. */
    public static final String CHANGED_AT = "changedAt";

    /** When it was last written, by the injected clock: for people, and for questions "as of". */
    public static final String RECORDED_AT = "recordedAt";

    /** Who wrote it last: {@code account}, {@code name}, {@code origin}. */
    public static final String BY = "by";

    /** The last changes, oldest first: {@code revision}, {@code recordedAt}, {@code by}, {@code fields} (old → new). */
    public static final String CHANGES = "changes";

    /** Channels and communities of its state before and after the last write: whoever follows one of them must look. */
    public static final String TOUCHES = "touches";

    /** How many changes a document keeps. */
    public static final int KEPT_CHANGES = 20;

    private Fact() {}

    /**
     * The update that writes a fact, for writes in bulk; {@link #put} is simpler. Use it with the revision that was read in the filter,
     * or as an upsert on {@code _id} and no revision.
     *
     * @param set values to set, without those that this update sets itself
     * @param revision the document's revision after the write
     * @param touches channels and communities of the state before and after
     * @param fields what changed; empty for the first write
     */
    public static Bson write(
            Document set, long revision, Collection<String> touches, Origin by, Instant now, List<FieldChange> fields) {
        return write(set, revision, touches, by, now, fields, new Document());
    }

    /**
     * The same, where a change is kept with more than what each has.
     *
     * @param kept values that its entry in {@link #CHANGES} holds besides
     */
    public static Bson write(
            Document set,
            long revision,
            Collection<String> touches,
            Origin by,
            Instant now,
            List<FieldChange> fields,
            Document kept) {
        var change = new Document(REVISION, revision)
                .append(RECORDED_AT, Date.from(now))
                .append(BY, by.toDocument())
                .append("fields", fields.stream().map(FieldChange::toDocument).toList());
        change.putAll(kept);
        var values = new Document(set)
                .append(REVISION, revision)
                .append(RECORDED_AT, Date.from(now))
                .append(BY, by.toDocument())
                .append(TOUCHES, touches.stream().distinct().sorted().toList());
        // one document: combining an update a value would take longer than encoding them all
        return new Document("$set", values)
                .append("$currentDate", new Document(CHANGED_AT, true))
                .append(
                        "$push",
                        new Document(CHANGES, new Document("$each", List.of(change)).append("$slice", -KEPT_CHANGES)));
    }

    /**
     * Writes the state of a fact that follows the one that was read: its first, or one to the revision before. Two who do it at once
     * do not overwrite each other.
     *
     * @return whether it was written; if not, somebody else was faster, and the fact must be read again
     */
    public static boolean put(
            MongoCollection<Document> facts,
            String id,
            Document set,
            long revision,
            Collection<String> touches,
            Origin by,
            Instant now,
            List<FieldChange> fields) {
        return putAll(facts, List.of(asWrite(id, set, revision, touches, by, now, fields)));
    }

    /** What {@link #put} writes, for {@link #putAll}. */
    public static UpdateOneModel<Document> asWrite(
            String id,
            Document set,
            long revision,
            Collection<String> touches,
            Origin by,
            Instant now,
            List<FieldChange> fields) {
        var isFirst = revision == 1;
        var asRead = isFirst ? Filters.exists(REVISION, false) : Filters.eq(REVISION, revision - 1);
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), asRead),
                write(set, revision, touches, by, now, fields),
                new UpdateOptions().upsert(isFirst));
    }

    /**
     * Writes the states of several facts. One round trip.
     *
     * @return whether all were written; if not, somebody else was faster with some, which must be read again
     */
    public static boolean putAll(MongoCollection<Document> facts, List<UpdateOneModel<Document>> writes) {
        try {
            var done = facts.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return done.getMatchedCount() + done.getUpserts().size() == writes.size();
        } catch (MongoBulkWriteException failure) {
            if (DuplicateKey.isAll(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** How often a document was written; also of one of its {@link #CHANGES}. */
    public static long revisionOf(Document stored) {
        return stored.get(REVISION, Number.class).longValue();
    }

    /** The index that the change feed reads by where there is no change stream; every fact collection has it. */
    public static Bson feedIndex() {
        return new Document(CHANGED_AT, 1).append("_id", 1);
    }
}
