package org.tongke.backend.community.roster;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Found;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.roster.Membership.In;

/**
 * The collection {@code memberships}: {@code _id} is programme:school, so that a school is in one place of a programme whatever rosters
 * say. Shard key: {@code _id}, since schools are looked up.
 */
@Component
class MembershipStore implements FactCollection {
    private static final String COLLECTION = "memberships";
    private static final String ID = "_id";
    private static final String PROGRAMME = "programme";
    private static final String SCHOOL = "school";
    private static final String COUNTY = "county";
    private static final String RECEIPT = "receipt";
    private static final String IN = "in";

    private final MongoCollection<Document> memberships;

    MembershipStore(MongoDatabase database) {
        memberships = database.getCollection(COLLECTION);
        // findByCounty(): what a county's roster made before
        memberships.createIndex(Indexes.ascending(COUNTY, PROGRAMME, ID), new IndexOptions().name("county_programme"));
        memberships.createIndex(Fact.feedIndex(), new IndexOptions().name("feed"));
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    List<Membership> findAll(String programme, Collection<String> schoolIds) {
        var ids = schoolIds.stream().map(id -> Membership.idOf(programme, id)).toList();
        return Found.all(memberships.find(Filters.in(ID, ids)), MembershipStore::read);
    }

    List<Membership> findByCounty(String programme, String county) {
        return Found.all(
                memberships.find(Filters.and(Filters.eq(COUNTY, county), Filters.eq(PROGRAMME, programme))),
                MembershipStore::read);
    }

    /** Writes those that do not stand there just so. Two round trips, unless somebody else writes one of them meanwhile. */
    void putAll(Collection<Membership> all, Origin by, Instant now) {
        while (!all.isEmpty() && !arePut(all, by, now)) {
            // somebody else wrote one of them between our look and our write: look again
        }
    }

    private boolean arePut(Collection<Membership> all, Origin by, Instant now) {
        var there = new HashMap<String, Document>();
        memberships
                .find(Filters.in(ID, all.stream().map(Membership::id).toList()))
                .forEach(stored -> there.put(stored.getString(ID), stored));
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var one : all) {
            var before = there.get(one.id());
            if (before == null || !read(before).equals(one)) {
                var after = write(one);
                writes.add(Fact.asWrite(
                        one.id(),
                        after,
                        before == null ? 1 : Fact.revisionOf(before) + 1,
                        List.copyOf(one.places()),
                        by,
                        now,
                        before == null ? List.of() : FieldChange.between(told(before), told(after), List.of(IN))));
            }
        }
        return writes.isEmpty() || Fact.putAll(memberships, writes);
    }

    private static Document told(Document membership) {
        return new Document(IN, Values.list(membership, IN, in -> in.getString("community")));
    }

    private static Document write(Membership one) {
        return new Document(PROGRAMME, one.programme())
                .append(SCHOOL, one.schoolId())
                .append(COUNTY, one.county())
                .append(RECEIPT, one.receipt())
                .append(
                        IN,
                        Values.documents(
                                one.in(),
                                in -> new Document("community", in.community())
                                        .append("core", in.core())
                                        .append("reason", in.reason())))
                .append(Scope.PLACES, List.copyOf(one.places()));
    }

    private static Membership read(Document stored) {
        return new Membership(
                stored.getString(PROGRAMME),
                stored.getString(SCHOOL),
                stored.getString(COUNTY),
                stored.getString(RECEIPT),
                Values.list(
                        stored,
                        IN,
                        in -> new In(in.getString("community"), in.getBoolean("core"), in.getString("reason"))),
                stored.getList(Scope.PLACES, String.class));
    }
}
