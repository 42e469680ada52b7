package org.tongke.backend.verification.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.Verdict.Kind;
import org.tongke.backend.verification.evaluation.FactRef;

/** The findings: what others may ask and do. */
@Component
public class Findings {
    /** Name of the list of what was said of a community. */
    public static final String LIST = DecisionStore.LIST;

    /** How many values order that list. */
    public static final int LIST_KEYS = 1;

    private final FindingStore store;
    private final DecisionStore decisions;
    private final Progresses progresses;
    private final FreshProgress fresh;
    private final Programmes programmes;
    private final EvidenceClaims evidence;
    private final Clock clock;
    private final ZoneId zone;

    Findings(
            FindingStore store,
            DecisionStore decisions,
            Progresses progresses,
            FreshProgress fresh,
            Programmes programmes,
            EvidenceClaims evidence,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.decisions = decisions;
        this.progresses = progresses;
        this.fresh = fresh;
        this.programmes = programmes;
        this.evidence = evidence;
        this.clock = clock;
        this.zone = zone;
    }

    /** The finding with a raw id. */
    public Optional<Finding> find(String raw, Scope scope) {
        return raw.indexOf(':') < 0
                ? Optional.empty()
                : progresses.find(ProgressId.of(raw), scope).map(progress -> of(progress, saidOf(progress.id())));
    }

    /** The findings on some communities' progress. Two round trips. */
    public Map<ProgressId, Finding> findAll(Collection<CommunityProgress> progress) {
        var said = store.findSaid(progress.stream().map(CommunityProgress::id).toList());
        var files = filesOf(progress);
        return progress.stream()
                .collect(Collectors.toMap(
                        CommunityProgress::id,
                        one -> new Finding(one, files.getOrDefault(one.id(), List.of()), said.get(one.id())),
                        (one, same) -> one));
    }

    /**
     * What was said of some communities, the newest first. One round trip for all of which the same page is asked.
     *
     * @return a page for each that is asked for
     */
    public Map<DecisionPage, Connection<Decision>> listEach(Collection<DecisionPage> pages) {
        var found = new HashMap<DecisionPage, Connection<Decision>>();
        pages.stream().collect(Collectors.groupingBy(DecisionPage::page)).forEach((page, asked) -> {
            var ids = asked.stream().map(one -> one.finding().id()).toList();
            var earlier = decisions.listEach(ids, page);
            asked.forEach(one ->
                    found.put(one, list(one, earlier.getOrDefault(one.finding().id(), List.of()))));
        });
        return found;
    }

    /** The latest one stands in the finding; after a crash it may stand among the earlier ones already. */
    private static Connection<Decision> list(DecisionPage asked, List<Decision> earlier) {
        var all = new ArrayList<Decision>();
        asked.finding()
                .latest()
                .filter(latest -> asked.page()
                        .after()
                        .map(DecisionStore::numberOf)
                        .map(number -> latest.revision() < number)
                        .orElse(true))
                .ifPresent(all::add);
        earlier.stream()
                .filter(one -> one.revision() < asked.finding().revision())
                .limit(asked.page().limit() - (long) all.size())
                .forEach(all::add);
        return Connection.of(all, asked.page(), DecisionStore::cursorOf);
    }

    /**
     * Passes a community, sends it back, submits it again, or takes back what was said last. What is sent again says nothing more.
     *
     * @param scope where the caller may say that
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, MALFORMED, ID_REUSED, REVISION_STALE, DECIDED_MEANWHILE,
     *     CONFLICT, NOT_READY, OWN_EVIDENCE, CRITERION_UNKNOWN
     */
    public Finding decide(DecisionSaid said, Viewer viewer, Scope scope) {
        DecisionCheck.form(said);
        var id = said.finding();
        if (progresses.find(id, scope).isEmpty()) {
            throw new RefusedException(Refusal.notFound("communityId"));
        }
        var before = saidOf(id);
        var repeated = findRepeated(said, before);
        if (repeated.isPresent()) {
            return repeat(said, repeated.get(), viewer);
        }
        DecisionCheck.isLatest(before, said.expectedRevision(), zone);
        var progress = fresh.look(id).orElseThrow(() -> new RefusedException(Refusal.notFound("communityId")));
        KillPoint.reached("finding.looked");
        var now = of(progress, before);
        var decision = check(said, now, viewer);
        return write(now, decision, viewer, said);
    }

    private Decision check(DecisionSaid said, Finding now, Viewer viewer) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var isJudgement = said.kind() == Kind.PASSED || said.kind() == Kind.SENT_BACK;
        if (isJudgement) {
            DecisionCheck.isAsSeen(now, said.seen().orElse(""));
        }
        DecisionCheck.stands(now, said.kind());
        if (isJudgement) {
            DecisionCheck.ownEvidence(now, viewer.requireAccount()).ifPresent(refusal -> {
                throw new RefusedException(refusal);
            });
        }
        return new Decision(
                said.id().toString(),
                said.kind(),
                now.revision() + 1,
                Origin.of(viewer),
                at,
                said.reason().map(String::strip).orElse(null),
                DecisionCheck.items(now, said.items()),
                isJudgement ? seen(now, at) : null);
    }

    /** First what was said before is put by, then what is said takes its place: between the two nothing is lost, only there twice. */
    private Finding write(Finding now, Decision decision, Viewer viewer, DecisionSaid said) {
        now.latest().ifPresent(latest -> decisions.put(now.id(), latest));
        KillPoint.reached("finding.kept");
        if (!store.put(now.progress(), now.said(), Said.after(now.said(), decision))) {
            var winner = saidOf(now.id());
            var repeated = findRepeated(said, winner);
            if (repeated.isPresent()) {
                return repeat(said, repeated.get(), viewer);
            }
            throw winner == null
                    ? new RefusedException(Refusal.of(ErrorCode.REVISION_STALE, List.of("expectedRevision")))
                    : DecisionCheck.overtaken(winner, zone);
        }
        KillPoint.reached("finding.said");
        return current(now.id());
    }

    /** Progress hears of it by the feed; whoever asks next is not to wait for that. */
    private Finding current(ProgressId id) {
        var progress = fresh.look(id).orElseThrow(() -> new RefusedException(Refusal.notFound("communityId")));
        KillPoint.reached("finding.shown");
        return of(progress, saidOf(id));
    }

    private Optional<Decision> findRepeated(DecisionSaid said, @Nullable Said before) {
        if (before == null) {
            return Optional.empty();
        }
        var id = said.id().toString();
        return before.latest().id().equals(id) ? Optional.of(before.latest()) : decisions.find(said.finding(), id);
    }

    private Finding repeat(DecisionSaid said, Decision decided, Viewer viewer) {
        var sameItems = decided.items().size() == said.items().size()
                && decided.items().stream()
                        .map(item -> item.criterion() + " " + item.reason())
                        .toList()
                        .equals(said.items().stream()
                                .map(item ->
                                        item.criterion() + " " + item.reason().strip())
                                .toList());
        if (decided.kind() != said.kind()
                || !decided.by().account().equals(viewer.requireAccount())
                || !Optional.ofNullable(decided.reason()).equals(said.reason().map(String::strip))
                || !sameItems) {
            throw new RefusedException(Refusal.of(ErrorCode.ID_REUSED, List.of("id")));
        }
        return current(said.finding());
    }

    private @Nullable Said saidOf(ProgressId id) {
        return store.findSaid(List.of(id)).get(id);
    }

    private Finding of(CommunityProgress progress, @Nullable Said said) {
        return new Finding(progress, filesOf(List.of(progress)).getOrDefault(progress.id(), List.of()), said);
    }

    /** Evidence that was given in the programme, or that one of its criteria looked at. */
    private Map<ProgressId, List<SeenFile>> filesOf(Collection<CommunityProgress> progress) {
        var communities = progress.stream().map(one -> one.id().communityId()).collect(Collectors.toSet());
        var all = new HashMap<String, List<Evidence>>();
        if (!communities.isEmpty()) {
            evidence.findByCommunities(communities, Scope.EVERYWHERE)
                    .forEach(one -> one.communityIds()
                            .forEach(id -> all.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(one)));
        }
        return progress.stream()
                .collect(Collectors.toMap(
                        CommunityProgress::id,
                        one -> filesOf(one, all.getOrDefault(one.id().communityId(), List.of())),
                        (one, same) -> one));
    }

    private static List<SeenFile> filesOf(CommunityProgress progress, List<Evidence> all) {
        var lookedAt = progress.criteria().stream()
                .flatMap(criterion -> criterion.facts().stream())
                .filter(fact -> fact.fact().type() == FactRef.Type.EVIDENCE)
                .map(fact -> fact.fact().id())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.programmeId().equals(progress.id().programmeId()) || lookedAt.contains(one.id()))
                .map(SeenFile::of)
                .toList();
    }

    private Seen seen(Finding now, Instant at) {
        var programme = programmes.find(now.id().programmeId()).orElseThrow();
        return new Seen(
                now.progress().mode(),
                at,
                now.progress().review(),
                now.progress().criteria().stream()
                        .flatMap(stood -> criterion(programme, now, stood))
                        .toList(),
                now.files());
    }

    /** What the mode is not asked is nothing that anybody sees. */
    private static Stream<Seen.Criterion> criterion(Programme programme, Finding now, CriterionProgress stood) {
        return programme.standard().criteria(now.progress().mode()).stream()
                .filter(criterion -> criterion.id().equals(stood.code()))
                .map(Criterion::name)
                .map(name -> new Seen.Criterion(name, stood));
    }
}
