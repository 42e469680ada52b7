package org.tongke.backend.push;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Resources;

/** What a resource centre does: every command is one write and can be repeated. When its time has come, {@link Deliverer} delivers a push. */
@Component
public class Pushing {
    private static final String PUSH_ID = "pushId";
    private static final String REVISION = "expectedRevision";
    private static final int MOST_REMINDERS = 50;

    private final PushStore store;
    private final DeliveryStore deliveries;
    private final PushForm form;
    private final Receivers receivers;
    private final Resources resources;
    private final ResourceUse use;
    private final RecommendationStore recommendations;
    private final Clock clock;

    Pushing(
            PushStore store,
            DeliveryStore deliveries,
            PushForm form,
            Receivers receivers,
            Resources resources,
            ResourceUse use,
            RecommendationStore recommendations,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.form = form;
        this.receivers = receivers;
        this.resources = resources;
        this.use = use;
        this.recommendations = recommendations;
        this.clock = clock;
    }

    /**
     * Whom a rule meets now. Two round trips, and one more where it asks for communities.
     *
     * @param centreCode code of the centre's region; empty for the caller's first
     * @throws RefusedException NOT_FOUND, OUT_OF_RANGE, SUBJECT_UNKNOWN, GRADE_UNKNOWN
     */
    public PushPreview preview(RuleSaid said, Optional<String> centreCode, Viewer viewer) {
        var centre = form.centre(centreCode, viewer);
        var met = receivers.find(form.rule(said, centre), centre.code());
        return new PushPreview(met.all(), met.everybody());
    }

    /**
     * Plans a push; without a time it is delivered at once.
     *
     * @param id the client's id of it
     * @param centreCode code of the centre's region; empty for the caller's first
     * @throws RefusedException NOT_FOUND, RESOURCE_NOT_ACCEPTED, RESOURCE_WITHDRAWN, PUSH_MEETS_NOBODY, PUSH_MEETS_EVERYBODY, ID_REUSED, and
     *     what {@link PushForm} refuses
     */
    public Push create(UUID id, Optional<String> centreCode, PushSaid said, Viewer viewer) {
        var centre = form.centre(centreCode, viewer);
        var rule = form.rule(said.rule(), centre);
        var note = PushForm.note(said.note());
        var raw = viewer.requireAccount() + ":" + id;
        var standing = store.find(raw);
        if (standing.isPresent()) {
            return standing.filter(found -> isRepeated(found, said.resourceId(), rule))
                    .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
        }
        var resource = resource(said.resourceId(), centre, viewer);
        checkMet(rule, centre, said.confirmEverybody());
        var now = now();
        var push = new Push(
                raw,
                1,
                centre.code(),
                new Push.Said(
                        resource.id(),
                        resource.facts().title(),
                        rule,
                        note,
                        said.sendAt().map(Pushing::stored).orElse(now)),
                PushState.PLANNED,
                null,
                null,
                List.of(),
                viewer.name(),
                now,
                centre.places());
        store.write(null, push, Origin.of(viewer), now);
        return store.find(raw).orElseThrow();
    }

    private static boolean isRepeated(Push standing, String resourceId, PushRule rule) {
        return standing.revision() > 1
                || (standing.said().resourceId().equals(resourceId)
                        && standing.said().rule().equals(rule));
    }

    /**
     * Says a planned push otherwise. Saying the same again changes nothing, whatever revision is expected.
     *
     * @param scope where the caller is of a centre's staff
     * @throws RefusedException NOT_FOUND, PUSH_NOT_PLANNED, REVISION_STALE, and what {@link #create} refuses
     */
    public Push edit(String pushId, long expectedRevision, PushSaid said, Viewer viewer, Scope scope) {
        var before = push(pushId, scope);
        var centre = form.centre(Optional.of(before.centreCode()), viewer);
        var rule = form.rule(said.rule(), centre);
        var note = PushForm.note(said.note());
        // what was to go at once may be on its way by now
        var sendAt = said.sendAt().map(Pushing::stored).orElseGet(() -> sendAtOnce(before));
        if (before.said().equals(new Push.Said(said.resourceId(), before.said().title(), rule, note, sendAt))) {
            return before;
        }
        if (!before.isPlanned()) {
            throw refused(ErrorCode.PUSH_NOT_PLANNED, PUSH_ID);
        }
        var resource = resource(said.resourceId(), centre, viewer);
        var otherwise = new Push.Said(resource.id(), resource.facts().title(), rule, note, sendAt);
        checkMet(rule, centre, said.confirmEverybody());
        return write(before, before.saying(otherwise), expectedRevision, viewer);
    }

    private Instant sendAtOnce(Push before) {
        var now = now();
        return before.said().sendAt().isAfter(now) ? now : before.said().sendAt();
    }

    /**
     * Takes a push back: one that is planned is never delivered; of one that is delivered the schools see no more than who has opened it: that it
     * was taken back, and why. Repeating it changes nothing, whatever revision is expected and reason given.
     *
     * @param scope where the caller is of a centre's staff
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, REVISION_STALE
     */
    public Push recall(String pushId, long expectedRevision, String said, Viewer viewer, Scope scope) {
        var reason = PushForm.reason(said);
        var before = push(pushId, scope);
        return before.state() == PushState.RECALLED
                ? before
                : write(
                        before,
                        before.recalled(new Push.Recall(viewer.name(), now(), reason)),
                        expectedRevision,
                        viewer);
    }

    /**
     * Reminds the schools that have not opened it. It is kept when, and how many they were; which ones is told by when each opened it. Repeating it
     * changes nothing.
     *
     * @param id the client's id of the reminder
     * @param scope where the caller is of a centre's staff
     * @throws RefusedException NOT_FOUND, PUSH_NOT_DELIVERED, PUSH_OPENED_BY_ALL, OUT_OF_RANGE
     */
    public Push remind(UUID id, String pushId, Viewer viewer, Scope scope) {
        while (true) {
            var before = push(pushId, scope);
            if (before.reminders().stream().anyMatch(kept -> kept.id().equals(id.toString()))) {
                return before;
            }
            if (!before.isDelivered()) {
                throw refused(ErrorCode.PUSH_NOT_DELIVERED, PUSH_ID);
            }
            if (before.reminders().size() >= MOST_REMINDERS) {
                throw new RefusedException(Refusal.of(ErrorCode.OUT_OF_RANGE, List.of(PUSH_ID), 0, MOST_REMINDERS));
            }
            var waiting = countNotOpened(before);
            if (waiting == 0) {
                throw refused(ErrorCode.PUSH_OPENED_BY_ALL, PUSH_ID);
            }
            var now = now();
            var after = before.reminded(new Push.Reminder(id.toString(), viewer.name(), now, waiting));
            if (store.write(before, after, Origin.of(viewer), now)) {
                return after;
            }
            // somebody else wrote it in between
        }
    }

    private int countNotOpened(Push push) {
        var resourceId = push.said().resourceId();
        var opened = use.openingsBySchool(List.of(resourceId), List.of())
                .getOrDefault(resourceId, Map.of())
                .keySet();
        return (int) deliveries.schoolsOf(List.of(push.id())).getOrDefault(push.id(), Set.of()).stream()
                .filter(school -> !opened.contains(school))
                .count();
    }

    private void checkMet(PushRule rule, Region centre, boolean confirmEverybody) {
        var met = receivers.find(rule, centre.code());
        if (met.all().isEmpty()) {
            throw refused(ErrorCode.PUSH_MEETS_NOBODY, "rule");
        }
        if (met.everybody() && !confirmEverybody) {
            throw new RefusedException(Refusal.of(
                    ErrorCode.PUSH_MEETS_EVERYBODY,
                    List.of("confirmEverybody"),
                    met.all().size()));
        }
    }

    /** What a centre may push: what it shares itself, and what it accepted of what was recommended to it. */
    private Resource resource(String id, Region centre, Viewer viewer) {
        var resource = Optional.ofNullable(resources
                        .findAll(List.of(id), viewer, Scope.of(viewer.places()))
                        .get(id))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "resourceId"));
        if (!resource.isCurrent()) {
            throw refused(ErrorCode.RESOURCE_WITHDRAWN, "resourceId");
        }
        var isOwn = resource.owner().centre().filter(centre.code()::equals).isPresent();
        if (!isOwn
                && recommendations
                        .find(Recommendation.idOf(centre.code(), id))
                        .filter(found -> found.state() == RecommendationState.ACCEPTED)
                        .isEmpty()) {
            throw refused(ErrorCode.RESOURCE_NOT_ACCEPTED, "resourceId");
        }
        return resource;
    }

    private Push push(String id, Scope scope) {
        return store.find(id)
                .filter(found -> scope.covers(found.places()))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, PUSH_ID));
    }

    private Push write(Push before, Push after, long expectedRevision, Viewer viewer) {
        if (before.revision() != expectedRevision || !store.write(before, after, Origin.of(viewer), now())) {
            throw refused(ErrorCode.REVISION_STALE, REVISION);
        }
        return after;
    }

    private Instant now() {
        return stored(clock.instant());
    }

    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
