package org.tongke.backend.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * Material that somebody shares with groups.
 *
 * @param id raw id: account, colon, the client's id
 * @param revision how often it was written
 * @param owner who shares it
 * @param facts what is said of it
 * @param groups with whom
 * @param versions its versions, the newest last; at least one
 * @param sharedAt when it was shared
 * @param withdrawal that it was taken back; null as long as it can be used
 * @param history the last writes, the newest first
 * @param places keys of the owner's school and its regions
 */
public record Resource(
        String id,
        long revision,
        ResourceOwner owner,
        ResourceFacts facts,
        List<ResourceGroup> groups,
        List<ResourceVersion> versions,
        Instant sharedAt,
        @Nullable Withdrawal withdrawal,
        List<ResourceChange> history,
        Collection<String> places)
        implements Node, Placed {

    public Resource {
        groups = List.copyOf(groups);
        versions = List.copyOf(versions);
        history = List.copyOf(history);
        places = List.copyOf(places);
    }

    /** A resource as it is first shared. */
    static Resource of(String id, ResourceDraft draft, ResourceVersion first) {
        return new Resource(
                id,
                1,
                draft.owner(),
                draft.facts(),
                draft.groups(),
                List.of(first),
                first.addedAt(),
                null,
                List.of(),
                draft.places());
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Resource", id);
    }

    /** Whether it can be used. */
    public ResourceState state() {
        return withdrawal == null ? ResourceState.CURRENT : ResourceState.WITHDRAWN;
    }

    /** Whether it can be used. */
    public boolean isCurrent() {
        return withdrawal == null;
    }

    /** The newest version. */
    public ResourceVersion version() {
        return versions.getLast();
    }

    /** Whether it has a version with an id. */
    boolean hasVersion(String versionId) {
        return versions.stream().anyMatch(version -> version.id().equals(versionId));
    }

    /** Key of a resource itself, which those have to whom it is given one by one. */
    static String keyOf(String id) {
        return "resource:" + id;
    }

    /** Keys of all who may see it: its groups, the owner's school, the offices above, and those to whom it is given. */
    Set<String> audience() {
        var keys = new LinkedHashSet<>(places);
        keys.add(keyOf(id));
        groups.forEach(group -> keys.add(group.key()));
        return keys;
    }

    Resource saying(ResourceFacts newFacts, List<ResourceGroup> newGroups) {
        return new Resource(id, revision, owner, newFacts, newGroups, versions, sharedAt, withdrawal, history, places);
    }

    Resource with(ResourceVersion next) {
        var all = new ArrayList<>(versions);
        all.add(next);
        return new Resource(id, revision, owner, facts, groups, all, sharedAt, withdrawal, history, places);
    }

    Resource withdrawn(Withdrawal taken) {
        return new Resource(id, revision, owner, facts, groups, versions, sharedAt, taken, history, places);
    }
}
