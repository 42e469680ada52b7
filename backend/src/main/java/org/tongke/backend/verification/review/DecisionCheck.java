package org.tongke.backend.verification.review;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.ProgressFact;
import org.tongke.backend.verification.Verdict;
import org.tongke.backend.verification.evaluation.FactRef;
import org.tongke.backend.verification.review.Finding.State;

/** Whether a decision can be taken on what stands there now. Each method throws {@link RefusedException} with all that is in the way. */
final class DecisionCheck {
    static final int MOST_ITEMS = 20;
    static final int LONGEST_REASON = 500;

    private static final String SEEN = "seen";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private DecisionCheck() {}

    /** What can be said of a decision without looking anything up. */
    static void form(DecisionSaid said) {
        var found = new ArrayList<Refusal>();
        if (said.kind() == Verdict.Kind.WITHDRAWN && said.reason().isEmpty()) {
            found.add(Refusal.of(ErrorCode.REQUIRED, List.of("reason")));
        }
        said.reason().ifPresent(reason -> length(reason, List.of("reason")).ifPresent(found::add));
        if (said.kind() == Verdict.Kind.SENT_BACK
                && (said.items().isEmpty() || said.items().size() > MOST_ITEMS)) {
            found.add(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of("items"), 1, MOST_ITEMS));
        }
        for (int i = 0; i < said.items().size(); i++) {
            var reason = said.items().get(i).reason();
            var path = List.of("items", String.valueOf(i), "reason");
            if (reason.isBlank()) {
                found.add(Refusal.of(ErrorCode.REQUIRED, path));
            } else {
                length(reason, path).ifPresent(found::add);
            }
        }
        throwIfAny(found);
    }

    private static Optional<Refusal> length(String text, List<String> path) {
        return text.codePointCount(0, text.length()) > LONGEST_REASON
                ? Optional.of(Refusal.of(ErrorCode.TOO_LONG, path, LONGEST_REASON))
                : Optional.empty();
    }

    /** Whether nobody has said anything since the caller looked; if somebody has, it is told who, what and when. */
    static void isLatest(@Nullable Said said, long expectedRevision, ZoneId zone) {
        if (said != null && said.revision() != expectedRevision) {
            throw overtaken(said, zone);
        }
        if (said == null && expectedRevision != 0) {
            throw new RefusedException(Refusal.of(ErrorCode.REVISION_STALE, List.of("expectedRevision")));
        }
    }

    static RefusedException overtaken(Said said, ZoneId zone) {
        var latest = said.latest();
        return new RefusedException(Refusal.of(
                ErrorCode.DECIDED_MEANWHILE,
                List.of("expectedRevision"),
                latest.by().name(),
                TIME.format(latest.at().atZone(zone)),
                new Phrase("verification.decided." + latest.kind())));
    }

    /** Whether what is sent under the id of a decision that is taken says the same, from the same person. */
    static void isSame(DecisionSaid said, Decision taken, String accountId) {
        var sameItems = taken.items().stream()
                .map(item -> item.criterion() + " " + item.reason())
                .toList()
                .equals(said.items().stream()
                        .map(item -> item.criterion() + " " + item.reason().strip())
                        .toList());
        if (taken.kind() != said.kind()
                || !taken.by().account().equals(accountId)
                || !Optional.ofNullable(taken.reason()).equals(said.reason().map(String::strip))
                || !sameItems) {
            throw new RefusedException(Refusal.of(ErrorCode.ID_REUSED, List.of("id")));
        }
    }

    /** Whether what the caller saw is what is there; if not, it is told what has changed, criterion by criterion. */
    static void isAsSeen(Finding now, String seen) {
        var before = SeenToken.decode(seen)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(ErrorCode.MALFORMED, List.of(SEEN), new Phrase("verification.seen.malformed"))));
        throwIfAny(
                before.until(now.token()).stream().map(DecisionCheck::conflict).toList());
    }

    private static Refusal conflict(SeenToken.Difference difference) {
        var path = List.of(SEEN, difference.code());
        return difference.before().equals(difference.after())
                ? Refusal.of(
                        ErrorCode.CONFLICT,
                        path,
                        difference.code(),
                        new Phrase("verification.seen.before"),
                        new Phrase("verification.seen.after"))
                : Refusal.of(ErrorCode.CONFLICT, path, difference.code(), difference.before(), difference.after());
    }

    /** Whether the finding stands as the decision needs it. */
    static void stands(Finding now, Verdict.Kind next) {
        var fits = switch (next) {
            case PASSED, SENT_BACK -> now.state() == State.WAITING;
            case RESUBMITTED -> now.state() == State.SENT_BACK && now.progress().operating();
            case WITHDRAWN -> now.state() == State.PASSED || now.state() == State.SENT_BACK;
        };
        if (!fits) {
            // what was sent back and cannot be submitted yet lacks something
            var state = next == Verdict.Kind.RESUBMITTED && now.state() == State.SENT_BACK ? State.OPEN : now.state();
            throw new RefusedException(
                    Refusal.of(ErrorCode.NOT_READY, List.of(), new Phrase("verification.state." + state)));
        }
    }

    /** Whether none of the evidence is the reviewer's own. */
    static Optional<Refusal> ownEvidence(Finding now, String accountId) {
        return now.findUploadedBy(accountId)
                .map(file -> Refusal.of(ErrorCode.OWN_EVIDENCE, List.of(), file.fileName(), file.criterion()));
    }

    /** The items with the facts that they mean; each must be one of those that stand there. */
    static List<SentBackItem> items(Finding now, List<ItemSaid> items) {
        var found = new ArrayList<SentBackItem>();
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < items.size(); i++) {
            var said = items.get(i);
            var at = String.valueOf(i);
            var criterion = now.progress().criteria().stream()
                    .filter(one -> one.code().equals(said.criterion()))
                    .findFirst();
            if (criterion.isEmpty()) {
                refusals.add(
                        Refusal.of(ErrorCode.CRITERION_UNKNOWN, List.of("items", at, "criterion"), said.criterion()));
                continue;
            }
            var fact = said.evidenceId()
                    .map(id -> evidence(now, id))
                    .or(() -> said.activityId().map(id -> activity(criterion.get(), id)));
            if (fact.isPresent() && fact.get().isEmpty()) {
                var field = said.evidenceId().isPresent() ? "evidenceId" : "activityId";
                refusals.add(Refusal.notFound("items", at, field));
                continue;
            }
            found.add(new SentBackItem(
                    said.criterion(),
                    fact.flatMap(one -> one).orElse(null),
                    said.reason().strip()));
        }
        throwIfAny(refusals);
        return found;
    }

    private static Optional<ProgressFact> evidence(Finding now, String id) {
        var known = facts(now.progress().criteria().stream(), FactRef.Type.EVIDENCE, id);
        return known.or(() -> now.files().stream()
                .filter(file -> file.evidenceId().equals(id))
                .findFirst()
                .map(file -> new ProgressFact(
                        new FactRef(FactRef.Type.EVIDENCE, id), file.fileName(), null, file.recordedAt(), null)));
    }

    private static Optional<ProgressFact> activity(CriterionProgress criterion, String id) {
        return facts(Stream.of(criterion), FactRef.Type.ACTIVITY, id);
    }

    private static Optional<ProgressFact> facts(Stream<CriterionProgress> criteria, FactRef.Type type, String id) {
        return criteria.flatMap(criterion -> criterion.facts().stream())
                .filter(fact -> fact.fact().equals(new FactRef(type, id)))
                .findFirst();
    }

    private static void throwIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}
