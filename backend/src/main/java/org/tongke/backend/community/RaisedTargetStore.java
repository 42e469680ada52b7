package org.tongke.backend.community;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
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
import org.tongke.backend.community.RaisedTarget.Step;
import org.tongke.backend.community.programme.Goal;

/**
 * The collection {@code raisedTargets}: one document for each unit and programme, at most as many as annex 1 has units. Shard key:
 * {@code _id}, by which every write goes. Read without a scope: everybody signed in may see targets.
 */
@Component
class RaisedTargetStore implements FactCollection {
    private static final String COLLECTION = "raisedTargets";
    private static final String ID = "_id";
    private static final String PROGRAMME = "programme";
    private static final String REGION = "region";
    private static final String STEPS = "steps";
    private static final String NEW_MEMBERS = "newMembers";
    private static final String PAIRED_SCHOOLS = "pairedSchools";
    private static final String REASON = "reason";
    private static final String SAID_BY = "saidBy";
    private static final String AT = "at";

    private final MongoCollection<Document> raised;

    RaisedTargetStore(MongoDatabase database) {
        raised = database.getCollection(COLLECTION);
        // findAll(): the goals of a programme
        raised.createIndex(Indexes.ascending(PROGRAMME), new IndexOptions().name("programme"));
        raised.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    Optional<RaisedTarget> find(String programmeId, String regionCode) {
        return Optional.ofNullable(
                        raised.find(Filters.eq(ID, id(programmeId, regionCode))).first())
                .map(RaisedTargetStore::read);
    }

    List<RaisedTarget> findAll(String programmeId) {
        return Found.all(raised.find(Filters.eq(PROGRAMME, programmeId)), RaisedTargetStore::read);
    }

    /**
     * Writes the state that follows the one that was read.
     *
     * @param before what was to be reached before
     * @return whether it was written; if not, somebody else was faster, and it must be read again
     */
    boolean put(RaisedTarget target, Goal before, Origin by, Instant now) {
        var last = target.steps().getLast();
        var set = new Document(PROGRAMME, target.programmeId())
                .append(REGION, target.regionCode())
                .append(STEPS, Values.documents(target.steps(), RaisedTargetStore::write))
                .append(Scope.PLACES, List.copyOf(target.places()));
        return Fact.put(
                raised,
                id(target.programmeId(), target.regionCode()),
                set,
                target.revision(),
                List.of(),
                by,
                now,
                List.of(
                        new FieldChange("target", before.figures(), figures(last)),
                        new FieldChange(REASON, null, last.reason())));
    }

    private static @Nullable String figures(Step step) {
        return step.goal() == null ? null : step.goal().figures();
    }

    private static String id(String programmeId, String regionCode) {
        return programmeId + ":" + regionCode;
    }

    private static Document write(Step step) {
        var stored =
                new Document(REASON, step.reason()).append(SAID_BY, step.by()).append(AT, Values.date(step.at()));
        return step.goal() == null
                ? stored
                : stored.append(NEW_MEMBERS, step.goal().newMembers())
                        .append(PAIRED_SCHOOLS, step.goal().pairedSchools());
    }

    private static RaisedTarget read(Document stored) {
        return new RaisedTarget(
                stored.getString(PROGRAMME),
                stored.getString(REGION),
                Fact.revisionOf(stored),
                Values.list(stored, STEPS, RaisedTargetStore::readStep),
                stored.getList(Scope.PLACES, String.class));
    }

    private static Step readStep(Document stored) {
        var goal = stored.containsKey(NEW_MEMBERS)
                ? new Goal(stored.getInteger(NEW_MEMBERS), stored.getInteger(PAIRED_SCHOOLS))
                : null;
        return new Step(goal, stored.getString(REASON), stored.getString(SAID_BY), Values.instant(stored, AT));
    }
}
