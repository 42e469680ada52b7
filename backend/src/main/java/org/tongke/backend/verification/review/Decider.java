package org.tongke.backend.verification.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.KillPoint;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.ProgressId;
import org.tongke.backend.verification.Progresses;
import org.tongke.backend.verification.Verdict.Kind;

/**
 * Takes decisions. Several go the way of one together, step by step, so that they cost its round trips; a refusal ends the way of its
 * own alone. Each is one write to its own finding, so that a crash leaves some taken and some not, and sending all again takes the rest.
 */
@Component
class Decider {
    private final FindingStore store;
    private final DecisionStore decisions;
    private final Progresses progresses;
    private final FreshProgress fresh;
    private final FindingFiles files;
    private final Programmes programmes;
    private final Clock clock;
    private final ZoneId zone;

    Decider(
            FindingStore store,
            DecisionStore decisions,
            Progresses progresses,
            FreshProgress fresh,
            FindingFiles files,
            Programmes programmes,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.decisions = decisions;
        this.progresses = progresses;
        this.fresh = fresh;
        this.files = files;
        this.programmes = programmes;
        this.clock = clock;
        this.zone = zone;
    }

    /** What becomes of each, in their order. */
    List<DecisionOutcome> decide(List<DecisionSaid> all, Viewer viewer, Scope scope) {
        var run = new Run(all, viewer);
        run.checkForm();
        run.checkPlaces(scope);
        run.findRepeated();
        run.look();
        run.write();
        run.show();
        return run.cases.stream().map(Case::outcome).toList();
    }

    /** A decision on its way. */
    private static final class Case {
        private final DecisionSaid said;
        private @Nullable Said before;
        /** Whether it was taken when the same was sent before. */
        private boolean isRepeated;

        private @Nullable Finding now;
        private @Nullable Decision decision;
        private @Nullable Finding done;
        private List<Refusal> refusals = List.of();

        Case(DecisionSaid said) {
            this.said = said;
        }

        ProgressId id() {
            return said.finding();
        }

        boolean isOpen() {
            return refusals.isEmpty();
        }

        DecisionOutcome outcome() {
            return new DecisionOutcome(said, done, refusals);
        }
    }

    /** Decisions that go the way together. */
    private final class Run {
        private final List<Case> cases;
        private final Viewer viewer;

        Run(List<DecisionSaid> all, Viewer viewer) {
            this.cases = all.stream().map(Case::new).toList();
            this.viewer = viewer;
        }

        private Stream<Case> open() {
            return cases.stream().filter(Case::isOpen);
        }

        /** Those that nobody has sent before. */
        private Stream<Case> fresh() {
            return open().filter(one -> !one.isRepeated);
        }

        private static List<ProgressId> ids(Stream<Case> cases) {
            return cases.map(Case::id).toList();
        }

        private static void each(Stream<Case> cases, Consumer<Case> step) {
            cases.toList().forEach(one -> {
                try {
                    step.accept(one);
                } catch (RefusedException refused) {
                    one.refusals = refused.refusals();
                }
            });
        }

        void checkForm() {
            each(open(), one -> DecisionCheck.form(one.said));
            var named = new HashSet<ProgressId>();
            each(open(), one -> {
                if (!named.add(one.id())) {
                    throw stale();
                }
            });
        }

        void checkPlaces(Scope scope) {
            var there = progresses.findAll(ids(open()), scope);
            each(open(), one -> {
                if (!there.containsKey(one.id())) {
                    throw notFound();
                }
            });
        }

        void findRepeated() {
            var said = store.findSaid(ids(open()));
            var taken = findTaken(open().toList(), said);
            each(open(), one -> {
                one.before = said.get(one.id());
                var decided = taken.get(one.id());
                if (decided == null) {
                    DecisionCheck.isLatest(one.before, one.said.expectedRevision(), zone);
                } else {
                    DecisionCheck.isSame(one.said, decided, viewer.requireAccount());
                    one.isRepeated = true;
                }
            });
        }

        void look() {
            var looked = fresh.lookAll(ids(fresh()));
            KillPoint.reached("finding.looked");
            var filesOf = files.of(looked.values());
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            each(fresh(), one -> {
                one.now = finding(one.id(), looked, filesOf, one.before);
                one.decision = check(one.said, one.now, at, viewer);
            });
        }

        /** First what was said before is put by, then what is said takes its place: between the two nothing is lost, only there twice. */
        void write() {
            var followed = new HashMap<ProgressId, Decision>();
            var next = new ArrayList<FindingStore.Next>();
            fresh().forEach(one -> {
                var now = Objects.requireNonNull(one.now);
                now.latest().ifPresent(latest -> followed.put(one.id(), latest));
                next.add(new FindingStore.Next(
                        now.progress(), one.before, Said.after(one.before, Objects.requireNonNull(one.decision))));
            });
            decisions.putAll(followed);
            KillPoint.reached("finding.kept");
            store.putAll(next);
            KillPoint.reached("finding.said");
        }

        /** Progress hears of it by the feed; whoever asks next is not to wait for that. What is not there was said by somebody else. */
        void show() {
            var looked = fresh.lookAll(ids(open()));
            KillPoint.reached("finding.shown");
            var said = store.findSaid(ids(open()));
            var taken = findTaken(open().toList(), said);
            each(open(), one -> {
                var decided = taken.get(one.id());
                if (decided == null) {
                    throw Optional.ofNullable(said.get(one.id()))
                            .map(winner -> DecisionCheck.overtaken(winner, zone))
                            .orElseGet(Decider::stale);
                }
                DecisionCheck.isSame(one.said, decided, viewer.requireAccount());
            });
            var filesOf = files.of(looked.values());
            each(open(), one -> one.done = finding(one.id(), looked, filesOf, said.get(one.id())));
        }
    }

    private static Finding finding(
            ProgressId id,
            Map<ProgressId, CommunityProgress> progress,
            Map<ProgressId, List<SeenFile>> files,
            @Nullable Said said) {
        var there = Optional.ofNullable(progress.get(id)).orElseThrow(Decider::notFound);
        return new Finding(there, files.getOrDefault(id, List.of()), said);
    }

    /** Those of the decisions that are taken, by their findings: it is what was said last, or was followed by something else. */
    private Map<ProgressId, Decision> findTaken(Collection<Case> cases, Map<ProgressId, Said> said) {
        var taken = new HashMap<ProgressId, Decision>();
        var others = new HashMap<ProgressId, String>();
        for (var one : cases) {
            var stands = said.get(one.id());
            var id = one.said.id().toString();
            if (stands != null && stands.latest().id().equals(id)) {
                taken.put(one.id(), stands.latest());
            } else if (stands != null) {
                others.put(one.id(), id);
            }
        }
        taken.putAll(decisions.findEach(others));
        return taken;
    }

    private Decision check(DecisionSaid said, Finding now, Instant at, Viewer viewer) {
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

    private static RefusedException notFound() {
        return new RefusedException(Refusal.notFound("communityId"));
    }

    private static RefusedException stale() {
        return new RefusedException(Refusal.of(ErrorCode.REVISION_STALE, List.of("expectedRevision")));
    }
}
