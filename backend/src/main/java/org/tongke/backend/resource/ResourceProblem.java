package org.tongke.backend.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * That somebody says that something is wrong with a resource.
 *
 * @param id raw id: account, colon, the client's id
 * @param revision how often it was written
 * @param resourceId raw id of the resource
 * @param title title of the resource when it was reported
 * @param ownerId raw id of the account that shares the resource
 * @param kind what is wrong
 * @param text what is wrong, in words; null if that is not told
 * @param reporterId raw id of the account that reports it
 * @param reportedBy name of that account
 * @param reportedAt when
 * @param dueAt until when somebody is to see to it
 * @param resolution what was done; null as long as nothing was
 * @param places keys of the owner's school and its regions
 */
public record ResourceProblem(
        String id,
        long revision,
        String resourceId,
        String title,
        String ownerId,
        ProblemKind kind,
        @Nullable String text,
        String reporterId,
        String reportedBy,
        Instant reportedAt,
        Instant dueAt,
        @Nullable Resolution resolution,
        Collection<String> places)
        implements Node, Placed {

    public ResourceProblem {
        places = List.copyOf(places);
    }

    /**
     * What was done.
     *
     * @param by name of who saw to it
     * @param at when
     * @param note what was done, in words
     */
    public record Resolution(String by, Instant at, String note) {}

    @Override
    public GlobalId globalId() {
        return new GlobalId("ResourceProblem", id);
    }

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return resolution == null;
    }

    /** The state that follows. */
    ResourceProblem resolved(Resolution done) {
        return new ResourceProblem(
                id,
                revision + 1,
                resourceId,
                title,
                ownerId,
                kind,
                text,
                reporterId,
                reportedBy,
                reportedAt,
                dueAt,
                done,
                places);
    }
}
