package org.tongke.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.feed.FeedConsumer;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.base.text.TextTokens;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.push.PushSaid;
import org.tongke.backend.push.Pushing;
import org.tongke.backend.push.RuleSaid;
import org.tongke.backend.resource.ContentSaid;
import org.tongke.backend.resource.FactsSaid;
import org.tongke.backend.resource.GroupsSaid;
import org.tongke.backend.resource.Licence;
import org.tongke.backend.resource.ResourceContent;
import org.tongke.backend.resource.ResourceFilter;
import org.tongke.backend.resource.ResourceGroup;
import org.tongke.backend.resource.ResourceOrder;
import org.tongke.backend.resource.ResourceOwner;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.resource.Sharing;

/**
 * Shared material: searches among 100,000 resources, all of which one county shares, by a teacher of that county; and a push to 5,000 schools, from
 * the command until all of them have it.
 */
final class Material {
    static final String RESOURCES = "resources";

    private static final int SHARED = 100_000;
    private static final int RECEIVERS = 5_000;
    private static final int PAGE = 20;
    private static final String COUNTY = "330382";
    /** A county of which no school is of the province's communities: there are 5,000 schools and no others. */
    private static final String PUSHED = "330122";

    private static final String SCHOOL = "material-school";
    private static final String LISTED = "listed";

    private final ApplicationContext backend;
    private final Sharing sharing;
    private final Resources resources;
    private final Pushing pushing;
    private final FeedConsumer keeper;
    private final Sounds sounds;
    private final MongoCollection<Document> stored;
    private final MongoCollection<Document> barePushes;
    private final MongoCollection<Document> bareDeliveries;
    private final Viewer teacher =
            new Viewer("bench-teacher", "林晓岚", List.of(Grant.at(Role.TEACHER, PlaceKey.school(SCHOOL))));
    private final Viewer centre = new Viewer(
            "bench-centre", "资源中心", List.of(Grant.at(Role.RESOURCE_CENTRE, PlaceKey.region(Regions.PROVINCE))));
    private final List<String> receivers = new ArrayList<>();
    private final String pushed;

    Material(ApplicationContext backend) throws InterruptedException {
        this.backend = backend;
        sharing = backend.getBean(Sharing.class);
        resources = backend.getBean(Resources.class);
        pushing = backend.getBean(Pushing.class);
        keeper = backend.getBeansOfType(FeedConsumer.class).values().stream()
                .filter(consumer -> consumer.name().equals("push"))
                .findFirst()
                .orElseThrow();
        sounds = backend.getBean(Sounds.class);
        var database = backend.getBean(MongoDatabase.class);
        stored = database.getCollection("resources");
        barePushes = database.getCollection("bare_pushes");
        bareDeliveries = database.getCollection("bare_deliveries");
        bareDeliveries.createIndex(Indexes.ascending("push", "sortKey", "_id"));
        bareDeliveries.createIndex(Indexes.ascending("school", "_id"));
        share();
        pushed = share(centre, ResourceOwner.idOfCentre(Regions.PROVINCE), "推送的课件", 0);
        enterReceivers();
    }

    List<HotPath> paths() {
        return List.of(
                search("newest", ResourceOrder.NEWEST, "", Set.of()),
                search("most used", ResourceOrder.MOST_USED, "", Set.of()),
                search("subject", ResourceOrder.NEWEST, "", Set.of("MATHEMATICS")),
                search("words", ResourceOrder.NEWEST, "二次函数", Set.of()),
                search("common words", ResourceOrder.NEWEST, "数学", Set.of()),
                search("pinyin", ResourceOrder.NEWEST, "hanshu", Set.of()),
                search("a character", ResourceOrder.NEWEST, "圆", Set.of()),
                counts("counts of words", "二次函数"),
                new HotPath(RESOURCES + ", push to %,d schools".formatted(RECEIVERS), _ -> push(), _ -> pushBare()));
    }

    private void share() throws InterruptedException {
        backend.getBean(Schools.class).put(SCHOOL, "材料小学", SchoolArea.TOWN, COUNTY);
        var there = (int) stored.countDocuments(Filters.eq("owner.school", SCHOOL));
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var sent = new ArrayList<Future<?>>();
            for (int number = there; number < SHARED; number++) {
                var one = number;
                sent.add(pool.submit(() -> share(teacher, SCHOOL, "", one)));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private String share(Viewer by, String schoolId, String prefix, int number) {
        var taught = Taught.of("material-" + number);
        var facts = new FactsSaid(
                prefix + taught.title() + " " + number,
                null,
                taught.subject(),
                List.of("G" + (1 + number % 9)),
                null,
                Licence.CC_BY_NC);
        var link = new ResourceContent.Link("https://example.com/" + number, number % 2 == 0);
        var forCounty = schoolId.equals(SCHOOL);
        return sharing.share(
                        UUID.randomUUID(),
                        schoolId,
                        facts,
                        new GroupsSaid(List.of(), forCounty),
                        new ContentSaid(Optional.empty(), Optional.of(link)),
                        by,
                        Scope.EVERYWHERE)
                .resource()
                .orElseThrow()
                .id();
    }

    private void enterReceivers() {
        var schools = backend.getBean(Schools.class);
        for (int number = 0; number < RECEIVERS; number++) {
            var id = "receiver-" + number;
            schools.put(id, "收到推送的第" + number + "小学", SchoolArea.RURAL, PUSHED);
            receivers.add(id);
        }
    }

    private HotPath search(String name, ResourceOrder order, String text, Set<String> subjects) {
        var filter = new ResourceFilter(subjects, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, text);
        var page = new PageRequest(PAGE, Optional.empty());
        var scope = Scope.of(teacher.places());
        var sort = order == ResourceOrder.NEWEST ? "sharedAt" : "uses.ANY";
        return new HotPath(
                RESOURCES + ", " + name,
                _ -> resources.list(filter, order, page, teacher, scope).edges().size(),
                _ -> stored.find(bare(text, subjects))
                        .sort(Sorts.descending(sort, "_id"))
                        .limit(PAGE)
                        .into(new ArrayList<>())
                        .size());
    }

    private HotPath counts(String name, String text) {
        var filter = new ResourceFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, text);
        var scope = Scope.of(teacher.places());
        return new HotPath(
                RESOURCES + ", " + name,
                _ -> (int) resources.count(filter, teacher, scope).total(),
                _ -> bareCount(text));
    }

    private int bareCount(String text) {
        var total = 0L;
        for (var group : stored.aggregate(List.of(
                        Aggregates.match(bare(text, Set.of())),
                        Aggregates.group("$alike", Accumulators.sum("count", 1))))
                .batchSize(100_000)) {
            total += group.get("count", Number.class).longValue();
        }
        return (int) total;
    }

    /** By the keys of one who knows them already. */
    private Bson bare(String text, Set<String> subjects) {
        var found = new ArrayList<Bson>();
        found.add(Filters.in(LISTED, PlaceKey.school(SCHOOL).value(), ResourceGroup.keyOfCounty(COUNTY)));
        if (!subjects.isEmpty()) {
            found.add(Filters.in("subject", subjects));
        }
        found.addAll(sounds.holding("tokens", TextTokens.words(text)).values());
        return Filters.and(found);
    }

    private int push() {
        var rule = new RuleSaid(List.of(PUSHED), List.of(SchoolArea.RURAL), List.of(), List.of(), List.of(), List.of());
        var push = pushing.create(
                UUID.randomUUID(),
                Optional.empty(),
                new PushSaid(pushed, rule, Optional.empty(), Optional.empty(), false),
                centre);
        keeper.due();
        return push.id().isEmpty() ? 0 : RECEIVERS;
    }

    private int pushBare() {
        var id = UUID.randomUUID().toString();
        barePushes.insertOne(new Document("_id", id).append("state", "PLANNED"));
        var documents = receivers.stream()
                .map(school -> new Document("_id", id + " " + school)
                        .append("push", id)
                        .append("school", school)
                        .append("name", "收到推送的小学")
                        .append("sortKey", "shou1dao4tui1song4de5xiao3xue2" + school))
                .toList();
        bareDeliveries.insertMany(documents);
        barePushes.updateOne(Filters.eq("_id", id), new Document("$set", new Document("state", "DELIVERED")));
        return documents.size();
    }
}
