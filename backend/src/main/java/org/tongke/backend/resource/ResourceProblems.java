package org.tongke.backend.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/**
 * What is said to be wrong with resources: who shares one and the officers of its county see to it until a day; who takes the resource back
 * has seen to all. Every command can be repeated.
 */
@Component
public class ResourceProblems {
    /** Name of the list for page requests. */
    public static final String LIST = ProblemStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private final ProblemStore store;
    private final Resources resources;
    private final Duration time;
    private final Clock clock;

    ResourceProblems(
            ProblemStore store, Resources resources, @Value("${tongke.resource.report-days:7}") int days, Clock clock) {
        this.store = store;
        this.resources = resources;
        time = Duration.ofDays(days);
        this.clock = clock;
    }

    /**
     * Says that something is wrong.
     *
     * @param id the client's id of it
     * @param scope where the caller may see resources
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN, TOO_LONG, MALFORMED, ID_REUSED
     */
    public ResourceProblem report(
            UUID id, String resourceId, ProblemKind kind, Optional<String> said, Viewer viewer, Scope scope) {
        var text = ResourceForm.text("text", said);
        var raw = viewer.requireAccount() + ":" + id;
        var standing = store.find(raw);
        if (standing.isPresent()) {
            return standing.filter(found -> isSame(found, resourceId, kind, text))
                    .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id"));
        }
        var resource =
                resources.find(resourceId, viewer, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "resourceId"));
        if (!resource.isCurrent()) {
            throw refused(ErrorCode.RESOURCE_WITHDRAWN, "resourceId");
        }
        var now = now();
        store.write(
                new ResourceProblem(
                        raw,
                        1,
                        resourceId,
                        resource.facts().title(),
                        resource.owner().accountId(),
                        kind,
                        text,
                        viewer.requireAccount(),
                        viewer.name(),
                        now,
                        now.plus(time),
                        null,
                        resource.places()),
                Origin.of(viewer),
                now);
        return store.find(raw).orElseThrow();
    }

    private static boolean isSame(
            ResourceProblem standing, String resourceId, ProblemKind kind, @Nullable String text) {
        return standing.resourceId().equals(resourceId)
                && standing.kind() == kind
                && Objects.equals(standing.text(), text);
    }

    /**
     * Says what was done about a problem. Repeating it changes nothing, whatever revision is expected.
     *
     * @param scope where the caller is officer of a county
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, MALFORMED, REVISION_STALE
     */
    public ResourceProblem resolve(String id, long expectedRevision, String said, Viewer viewer, Scope scope) {
        var note = ResourceForm.required("note", said);
        var before = store.find(id)
                .filter(found -> mayResolve(found, viewer, scope))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "problemId"));
        if (!before.isOpen()) {
            return before;
        }
        var after = before.resolved(new ResourceProblem.Resolution(viewer.name(), now(), note));
        if (before.revision() != expectedRevision || !store.write(after, Origin.of(viewer), now())) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        return store.find(id).orElseThrow();
    }

    /** Whether somebody may see to a problem: who shares the resource, and officers of its county. */
    public static boolean mayResolve(ResourceProblem problem, Viewer viewer, Scope scope) {
        return problem.ownerId().equals(viewer.account()) || scope.covers(problem.places());
    }

    /** What waits for a resource that was taken back waits no more. What a crash leaves is seen to by hand. */
    void close(Resource withdrawn, String reason, Viewer viewer) {
        for (var problem : store.findOpen(withdrawn.id())) {
            // if somebody else was faster, it is resolved
            store.write(
                    problem.resolved(new ResourceProblem.Resolution(viewer.name(), now(), reason)),
                    Origin.of(viewer),
                    now());
        }
    }

    /** The problem with a raw id, for who may see to it and who reported it. */
    public Optional<ResourceProblem> find(String id, Viewer viewer, Scope scope) {
        return store.find(id)
                .filter(found ->
                        mayResolve(found, viewer, scope) || found.reporterId().equals(viewer.account()));
    }

    /** Problems that the caller may see to, or has; those first that are due first. One round trip. */
    public Connection<ResourceProblem> list(boolean open, PageRequest page, Viewer viewer, Scope scope) {
        return Connection.of(store.list(open, viewer.requireAccount(), scope, page), page, ProblemStore::cursorOf);
    }

    /** Whether it is past its day. */
    public boolean isLate(ResourceProblem problem) {
        return problem.isOpen() && clock.instant().isAfter(problem.dueAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return new RefusedException(Refusal.of(code, List.of(path)));
    }
}
