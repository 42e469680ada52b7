package org.tongke.backend.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityReport;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ReportedVersion;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.evidence.EvidenceEdits;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.register.ExchangePeriod.Terms;
import org.tongke.backend.register.ExchangePeriods;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.TwoCounties;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.evaluation.FactRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The county of the events in the backend: each event is done by whoever does such things. */
final class County {
    private static final String PROGRAMME = "2021";
    private static final Origin BY = Origin.system("test");

    private final ApplicationContext app;
    private final World world;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Supplier supplier;
    private final Person officer;
    private final Map<String, School> schools = new HashMap<>();
    private final Map<String, Community> communities = new LinkedHashMap<>();
    private final Map<String, Person> clerks = new HashMap<>();
    private final Map<String, Lesson> lessons = new HashMap<>();
    private final Map<String, Upload> contents = new HashMap<>();
    private final Map<String, JsonNode> files = new HashMap<>();
    /** Raw ids of evidence. */
    private final Map<String, String> evidence = new HashMap<>();

    private final Map<String, Entered> periods = new HashMap<>();

    /** A period, and who entered it. */
    private record Entered(ExchangePeriod period, Person clerk) {}

    County(ApplicationContext app) {
        this.app = app;
        world = World.in(app);
        supplier = world.supplier();
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(TwoCounties.COUNTY));
    }

    /** Does what an event tells of; the clock shows when it happens. */
    void apply(JsonNode event) {
        var id = event.get("id").asString();
        switch (event.get("what").asString()) {
            case "community" -> found(id, event);
            case "lesson" -> report(Lesson.of(event));
            case "cancel" -> report(lesson(id).cancelled());
            case "move" -> report(lesson(id).moved(event));
            case "rehome" -> report(lesson(id).rehomed(event));
            case "confirm" -> confirm(id);
            case "file" -> upload(id, event, null);
            case "replace" -> replace(id, event);
            case "withdraw" -> withdraw(id);
            case "exchange" -> exchange(id, event);
            case "withdrawExchange" -> withdrawExchange(id);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    /** How the communities stand when somebody looks, as a reviewer does, by their names in the events. */
    Map<String, Verdicts> look() {
        var found = new HashMap<String, Verdicts>();
        communities.forEach((name, community) -> app.getBean(FreshProgress.class)
                .look(new ProgressId(PROGRAMME, community.id()))
                .ifPresent(progress -> found.put(name, Verdicts.of(progress))));
        return found;
    }

    /** How the communities stand without anybody's look, as lists and sums show it; one that has no progress yet is missing. */
    Map<String, Verdicts> verdicts() {
        var ids = new HashMap<ProgressId, String>();
        communities.forEach((name, community) -> ids.put(new ProgressId(PROGRAMME, community.id()), name));
        var found = new HashMap<String, Verdicts>();
        app.getBean(Progresses.class)
                .findAll(ids.keySet(), Scope.EVERYWHERE)
                .forEach((id, progress) -> found.put(String.valueOf(ids.get(id)), Verdicts.of(progress)));
        return found;
    }

    /** Activities that count for a community at a criterion, by their names in the events. */
    List<String> countedLessons(String name, String criterion) {
        var id = new ProgressId(PROGRAMME, community(name).id());
        return app.getBean(Progresses.class).find(id, Scope.EVERYWHERE).orElseThrow().criteria().stream()
                .filter(one -> one.code().equals(criterion))
                .flatMap(one -> one.facts().stream())
                .filter(fact -> fact.counts() && fact.fact().type() == FactRef.Type.ACTIVITY)
                .map(ProgressFact::name)
                .toList();
    }

    private School school(String name) {
        return schools.computeIfAbsent(name, any -> world.school(TwoCounties.COUNTY));
    }

    private Community community(String name) {
        return Optional.ofNullable(communities.get(name)).orElseThrow();
    }

    private Person clerk(String community) {
        return Optional.ofNullable(clerks.get(community)).orElseThrow();
    }

    private void found(String name, JsonNode event) {
        var core = school(event.get("core").asString());
        var community = app.getBean(Communities.class)
                .put(
                        mark + "-" + name,
                        name,
                        Mode.valueOf(event.get("mode").asString()),
                        core,
                        event.get("members")
                                .valueStream()
                                .map(member -> school(member.asString()))
                                .toList(),
                        Set.of(PROGRAMME),
                        BY);
        communities.put(name, community);
        clerks.put(name, world.person(Role.CLERK, PlaceKey.school(core.id())));
    }

    private void report(Lesson lesson) {
        lessons.put(lesson.id(), lesson);
        app.getBean(Activities.class)
                .apply(List.of(reportOf(lesson)), new Origin(supplier.id(), supplier.name(), "test"));
    }

    private ActivityReport reportOf(Lesson lesson) {
        var taking = lesson.schools().stream().map(this::school).toList();
        var community = community(lesson.community());
        var places = new LinkedHashSet<String>();
        taking.forEach(school -> places.addAll(school.places()));
        return new ActivityReport(
                new ActivityKey(supplier.id(), lesson.id()),
                new ReportedVersion(lesson.revision(), "revision " + lesson.revision()),
                lesson.kind(),
                lesson.id(),
                lesson.subject(),
                null,
                lesson.start(),
                lesson.end(),
                lesson.state(),
                taking.stream()
                        .map(school -> new ActivitySchool(school.id(), school.name(), null))
                        .toList(),
                List.of(),
                community.id(),
                community.name(),
                supplier.name(),
                null,
                ActivityDetails.NONE,
                community.countyCode(),
                places);
    }

    private Lesson lesson(String id) {
        return Optional.ofNullable(lessons.get(id)).orElseThrow();
    }

    /** A school says how many were there. */
    private void confirm(String id) {
        var activities = app.getBean(Activities.class);
        var activity = activities
                .find(new ActivityKey(supplier.id(), id).id(), Scope.EVERYWHERE)
                .orElseThrow();
        var clerk = clerk(lesson(id).community());
        activities.recordAttendance(
                activity.id(), 40, activity.revision(), clerk.viewer(), world.scope("recordAttendance", clerk));
    }

    private void upload(String id, JsonNode event, @Nullable String replaces) {
        var names =
                event.get("communities").valueStream().map(JsonNode::asString).toList();
        var criterion = event.get("criterion").asString();
        var ofCounty = criterion.startsWith("1.");
        var ids = names.stream().map(name -> community(name).id()).toList();
        var target = ofCounty
                ? new ClaimTarget.OfCounty(TwoCounties.COUNTY, Optional.of(ids))
                : new ClaimTarget.OneCommunity(ids.getFirst());
        var lesson = Optional.of(event.get("lesson"))
                .filter(shown -> !shown.isNull())
                .map(shown -> new ActivityKey(supplier.id(), shown.asString()).id());
        var content = content(event.get("hash").asString(), event.get("kind").asString());
        var upload = new Upload(criterion, lesson, content.mediaType(), content.bytes());
        files.put(id, event);
        evidence.put(
                id,
                world.upload(
                                ofCounty ? officer : clerk(names.getFirst()),
                                target,
                                upload,
                                Optional.ofNullable(replaces))
                        .id());
    }

    /** The same content always has the same bytes. */
    private Upload content(String hash, String kind) {
        return contents.computeIfAbsent(hash, any -> kind.equals("PDF") ? Upload.document() : Upload.photo("any"));
    }

    /** The new file is said to prove what the old one proved. */
    private void replace(String id, JsonNode event) {
        var old = event.get("old").asString();
        var proves =
                (ObjectNode) Optional.ofNullable(files.get(old)).orElseThrow().deepCopy();
        proves.set("hash", event.get("hash"));
        proves.set("kind", event.get("kind"));
        upload(id, proves, evidence.get(old));
    }

    private void withdraw(String id) {
        var file = Optional.ofNullable(files.get(id)).orElseThrow();
        var by = file.get("criterion").asString().startsWith("1.")
                ? officer
                : clerk(file.get("communities").get(0).asString());
        var raw = String.valueOf(evidence.get(id));
        var revision = app.getBean(EvidenceClaims.class)
                .find(raw, Scope.EVERYWHERE)
                .orElseThrow()
                .revision();
        app.getBean(EvidenceEdits.class)
                .withdraw(raw, revision, "传错了", by.viewer(), world.scope("withdrawEvidence", by));
    }

    private void exchange(String id, JsonNode event) {
        var from = event.get("from").asString();
        var community = from.substring(0, from.indexOf('/'));
        var teacher = world.teacher(school(from), event.get("teacher").asString());
        // somebody of either school may enter it; here the clerk of the core school does
        var clerk = clerk(community);
        var period = app.getBean(ExchangePeriods.class)
                .add(
                        UUID.randomUUID(),
                        community(community).id(),
                        teacher.id(),
                        school(event.get("to").asString()).id(),
                        new Terms(
                                LocalDate.parse(event.get("fromOn").asString()),
                                LocalDate.parse(event.get("toOn").asString()),
                                3,
                                event.get("backbone").asBoolean()),
                        clerk.viewer(),
                        world.scope("addExchangePeriod", clerk));
        periods.put(id, new Entered(period, clerk));
    }

    private void withdrawExchange(String id) {
        var entered = Optional.ofNullable(periods.get(id)).orElseThrow();
        var clerk = entered.clerk();
        app.getBean(ExchangePeriods.class)
                .withdraw(
                        entered.period().id(),
                        entered.period().revision(),
                        clerk.viewer(),
                        world.scope("withdrawExchangePeriod", clerk));
    }
}
