package org.tongke.backend.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.TeachingRole;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** What is said to be wrong with activities, and what was done about it. Every command can be repeated. */
@Component
public class Corrections {
    /** Name of the list for page requests. */
    public static final String LIST = CorrectionStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    /** Most characters of what is said, and of what was done. */
    public static final int LONGEST = 500;

    private final CorrectionStore store;
    private final Activities activities;
    private final Clock clock;

    Corrections(CorrectionStore store, Activities activities, Clock clock) {
        this.store = store;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * Says that something is wrong. Sent again with the same id, it changes nothing.
     *
     * @param id the client's id of it
     * @param activityId raw id
     * @param said what is wrong, in words; must be told for {@link CorrectionKind#OTHER}
     * @param scope where the caller sees activities
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, ID_REUSED
     */
    public Correction ask(
            UUID id, String activityId, CorrectionKind kind, @Nullable String said, Viewer viewer, Scope scope) {
        var text = oneLine(said).flatMap(line -> Values.findText("text", line, LONGEST));
        var raw = viewer.requireAccount() + ":" + id;
        var standing = store.find(raw);
        if (standing.isPresent()) {
            return standing.filter(found -> isSame(found, activityId, kind, text))
                    .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
        }
        var activity = activities.find(activityId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "activityId"));
        if (kind == CorrectionKind.OTHER && text.isEmpty()) {
            throw refused(ErrorCode.REQUIRED, "text");
        }
        var now = now();
        store.write(
                new Correction(
                        raw,
                        1,
                        about(activity),
                        kind,
                        text.orElse(null),
                        viewer.requireAccount(),
                        viewer.name(),
                        now,
                        null,
                        activity.places()),
                Origin.of(viewer),
                now);
        return store.find(raw).orElseThrow();
    }

    private static Correction.About about(Activity activity) {
        var suppliers = activity.lessonIds().stream()
                .map(ActivityKey::of)
                .filter(key -> !key.isByHand())
                .map(ActivityKey::supplier)
                .collect(Collectors.toSet());
        var teachers = activity.teachers().stream()
                .filter(teacher -> teacher.role() == TeachingRole.LEADS)
                .map(ActivityTeacher::teacherId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Correction.About(activity.id(), activity.title(), activity.startsAt(), suppliers, teachers);
    }

    private static boolean isSame(Correction standing, String activityId, CorrectionKind kind, Optional<String> text) {
        return standing.about().activityId().equals(activityId)
                && standing.kind() == kind
                && Optional.ofNullable(standing.text()).equals(text);
    }

    /**
     * Says what was done. Repeating it changes nothing, whatever revision is expected.
     *
     * @param id raw id
     * @param scope where the caller sees to activities
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, REVISION_STALE
     */
    public Correction settle(String id, long expectedRevision, String said, Viewer viewer, Scope scope) {
        var note = oneLine(said)
                .flatMap(line -> Values.findText("note", line, LONGEST))
                .orElseThrow(() -> refused(ErrorCode.REQUIRED, "note"));
        var before = store.find(id)
                .filter(found -> maySettle(found, viewer, scope))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "correctionId"));
        if (!before.isOpen()) {
            return before;
        }
        var done = new Correction.Settlement(viewer.requireAccount(), viewer.name(), now(), note);
        if (before.revision() != expectedRevision || !store.write(before.settled(done), Origin.of(viewer), done.at())) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        return store.find(id).orElseThrow();
    }

    /**
     * Whether somebody may see to it: the suppliers that report the activity, who leads it, and whom the scope covers, as clerks of its schools
     * and officers of its county.
     */
    public static boolean maySettle(Correction correction, Viewer viewer, Scope scope) {
        return scope.covers(correction.places())
                || viewer.findSupplier()
                        .filter(correction.about().suppliers()::contains)
                        .isPresent()
                || viewer.findTeacher()
                        .filter(correction.about().teachers()::contains)
                        .isPresent();
    }

    /** The one with a raw id, for who may see to it and who said it. */
    public Optional<Correction> find(String id, Viewer viewer, Scope scope) {
        return store.find(id)
                .filter(found ->
                        maySettle(found, viewer, scope) || found.reporterId().equals(viewer.account()));
    }

    /** Those that the caller may see to, or has said; the newest first. One round trip. */
    public Connection<Correction> list(boolean open, PageRequest page, Viewer viewer, Scope scope) {
        return Connection.of(store.list(open, viewer, scope, page), page, CorrectionStore::cursorOf);
    }

    /** People write in lines; what they say is shown as one. */
    private static Optional<String> oneLine(@Nullable String said) {
        return Optional.ofNullable(said).map(lines -> lines.replaceAll("\\R", " "));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
