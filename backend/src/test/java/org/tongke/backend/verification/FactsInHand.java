package org.tongke.backend.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityDetails;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.activity.Reporting;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.Cursor;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.community.programme.ProgrammeSpan;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceLife;
import org.tongke.backend.evidence.EvidenceState;
import org.tongke.backend.register.ExchangePeriod;

/** Facts held in memory, in the place of the rooms that own them: each read sees what stands there at that moment. */
final class FactsInHand implements FactSource {
    static final Programme PROGRAMME = ProgrammeFiles.get(2021);
    static final String COUNTY = "330382";

    private final Map<String, Community> communities = new LinkedHashMap<>();
    private final Map<String, Activity> activities = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Map<ProgressId, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<String, ExchangePeriod> exchanges = new LinkedHashMap<>();

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(PROGRAMME.zone()).toInstant();
    }

    static ProgressId idOf(String community) {
        return new ProgressId(PROGRAMME.id(), community);
    }

    /** A merged community of the county with a core and one member school; merged ones can meet all criteria by what is counted here. */
    FactsInHand community(String id) {
        return community(id, Mode.MERGED, COUNTY, "3303", "33");
    }

    FactsInHand community(String id, Mode mode, String... regionCodes) {
        return put(new Community(
                id,
                id,
                mode,
                regionCodes[0],
                id + "-core",
                List.of(id + "-member"),
                Set.of(PROGRAMME.id()),
                id,
                places(id, regionCodes)));
    }

    FactsInHand put(Community community) {
        communities.put(community.id(), community);
        return this;
    }

    /** It is no longer one of the programme's new ones. */
    synchronized FactsInHand unlist(String id) {
        var c = get(id);
        return put(new Community(
                id, c.name(), c.mode(), c.countyCode(), c.coreId(), c.memberIds(), Set.of(), c.sortKey(), c.places()));
    }

    Community get(String id) {
        return communities.getOrDefault(id, communities.values().iterator().next());
    }

    /** Lessons of 40 minutes between core and member school at nine o'clock on following days from 2 March. */
    FactsInHand lessons(String community, String subject, int count) {
        for (int number = 1; number <= count; number++) {
            var start = at("2021-03-01T09:00:00").plus(Duration.ofDays(number));
            activity(community + "-" + subject + "-" + number, community, "SYNCED_LESSON", subject, start);
        }
        return this;
    }

    FactsInHand research(String community, String kind, int count) {
        for (int number = 1; number <= count; number++) {
            var start = at("2021-03-01T14:00:00").plus(Duration.ofDays(number));
            activity(community + "-" + kind + "-" + number, community, kind, null, start);
        }
        return this;
    }

    synchronized FactsInHand activity(
            String id, String community, String kind, @Nullable String subject, Instant start) {
        activities.put(
                id,
                activity(
                        id,
                        community,
                        kind,
                        subject,
                        start,
                        ActivityState.PLANNED,
                        List.of(community + "-core", community + "-member")));
        return this;
    }

    synchronized FactsInHand cancel(String id) {
        var a = known(id);
        var schools = a.schools().stream().map(ActivitySchool::schoolId).toList();
        activities.put(
                id,
                activity(
                        id,
                        a.communityId(),
                        a.kindCode(),
                        a.subjectCode(),
                        a.startsAt(),
                        ActivityState.CANCELLED,
                        schools));
        return this;
    }

    /** The same activity, now of another community and between its schools. */
    synchronized FactsInHand move(String id, String community) {
        var a = known(id);
        return activity(id, community, a.kindCode(), a.subjectCode(), a.startsAt());
    }

    synchronized FactsInHand delete(String id) {
        activities.remove(id);
        return this;
    }

    private Activity known(String id) {
        var activity = activities.get(id);
        if (activity == null) {
            throw new IllegalStateException("no activity " + id);
        }
        return activity;
    }

    private static Activity activity(
            String id,
            String community,
            String kind,
            @Nullable String subject,
            Instant start,
            ActivityState state,
            List<String> schools) {
        return new Activity(
                new ActivityKey("supplier", id),
                1,
                kind,
                id,
                subject,
                null,
                start,
                start.plus(Duration.ofMinutes(40)),
                state,
                null,
                schools.stream()
                        .map(school -> new ActivitySchool(school, school, null))
                        .toList(),
                List.of(),
                community,
                community,
                "supplier",
                null,
                ActivityDetails.NONE,
                null,
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                Reporting.ALONE);
    }

    /** A file for a criterion as a whole. */
    FactsInHand file(String id, String community, String criterion, ProofKind kind) {
        return claim(id, List.of(community), criterion, null, kind);
    }

    /** A picture of a lesson, given in the programme. */
    FactsInHand pictureOf(String activity, String community) {
        return claim(
                activity + "-picture",
                List.of(community),
                "2.1",
                known(activity).id(),
                ProofKind.PICTURE);
    }

    /** One document of the county for several communities. */
    FactsInHand document(String id, String criterion, String... of) {
        return claim(id, List.of(of), criterion, null, ProofKind.PDF);
    }

    /** A teacher of the core school at the member school. */
    synchronized FactsInHand exchange(String id, String community, String startsOn, String endsOn) {
        exchanges.put(
                id,
                new ExchangePeriod(
                        new ExchangePeriod.Key("teacher", id),
                        1,
                        "林晓岚",
                        community,
                        new ExchangePeriod.NamedSchool(community + "-core", "core"),
                        new ExchangePeriod.NamedSchool(community + "-member", "member"),
                        new ExchangePeriod.Terms(LocalDate.parse(startsOn), LocalDate.parse(endsOn), 2, true),
                        false,
                        List.of()));
        return this;
    }

    private synchronized FactsInHand claim(
            String id, List<String> communities, String criterion, @Nullable String activity, ProofKind kind) {
        evidence.put(
                id,
                new Evidence(
                        id,
                        communities,
                        communities.size() == 1 ? null : COUNTY,
                        PROGRAMME.id(),
                        criterion,
                        activity,
                        id,
                        id,
                        kind,
                        id + ".file",
                        null,
                        "clerk",
                        "clerk-account",
                        at("2021-05-01T08:00:00"),
                        List.of(),
                        new EvidenceLife(1, EvidenceState.CURRENT, null, null, null, List.of())));
        return this;
    }

    /** All that the standard asks of a merged community, exactly. */
    FactsInHand everythingAskedOf(String community) {
        return lessons(community, "MATHEMATICS", 19)
                .lessons(community, "CHINESE", 1)
                .research(community, "ONLINE_RESEARCH", 8)
                .research(community, "OFFLINE_RESEARCH", 4)
                .file(community + "-approval", community, "1.1", ProofKind.PDF)
                .file(community + "-plan", community, "1.2", ProofKind.PDF)
                .file(community + "-picture", community, "2.1", ProofKind.PICTURE)
                .file(community + "-research", community, "2.2", ProofKind.PICTURE)
                .file(community + "-text", community, "2.2", ProofKind.PDF)
                .file(community + "-list", community, "2.3", ProofKind.PDF);
    }

    /** What the county last said of a community in the programme. */
    synchronized FactsInHand verdict(String community, Verdict verdict) {
        verdicts.put(idOf(community), verdict);
        return this;
    }

    /** What the feed tells of a fact that touches communities. */
    static FeedEntry entry(String collection, String... touchedCommunities) {
        var touches = Stream.of(touchedCommunities).map(Community::channelOf).toList();
        return new FeedEntry(collection, new Document("_id", "any").append(Fact.TOUCHES, touches));
    }

    private static Collection<String> places(String id, String... regionCodes) {
        var places = new LinkedHashSet<String>();
        places.add(PlaceKey.school(id + "-core").value());
        places.add(PlaceKey.school(id + "-member").value());
        Stream.of(regionCodes).forEach(code -> places.add(PlaceKey.region(code).value()));
        return places;
    }

    @Override
    public synchronized Map<String, Community> communities(Collection<String> ids) {
        var found = new LinkedHashMap<>(communities);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized Connection<Community> list(@Nullable String after) {
        var page = PageRequest.of(Communities.LIST, 1, 2, after);
        var following = communities.values().stream()
                .filter(community -> page.after()
                        .map(cursor -> community.id().compareTo(cursor.keys().getFirst()) > 0)
                        .orElse(true))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .limit(page.limit())
                .toList();
        return Connection.of(following, page, community -> Cursor.of(Communities.LIST, community.id()));
    }

    @Override
    public synchronized List<Activity> activities(Collection<String> communityIds, ProgrammeSpan span) {
        return activities.values().stream()
                .filter(activity -> communityIds.contains(activity.communityId()) && span.contains(activity.startsAt()))
                .toList();
    }

    @Override
    public synchronized List<Evidence> evidence(Collection<String> communityIds) {
        return evidence.values().stream()
                .filter(claim -> claim.communityIds().stream().anyMatch(communityIds::contains))
                .toList();
    }

    @Override
    public synchronized List<ExchangePeriod> exchanges(Collection<String> communityIds) {
        return exchanges.values().stream()
                .filter(period -> communityIds.contains(period.communityId()))
                .toList();
    }

    @Override
    public synchronized Map<ProgressId, Verdict> verdicts(Collection<ProgressId> ids) {
        var found = new LinkedHashMap<>(verdicts);
        found.keySet().retainAll(ids);
        return found;
    }
}
