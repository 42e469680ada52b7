package org.tongke.backend.verification;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.DuplicateKey;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.verification.deadline.CommunityStanding;

/**
 * What progress was shown at the end of days that are over: the collection {@code progressHistory}, one document for each community
 * and day on which it changed, and of that day the last. Shard key: {@code _id}, by which every write goes.
 *
 * <p>No job of the night makes it, so none can fail. What is about to be overwritten on a later day is put here first, with the days
 * that it stood; what nobody has overwritten yet still stands in {@code progress}. Whoever is killed between the two has lost
 * nothing: the next to overwrite it puts it here again. Two who do so at once agree: of one day the higher revision stays, and of
 * one revision the later end; so a slow one that looked before another wrote can do no harm. If it has put an end too late that way,
 * the day has a later beginning elsewhere, and the latest beginning is what was shown.
 *
 * <p>Facts are not kept: they would be nine tenths of it. A document is some 2 kB (a test holds it to 3), a community changes on
 * some 70 days of a year: 1,500 communities take 200 MB a year, at most 1.1 GB if every one changed every day.
 */
@Component
class ProgressHistory {
    static final String COLLECTION = "progressHistory";

    /** Id of the progress whose past it is. */
    private static final String PROGRESS = "progress";

    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> history;
    private final MongoCollection<Document> progress;

    ProgressHistory(MongoDatabase database) {
        history = database.getCollection(COLLECTION);
        progress = database.getCollection(ProgressStore.COLLECTION);
        // find(): the past of some communities
        history.createIndex(Indexes.ascending(PROGRESS, UNTIL, FROM), new IndexOptions().name("progress_until_from"));
        // standings(): the past of all in some regions
        history.createIndex(
                Indexes.ascending(ProgressDocument.PROGRAMME, Scope.PLACES, UNTIL, FROM),
                new IndexOptions().name("programme_places_until_from"));
    }

    /** Keeps what is about to be overwritten. One round trip; none if there is nothing. */
    void keep(List<PastProgress> past) {
        if (past.isEmpty()) {
            return;
        }
        try {
            history.bulkWrite(
                    past.stream().map(ProgressHistory::update).toList(), new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            // what stands there was written later on the same day
            if (!DuplicateKey.isAll(failure)) {
                throw failure;
            }
        }
    }

    private static UpdateOneModel<Document> update(PastProgress past) {
        var id = past.progress().id().raw();
        var shown = ProgressDocument.write(past.progress())
                .append(PROGRESS, id)
                .append(FROM, past.from().toString())
                .append(Fact.REVISION, past.revision());
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq(ProgressDocument.ID, id + ":" + past.from()),
                        Filters.lte(Fact.REVISION, past.revision())),
                Updates.combine(
                        new Document("$set", shown),
                        Updates.max(UNTIL, past.until().toString())),
                new UpdateOptions().upsert(true));
    }

    /** Progress of some communities as it was shown at the end of a day; what was not there then is missing. Two round trips. */
    Map<ProgressId, CommunityProgress> find(Collection<ProgressId> ids, LocalDate day, ZoneId zone, Scope scope) {
        var raw = ProgressId.raw(ids);
        return shown(
                progress.find(scope.and(Filters.and(Filters.in(ProgressDocument.ID, raw), unchangedSince(day, zone)))),
                history.find(scope.and(Filters.and(Filters.in(PROGRESS, raw), standing(day)))),
                document -> ProgressDocument.read(document).past(day));
    }

    /** How the communities of regions stood at the end of a day, as far as sums need it. Two round trips. */
    Collection<CommunityStanding> standings(
            String programmeId, Collection<String> regionCodes, LocalDate day, ZoneId zone, Scope scope) {
        var there = scope.and(ProgressStore.inRegions(programmeId, regionCodes));
        var fields = ProgressDocument.standingFields();
        return shown(
                        progress.find(Filters.and(there, unchangedSince(day, zone)))
                                .projection(fields),
                        history.find(Filters.and(there, standing(day)))
                                .projection(Projections.fields(fields, Projections.include(PROGRESS, FROM))),
                        ProgressDocument::readStanding)
                .values();
    }

    private static Bson unchangedSince(LocalDate day, ZoneId zone) {
        return Filters.and(
                Filters.eq(ProgressDocument.IS_NEW, true),
                Filters.lt(Fact.RECORDED_AT, Date.from(AsOf.endOf(day, zone))));
    }

    private static Bson standing(LocalDate day) {
        return Filters.and(Filters.gt(UNTIL, day.toString()), Filters.lte(FROM, day.toString()));
    }

    /** What stands now is read first: whoever overwrites it meanwhile has put it into the past before. */
    private static <T> Map<ProgressId, T> shown(
            FindIterable<Document> current, FindIterable<Document> past, Function<Document, T> read) {
        var found = new HashMap<ProgressId, T>();
        Found.all(current, Function.identity())
                .forEach(document ->
                        found.put(ProgressId.of(document.getString(ProgressDocument.ID)), read.apply(document)));
        Found.all(past, Function.identity()).stream()
                .sorted(Comparator.comparing((Document document) -> document.getString(FROM))
                        .reversed())
                .forEach(document -> found.computeIfAbsent(
                        ProgressId.of(document.getString(PROGRESS)),
                        id -> read.apply(document.append(ProgressDocument.ID, id.raw()))));
        return found;
    }
}
