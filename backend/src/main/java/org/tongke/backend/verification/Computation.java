package org.tongke.backend.verification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivitySchool;
import org.tongke.backend.activity.ActivitySource;
import org.tongke.backend.activity.ActivityState;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.register.ExchangePeriod;
import org.tongke.backend.verification.deadline.Pace;
import org.tongke.backend.verification.evaluation.ActivityFact;
import org.tongke.backend.verification.evaluation.CommunityFacts;
import org.tongke.backend.verification.evaluation.CommunityResult;
import org.tongke.backend.verification.evaluation.CriterionResult;
import org.tongke.backend.verification.evaluation.Evaluator;
import org.tongke.backend.verification.evaluation.EvidenceFact;
import org.tongke.backend.verification.evaluation.ExchangeFact;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.evaluation.Measure;
import org.tongke.backend.verification.evaluation.Rejected;

/** Progress of one community from its facts: the same facts at the same moment always give the same. */
final class Computation {
    private final Map<String, Activity> activities;
    /** The lesson that an activity is shown as, by the raw id of each that is reported. */
    private final Map<String, Activity> lessons = new HashMap<>();

    private final Map<String, Evidence> evidence;
    private final Map<String, ExchangePeriod> exchanges;

    private Computation(List<Activity> activities, List<Evidence> evidence, List<ExchangePeriod> exchanges) {
        this.activities = byId(activities, Activity::id);
        activities.forEach(activity -> activity.lessonIds().forEach(id -> lessons.put(id, activity)));
        this.evidence = byId(evidence, Evidence::id);
        this.exchanges = byId(exchanges, ExchangePeriod::id);
    }

    /** Whether a community is one of the programme's new ones: listed in it, and of a mode that its standard asks something of. */
    static boolean isNew(Community community, Programme programme) {
        return community.programmes().contains(programme.id())
                && !programme.standard().criteria(community.mode()).isEmpty();
    }

    /** @param now what is over by then counts */
    static CommunityProgress progress(
            Community community,
            Programme programme,
            List<Activity> activities,
            List<Evidence> evidence,
            List<ExchangePeriod> exchanges,
            Instant now) {
        return new Computation(activities, evidence, exchanges).progress(community, programme, now);
    }

    /** Which activities count, by raw id, and why the others do not; what no criterion looks at is missing. */
    static Map<String, Optional<Rejected.Reason>> verdicts(
            Community community,
            Programme programme,
            List<Activity> activities,
            List<Evidence> evidence,
            List<ExchangePeriod> exchanges,
            Instant now) {
        var verdicts = new HashMap<String, Optional<Rejected.Reason>>();
        new Computation(activities, evidence, exchanges)
                .evaluate(community, programme, now)
                .criteria()
                .forEach(criterion -> {
                    criterion.rejected().stream()
                            .filter(rejected -> rejected.fact().type() == FactRef.Type.ACTIVITY)
                            .forEach(rejected -> verdicts.put(rejected.fact().id(), Optional.of(rejected.reason())));
                    criterion.counted().stream()
                            .filter(fact -> fact.type() == FactRef.Type.ACTIVITY)
                            .forEach(fact -> verdicts.put(fact.id(), Optional.empty()));
                });
        return verdicts;
    }

    private CommunityResult evaluate(Community community, Programme programme, Instant now) {
        return Evaluator.evaluate(facts(community, programme), programme.standard(), programme.span(), now);
    }

    private CommunityProgress progress(Community community, Programme programme, Instant now) {
        var result = evaluate(community, programme, now);
        var zone = programme.zone();
        var criteria = result.criteria().stream()
                .map(criterion -> criterion(criterion, zone))
                .toList();
        return new CommunityProgress(
                new ProgressId(programme.id(), community.id()),
                community.mode(),
                community.countyCode(),
                community.memberIds().size(),
                criteria,
                paces(result),
                Review.NONE,
                nextDueAt(result, zone),
                CommunityProgress.sortKey(criteria, community.sortKey()),
                community.places(),
                null);
    }

    private CommunityFacts facts(Community community, Programme programme) {
        return new CommunityFacts(
                community.id(),
                community.mode(),
                community.coreId(),
                new HashSet<>(community.memberIds()),
                activities.values().stream().flatMap(Computation::facts).toList(),
                evidence.values().stream()
                        .filter(claim -> isOf(programme, claim))
                        .map(this::fact)
                        .toList(),
                exchanges.values().stream().map(Computation::fact).toList());
    }

    /** A picture goes with its activity, even if that has moved into another year; what shows none stays in the year it was given in. */
    private boolean isOf(Programme programme, Evidence claim) {
        return claim.programmeId().equals(programme.id())
                || (claim.activityId() != null && lessons.containsKey(claim.activityId()));
    }

    /** The lesson, and for each of the other reports of it one that is doubled. */
    private static Stream<ActivityFact> facts(Activity activity) {
        return activity.sources().stream().map(source -> fact(activity, source));
    }

    private static ActivityFact fact(Activity activity, ActivitySource source) {
        return new ActivityFact(
                source.key().id(),
                activity.id(),
                activity.kindCode(),
                activity.subjectCode(),
                activity.startsAt(),
                activity.endsAt(),
                activity.state() == ActivityState.CANCELLED,
                activity.announcedAt(),
                activity.attendance() != null,
                activity.schools().stream().map(ActivitySchool::schoolId).collect(Collectors.toSet()));
    }

    private static ExchangeFact fact(ExchangePeriod period) {
        return new ExchangeFact(
                period.id(),
                period.from().id(),
                period.to().id(),
                period.terms().startsOn(),
                period.terms().endsOn(),
                period.terms().backbone());
    }

    /** What proves one report of a lesson proves the lesson. */
    private EvidenceFact fact(Evidence evidence) {
        var lesson = evidence.activityId() == null ? null : lessons.get(evidence.activityId());
        return new EvidenceFact(
                evidence.id(),
                evidence.criterion(),
                lesson == null ? evidence.activityId() : lesson.id(),
                evidence.proofKind(),
                evidence.fileHash());
    }

    private CriterionProgress criterion(CriterionResult result, ZoneId zone) {
        var facts = Stream.concat(
                        result.counted().stream().map(fact -> looked(fact, null, zone)),
                        result.rejected().stream().map(rejected -> looked(rejected.fact(), rejected.reason(), zone)))
                .sorted(ProgressFact.NEWEST_FIRST)
                .limit(CriterionProgress.MOST_FACTS)
                .toList();
        return new CriterionProgress(result.criterion(), result.state(), result.measures(), result.missing(), facts);
    }

    private ProgressFact looked(FactRef fact, Rejected.@Nullable Reason reason, ZoneId zone) {
        return switch (fact.type()) {
            case ACTIVITY -> {
                var activity = Objects.requireNonNull(lessons.get(fact.id()));
                yield new ProgressFact(
                        fact, title(activity, fact), activity.subjectCode(), activity.startsAt(), reason);
            }
            case EVIDENCE -> {
                var claim = Objects.requireNonNull(evidence.get(fact.id()));
                yield new ProgressFact(fact, claim.fileName(), null, claim.recordedAt(), reason);
            }
            case EXCHANGE -> {
                var period = Objects.requireNonNull(exchanges.get(fact.id()));
                yield new ProgressFact(
                        fact,
                        period.teacherName() + " → " + period.to().name(),
                        null,
                        beginningOf(period, zone),
                        reason);
            }
        };
    }

    /** What the criteria count of each kind of activity, with the first that counts. */
    private List<Pace> paces(CommunityResult result) {
        return result.criteria().stream()
                .flatMap(criterion -> criterion.measures().stream()
                        .filter(measure -> measure.of() == Measure.Quantity.ACTIVITIES)
                        .map(measure -> new Pace(
                                measure.code(),
                                measure.present(),
                                measure.needed(),
                                firstAt(criterion, measure.code()).orElse(null))))
                .toList();
    }

    private Optional<Instant> firstAt(CriterionResult criterion, String kind) {
        return criterion.counted().stream()
                .filter(fact -> fact.type() == FactRef.Type.ACTIVITY)
                .map(fact -> Objects.requireNonNull(activities.get(fact.id())))
                .filter(activity -> activity.kindCode().equals(kind))
                .map(Activity::startsAt)
                .min(Comparator.naturalOrder());
    }

    /** Of a doubled one, who reports it. */
    private static String title(Activity activity, FactRef fact) {
        return activity.sources().stream()
                .filter(source -> !fact.id().equals(activity.id()))
                .filter(source -> source.key().id().equals(fact.id()))
                .findFirst()
                .map(source -> activity.title() + "（" + source.supplierName() + "）")
                .orElseGet(activity::title);
    }

    private static Instant beginningOf(ExchangePeriod period, ZoneId zone) {
        return period.terms().startsOn().atStartOfDay(zone).toInstant();
    }

    /** The end of the programme is not among it: what counts is fixed by when things happen, so nothing ends then. */
    private @Nullable Instant nextDueAt(CommunityResult result, ZoneId zone) {
        return result.criteria().stream()
                .flatMap(criterion -> criterion.rejected().stream())
                .flatMap(rejected -> dueAt(rejected, zone).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Optional<Instant> dueAt(Rejected rejected, ZoneId zone) {
        var id = rejected.fact().id();
        return switch (rejected.reason()) {
            case NOT_OVER_YET ->
                Optional.of(Objects.requireNonNull(activities.get(id)).endsAt());
            case NOT_BEGUN_YET -> Optional.of(beginningOf(Objects.requireNonNull(exchanges.get(id)), zone));
            default -> Optional.empty();
        };
    }

    private static <T> Map<String, T> byId(List<T> facts, Function<T, String> id) {
        var byId = new HashMap<String, T>();
        facts.forEach(fact -> byId.put(id.apply(fact), fact));
        return byId;
    }
}
