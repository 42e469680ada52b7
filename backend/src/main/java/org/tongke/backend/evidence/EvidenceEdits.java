package org.tongke.backend.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.file.StoredFiles;

/**
 * What may be done to evidence after it was confirmed, by whoever might have uploaded it. Nothing is ever deleted: whoever looked at it
 * before finds it again, with what became of it and why.
 */
@Component
public class EvidenceEdits {
    private static final DateTimeFormatter LESSON_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final EvidenceStore store;
    private final ClaimCheck check;
    private final Activities activities;
    private final Communities communities;
    private final StoredFiles files;
    private final Clock clock;
    private final ZoneId zone;

    EvidenceEdits(
            EvidenceStore store,
            ClaimCheck check,
            Activities activities,
            Communities communities,
            StoredFiles files,
            Clock clock,
            ZoneId zone) {
        this.store = store;
        this.check = check;
        this.activities = activities;
        this.communities = communities;
        this.files = files;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether somebody may withdraw, replace and edit a piece of evidence, or put it back if it was withdrawn. */
    public boolean mayChange(Viewer viewer, Evidence evidence) {
        return ClaimRights.mayChange(viewer, evidence);
    }

    /**
     * Takes evidence back: it counts no more. Repeating it changes nothing, whatever revision is expected and reason given.
     *
     * @param reason why, 1 to 500 characters
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, EVIDENCE_NOT_CURRENT, REVISION_STALE
     */
    public Evidence withdraw(String id, long expectedRevision, String reason, Viewer viewer, Scope scope) {
        ClaimForm.reasonRefusal(reason).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        var before = find(id, viewer, scope);
        if (before.state() == EvidenceState.WITHDRAWN) {
            return before;
        }
        requireCurrent(before);
        var words = reason.strip();
        var after = before.with(before.life().next(EvidenceState.WITHDRAWN, null, words));
        return write(before, after, expectedRevision, List.of(), viewer);
    }

    /**
     * Puts evidence back that was withdrawn. Repeating it changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, EVIDENCE_NOT_CURRENT, REVISION_STALE
     */
    public Evidence restore(String id, long expectedRevision, Viewer viewer, Scope scope) {
        var before = find(id, viewer, scope);
        if (before.life().isCurrent()) {
            return before;
        }
        if (before.state() == EvidenceState.REPLACED) {
            throw refused(ErrorCode.EVIDENCE_NOT_CURRENT, "evidenceId");
        }
        var after = before.with(before.life().next(EvidenceState.CURRENT, null, null));
        return write(before, after, expectedRevision, List.of(), viewer);
    }

    /**
     * Says something else of a file, as that it shows another lesson. Saying the same again changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, EVIDENCE_NOT_CURRENT, REVISION_STALE, TOO_LONG, CRITERION_UNKNOWN, ACTIVITY_NOT_OF_COMMUNITY,
     *     FILE_KIND_NOT_ASKED
     */
    public Evidence edit(String id, long expectedRevision, EvidenceFacts facts, Viewer viewer, Scope scope) {
        ClaimForm.refusal(facts.note()).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        var before = find(id, viewer, scope);
        requireCurrent(before);
        var checked = check.edit(before, facts, viewer);
        var after = before.claiming(
                checked.claimed(),
                checked.programme().id(),
                facts.criterion(),
                facts.activityId().orElse(null),
                ClaimForm.note(facts.note()));
        if (isSame(before, after)) {
            return before;
        }
        if (after.isOfCounty()) {
            files.share(after.fileId(), after.places());
        }
        return write(before, after, expectedRevision, changes(before, after, checked.activity()), viewer);
    }

    private static boolean isSame(Evidence one, Evidence other) {
        return one.criterion().equals(other.criterion())
                && Objects.equals(one.activityId(), other.activityId())
                && Objects.equals(one.note(), other.note())
                && one.communityIds().equals(other.communityIds());
    }

    private Evidence find(String id, Viewer viewer, Scope scope) {
        return store.find(id, scope)
                .filter(evidence -> ClaimRights.mayChange(viewer, evidence))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "evidenceId"));
    }

    private static void requireCurrent(Evidence evidence) {
        if (!evidence.life().isCurrent()) {
            throw refused(ErrorCode.EVIDENCE_NOT_CURRENT, "evidenceId");
        }
    }

    private Evidence write(
            Evidence before, Evidence after, long expectedRevision, List<FieldChange> changes, Viewer viewer) {
        if (before.revision() != expectedRevision || !store.write(before, after, changes, Origin.of(viewer), now())) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        return store.find(before.id(), Scope.EVERYWHERE).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is kept of an edit, in words of now: names change, history does not. */
    private List<FieldChange> changes(Evidence before, Evidence after, @Nullable Activity shown) {
        var shownBefore =
                Optional.ofNullable(before.activityId()).flatMap(raw -> activities.find(raw, Scope.EVERYWHERE));
        var kept = new ArrayList<>(FieldChange.between(
                words(before, shownBefore.orElse(null)),
                words(after, shown),
                List.of(Claim.CRITERION, Claim.ACTIVITY, Claim.NOTE)));
        if (!before.communityIds().equals(after.communityIds())) {
            kept.add(communities(before.communityIds(), after.communityIds()));
        }
        return kept;
    }

    private Document words(Evidence evidence, @Nullable Activity shown) {
        return new Document(Claim.CRITERION, evidence.criterion())
                .append(Claim.ACTIVITY, shown == null ? null : shown.title() + " " + time(shown.startsAt()))
                .append(Claim.NOTE, evidence.note());
    }

    private String time(Instant instant) {
        return LESSON_TIME.format(LocalDateTime.ofInstant(instant, zone));
    }

    /** A county has too many communities to name all: those that left and those that came. */
    private FieldChange communities(List<String> before, List<String> after) {
        var changed = new HashSet<>(before);
        changed.addAll(after);
        var named = communities.findAll(changed, Scope.EVERYWHERE);
        return new FieldChange(
                Claim.COMMUNITIES, names(named.values(), before, after), names(named.values(), after, before));
    }

    private static @Nullable String names(Iterable<Community> named, List<String> in, List<String> notIn) {
        var names = new ArrayList<String>();
        named.forEach(community -> {
            if (in.contains(community.id()) && !notIn.contains(community.id())) {
                names.add(community.name());
            }
        });
        names.sort(null);
        return names.isEmpty() ? null : String.join("、", names);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
