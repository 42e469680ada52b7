package org.tongke.backend.push;

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
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Regions;

/** The collection {@code recommendations}. Shard key: {@code _id}; lists are of a place and read all shards by the index. */
@Component
class RecommendationStore implements FactCollection {
    static final String COLLECTION = "recommendations";
    static final String LIST = "recommendations";

    private static final String ID = "_id";
    private static final String CENTRE = "centre";
    private static final String RESOURCE = "resource";
    private static final String SCHOOL = "school";
    private static final String SAID = "said";
    private static final String TITLE = "title";
    private static final String NOTE = "note";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String SAID_AT = SAID + "." + AT;
    private static final String STATE = "state";
    private static final String DECISION = "decision";
    private static final String REASON = "reason";
    private static final Keyset OLDEST_FIRST = new Keyset(SAID_AT, true);

    private final MongoCollection<Document> recommendations;

    RecommendationStore(MongoDatabase database) {
        recommendations = database.getCollection(COLLECTION);
        // list(): the queue of a centre, and what a school has recommended; findDecided()
        recommendations.createIndex(
                Indexes.ascending(Scope.PLACES, STATE, SAID_AT, ID), new IndexOptions().name("places_state_at"));
        // findByResources(): at the resource, and of one that is taken back
        recommendations.createIndex(Indexes.ascending(RESOURCE), new IndexOptions().name("resource"));
        recommendations.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    /** Writes a state. Returns whether nobody else was faster; if so, it must be read again. */
    boolean write(@Nullable Recommendation before, Recommendation after, Origin by, Instant now) {
        var changes = before == null
                ? List.<FieldChange>of()
                : FieldChange.between(words(before), words(after), List.of(STATE, REASON, NOTE));
        return Fact.put(recommendations, after.id(), write(after), after.revision(), after.places(), by, now, changes);
    }

    private static Document words(Recommendation recommendation) {
        var decision = recommendation.decision();
        return new Document(STATE, recommendation.state().name())
                .append(REASON, decision == null ? null : decision.reason())
                .append(NOTE, recommendation.said().note());
    }

    private static Document write(Recommendation recommendation) {
        var said = recommendation.said();
        var decision = recommendation.decision();
        return new Document(CENTRE, recommendation.centreCode())
                .append(RESOURCE, recommendation.resourceId())
                .append(SCHOOL, recommendation.schoolId())
                .append(
                        SAID,
                        new Document("id", said.id())
                                .append(TITLE, said.title())
                                .append(NOTE, said.note())
                                .append(BY, said.by())
                                .append(AT, Date.from(said.at())))
                .append(STATE, recommendation.state().name())
                .append(
                        DECISION,
                        decision == null
                                ? null
                                : new Document(BY, decision.by())
                                        .append(AT, Date.from(decision.at()))
                                        .append(REASON, decision.reason()))
                .append(Scope.PLACES, List.copyOf(recommendation.places()));
    }

    Optional<Recommendation> find(String id) {
        return Optional.ofNullable(recommendations.find(Filters.eq(ID, id)).first())
                .map(RecommendationStore::read);
    }

    List<Recommendation> findByResources(Collection<String> resourceIds, Scope scope) {
        return Found.all(recommendations.find(scope.and(Filters.in(RESOURCE, resourceIds))), RecommendationStore::read);
    }

    /** What centres have said since a moment of what some schools recommend; also of what was recommended anew since. */
    List<Recommendation> findDecided(Collection<String> schoolIds, Instant since) {
        if (schoolIds.isEmpty()) {
            return List.of();
        }
        var keys = schoolIds.stream().map(id -> PlaceKey.school(id).value()).toList();
        return Found.all(
                recommendations.find(Filters.and(
                        Filters.in(Scope.PLACES, keys),
                        Filters.in(
                                STATE,
                                RecommendationState.ACCEPTED.name(),
                                RecommendationState.DECLINED.name(),
                                RecommendationState.WAITING.name()),
                        Filters.gte(DECISION + "." + AT, Date.from(since)))),
                RecommendationStore::read);
    }

    /** Recommendations in a scope, the oldest first. */
    List<Recommendation> list(Optional<RecommendationState> state, PageRequest page, Scope scope) {
        var within = Regions.byPlace(scope);
        var filters = new ArrayList<Bson>(List.of(within.filter()));
        state.ifPresent(one -> filters.add(Filters.eq(STATE, one.name())));
        filters.add(OLDEST_FIRST.after(page.after().map(Keyset.Place::ofInstant)));
        return Found.all(
                recommendations
                        .find(Filters.and(filters))
                        .sort(OLDEST_FIRST.sort())
                        .limit(page.limit()),
                RecommendationStore::read);
    }

    static Cursor cursorOf(Recommendation recommendation) {
        return Cursor.of(LIST, recommendation.said().at().toString(), recommendation.id());
    }

    private static Recommendation read(Document stored) {
        var said = stored.get(SAID, Document.class);
        var decision = stored.get(DECISION, Document.class);
        return new Recommendation(
                stored.getString(ID),
                Fact.revisionOf(stored),
                stored.getString(CENTRE),
                stored.getString(RESOURCE),
                stored.getString(SCHOOL),
                new Recommendation.Said(
                        said.getString("id"),
                        said.getString(TITLE),
                        said.getString(NOTE),
                        said.getString(BY),
                        Values.instant(said, AT)),
                RecommendationState.valueOf(stored.getString(STATE)),
                decision == null
                        ? null
                        : new Recommendation.Decision(
                                decision.getString(BY), Values.instant(decision, AT), decision.getString(REASON)),
                stored.getList(Scope.PLACES, String.class));
    }
}
