package org.tongke.backend.verification.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.ProgrammeFiles;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.community.programme.Standard;

/** A community in the making for tests, with the core school 城关一小 and, unless said otherwise, the member 山村小学. */
final class Facts {

    static final String CORE = "城关一小";
    static final String MEMBER = "山村小学";
    static final String SECOND_MEMBER = "河边小学";
    static final String STRANGER = "外县小学";
    static final Programme PROGRAMME = ProgrammeFiles.get(2021);
    static final Instant YEAR_END = at("2021-12-31T23:59:59");

    private final Mode mode;
    private final List<String> members;
    private final List<ActivityFact> activities = new ArrayList<>();
    private final List<EvidenceFact> evidence = new ArrayList<>();
    private final List<ExchangeFact> exchanges = new ArrayList<>();

    private Facts(Mode mode, String... members) {
        this.mode = mode;
        this.members = members.length == 0 ? List.of(MEMBER) : List.of(members);
    }

    static Facts of(Mode mode, String... members) {
        return new Facts(mode, members);
    }

    static Facts coBuilt(String... members) {
        return of(Mode.CO_BUILT, members);
    }

    static Facts merged(String... members) {
        return of(Mode.MERGED, members);
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** Lessons of 40 minutes on following days from 1 March, ids subject-1 and so on, between core school and first member. */
    Facts lessons(int count, String subject) {
        for (int number = 1; number <= count; number++) {
            lesson(subject + "-" + number, subject, at("2021-03-01T09:00:00").plus(Duration.ofDays(number)));
        }
        return this;
    }

    Facts lesson(String id, @Nullable String subject, Instant start, String... schools) {
        return activity(id, "SYNCED_LESSON", subject, start, schools);
    }

    Facts research(int count, String kind) {
        for (int number = 1; number <= count; number++) {
            activity(kind + "-" + number, kind, null, at("2021-03-01T14:00:00").plus(Duration.ofDays(number)));
        }
        return this;
    }

    Facts activity(String id, String kind, @Nullable String subject, Instant start, String... schools) {
        var taking = schools.length == 0 ? Set.of(CORE, members.getFirst()) : Set.of(schools);
        return activity(fact(id, kind, subject, start, false, null, false, taking));
    }

    /** A lesson between core school and first member that was reported at a moment, and confirmed by a school or not. */
    Facts reported(String id, String subject, Instant start, Instant announcedAt, boolean confirmed) {
        return activity(fact(
                id, "SYNCED_LESSON", subject, start, false, announcedAt, confirmed, Set.of(CORE, members.getFirst())));
    }

    /** Another report of a lesson that stands there. */
    Facts doubled(String id, String lesson) {
        var shown = activities.stream()
                .filter(activity -> activity.id().equals(lesson))
                .findFirst()
                .orElseThrow();
        return activity(new ActivityFact(
                id,
                lesson,
                shown.kind(),
                shown.subject(),
                shown.startAt(),
                shown.endAt(),
                shown.cancelled(),
                shown.announcedAt(),
                shown.confirmed(),
                shown.schools()));
    }

    /** Each lesson is reported once more. */
    Facts doubledAll() {
        List.copyOf(activities).stream()
                .map(ActivityFact::lesson)
                .distinct()
                .forEach(lesson -> doubled("again-" + lesson, lesson));
        return this;
    }

    private static ActivityFact fact(
            String id,
            String kind,
            @Nullable String subject,
            Instant start,
            boolean cancelled,
            @Nullable Instant announcedAt,
            boolean confirmed,
            Set<String> schools) {
        var end = start.plus(Duration.ofMinutes(40));
        return new ActivityFact(id, id, kind, subject, start, end, cancelled, announcedAt, confirmed, schools);
    }

    Facts activity(ActivityFact activity) {
        activities.add(activity);
        return this;
    }

    Facts cancel(String id) {
        activities.replaceAll(a -> a.id().equals(id)
                ? fact(a.id(), a.kind(), a.subject(), a.startAt(), true, null, false, a.schools())
                : a);
        return this;
    }

    Facts without(String id) {
        activities.removeIf(activity -> activity.id().equals(id));
        return this;
    }

    /** A file for the criterion as a whole; its hash is its id. */
    Facts file(String id, String criterion, ProofKind kind) {
        return evidence(id, criterion, null, kind, id);
    }

    Facts evidence(String id, @Nullable String criterion, @Nullable String activity, ProofKind kind, String fileHash) {
        evidence.add(new EvidenceFact(id, criterion, activity, kind, fileHash));
        return this;
    }

    Facts exchange(String id, String from, String to, String fromOn, String toOn, boolean backbone) {
        exchanges.add(new ExchangeFact(id, from, to, LocalDate.parse(fromOn), LocalDate.parse(toOn), backbone));
        return this;
    }

    Facts shuffle(Random random) {
        Collections.shuffle(activities, random);
        Collections.shuffle(evidence, random);
        Collections.shuffle(exchanges, random);
        return this;
    }

    Facts copy() {
        var copy = new Facts(mode, members.toArray(String[]::new));
        copy.activities.addAll(activities);
        copy.evidence.addAll(evidence);
        copy.exchanges.addAll(exchanges);
        return copy;
    }

    CommunityResult evaluate() {
        return evaluate(PROGRAMME.standard(), YEAR_END);
    }

    CommunityResult evaluate(Standard standard, Instant asOf) {
        var facts = new CommunityFacts("community", mode, CORE, Set.copyOf(members), activities, evidence, exchanges);
        return Evaluator.evaluate(facts, standard, PROGRAMME.span(), asOf);
    }

    CriterionResult of(String criterion) {
        return evaluate().find(criterion).orElseThrow();
    }

    /** One line for a result, such as {@code LACKING | SUBJECTS 1/2, SYNCED_LESSON 19/20 | not a-1: CANCELLED}. */
    static String print(CriterionResult result) {
        var measures = result.measures().stream().map(Facts::print).collect(Collectors.joining(", "));
        var rejected = result.rejected().stream()
                .map(r -> r.fact().id() + ": " + r.reason())
                .collect(Collectors.joining(", "));
        return Stream.of(result.state().name(), measures, rejected.isEmpty() ? "" : "not " + rejected)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private static String print(Measure measure) {
        boolean named = measure.of() == Measure.Quantity.SUBJECTS || measure.of() == Measure.Quantity.MEMBERS;
        return (named ? measure.of().name() : measure.code())
                + (measure.pairedWith() == null ? "" : "(" + measure.pairedWith() + ")")
                + " " + measure.present() + "/" + measure.needed();
    }
}
