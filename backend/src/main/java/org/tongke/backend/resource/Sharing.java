package org.tongke.backend.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.Tickets;
import org.tongke.backend.file.UploadRequest;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.file.inspection.MediaType;

/**
 * What is shared, and what becomes of it: every command can be repeated. A link is shared at once; a file is shared when its bytes have
 * arrived and were checked, by a ticket that carries all that is said of it.
 */
@Component
public class Sharing {
    private static final int MOST_GROUPS = 20;
    private static final String RESOURCE_ID = "resourceId";

    private final ResourceStore store;
    private final ResourceWriter writer;
    private final ResourceForm form;
    private final Quotas quotas;
    private final Tickets tickets;
    private final Sharer.Sharers sharers;
    private final Communities communities;
    private final Regions regions;
    private final ResourceProblems problems;

    Sharing(
            ResourceStore store,
            ResourceWriter writer,
            ResourceForm form,
            Quotas quotas,
            Tickets tickets,
            Sharer.Sharers sharers,
            Communities communities,
            Regions regions,
            ResourceProblems problems) {
        this.store = store;
        this.writer = writer;
        this.form = form;
        this.quotas = quotas;
        this.tickets = tickets;
        this.sharers = sharers;
        this.communities = communities;
        this.regions = regions;
        this.problems = problems;
    }

    /**
     * Shares something with groups; what a resource centre shares has none and is seen by the centre, until it is given to somebody.
     *
     * @param id the client's id of it
     * @param schoolId raw id of the school for which it is shared, or {@link ResourceOwner#idOfCentre}
     * @param scope where the caller may share
     * @throws RefusedException NOT_FOUND, ID_REUSED, QUOTA_FULL, and what {@link ResourceForm} refuses
     */
    public Shared share(
            UUID id,
            String schoolId,
            FactsSaid said,
            GroupsSaid groups,
            ContentSaid content,
            Viewer viewer,
            Scope scope) {
        var facts = form.facts(said);
        ResourceForm.check(content);
        var sharer = sharers.find(schoolId, scope).orElseThrow(() -> refused(ErrorCode.NOT_FOUND, "schoolId"));
        var owner = new ResourceOwner(
                viewer.requireAccount(), viewer.name(), sharer.id(), sharer.name(), sharer.regionCode());
        var draft = new ResourceDraft(owner, facts, groups(groups, sharer, List.of()), sharer.places());
        var claim = new ResourceClaim.New(owner.accountId() + ":" + id, id.toString(), null, draft);
        var standing = store.find(claim.resourceId());
        if (standing.isPresent()) {
            return Shared.done(standing.filter(found -> isRepeated(found, draft, content))
                    .orElseThrow(() -> refused(ErrorCode.ID_REUSED, "id")));
        }
        if (content.file().isPresent()) {
            return Shared.waiting(request(id, claim, content.file().get(), sharer, viewer));
        }
        var version = new ResourceVersion(claim.versionId(), content.link().orElseThrow(), claim.note(), writer.now());
        writer.add(Resource.of(claim.resourceId(), draft, version), Origin.of(viewer));
        return Shared.done(store.find(claim.resourceId()).orElseThrow());
    }

    private static boolean isRepeated(Resource standing, ResourceDraft draft, ContentSaid content) {
        return standing.revision() > 1
                || (standing.facts().equals(draft.facts())
                        && standing.groups().equals(draft.groups())
                        && isSame(standing.version().content(), content));
    }

    private static boolean isSame(ResourceContent standing, ContentSaid said) {
        return switch (standing) {
            case ResourceContent.Link link -> said.link().filter(link::equals).isPresent();
            case ResourceContent.OfFile file ->
                said.file()
                        .filter(given -> file.fileId().equals(StoredFile.idOf(StoredFile.SHARED, given.sha256())))
                        .isPresent();
        };
    }

    private UploadTicket request(UUID id, ResourceClaim claim, FileSaid file, Sharer sharer, Viewer viewer) {
        quotas.check(
                claim.schoolId(),
                StoredFile.idOf(StoredFile.SHARED, file.sha256()),
                file.sizeBytes(),
                "content",
                "file",
                "sizeBytes");
        return tickets.request(
                new UploadRequest(
                        id,
                        StoredFile.SHARED,
                        sharer.places(),
                        claim.toDocument(),
                        file.name().strip(),
                        MediaType.find(file.mediaType()).orElseThrow(),
                        file.sizeBytes(),
                        file.sha256()),
                Origin.of(viewer));
    }

    /**
     * The bytes of a ticket have arrived: they are checked and shared. Repeating it gives the same answer.
     *
     * @param ticketId raw id of the ticket
     * @throws RefusedException NOT_FOUND, TICKET_EXPIRED, FILE_NOT_ARRIVED, QUOTA_FULL, RESOURCE_WITHDRAWN, or why the file is refused
     */
    public Resource confirm(String ticketId, Viewer viewer, Scope scope) {
        var ticket = tickets.confirmShared(ticketId, viewer.requireAccount(), scope);
        return store.find(ResourceClaim.from(ticket.claim()).resourceId()).orElseThrow();
    }

    /**
     * Adds a version. Repeating it changes nothing, whatever revision is expected.
     *
     * @param id the client's id of the version
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN, REVISION_STALE, OUT_OF_RANGE, QUOTA_FULL, and what {@link ResourceForm} refuses
     */
    public Shared addVersion(
            UUID id,
            String resourceId,
            long expectedRevision,
            ContentSaid content,
            Optional<String> said,
            Viewer viewer) {
        ResourceForm.check(content);
        var note = ResourceForm.text("note", said);
        var before = own(resourceId, viewer);
        if (before.hasVersion(id.toString())) {
            return Shared.done(before);
        }
        requireCurrent(before);
        if (before.revision() != expectedRevision) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        var owner = before.owner();
        if (content.file().isPresent()) {
            var claim = new ResourceClaim.Next(before.id(), id.toString(), note, owner.schoolId());
            var sharer = sharers.find(owner.schoolId()).orElseThrow();
            return Shared.waiting(request(id, claim, content.file().get(), sharer, viewer));
        }
        var version = new ResourceVersion(id.toString(), content.link().orElseThrow(), note, writer.now());
        writer.add(before.id(), version, Origin.of(viewer), RESOURCE_ID);
        return Shared.done(store.find(before.id()).orElseThrow());
    }

    /**
     * Says otherwise what a resource is and with whom it is shared. Saying the same again changes nothing, whatever revision is expected.
     *
     * @throws RefusedException NOT_FOUND, RESOURCE_WITHDRAWN, REVISION_STALE, and what {@link ResourceForm} refuses
     */
    public Resource edit(String resourceId, long expectedRevision, FactsSaid said, GroupsSaid groups, Viewer viewer) {
        var facts = form.facts(said);
        var before = own(resourceId, viewer);
        requireCurrent(before);
        var sharer = sharers.find(before.owner().schoolId()).orElseThrow();
        var after = before.saying(facts, groups(groups, sharer, before.groups()));
        return after.equals(before) ? before : write(before, after, expectedRevision, viewer);
    }

    /**
     * Takes a resource back: nobody can use it any more, and a stub stays. Repeating it changes nothing, whatever revision is expected and
     * reason given.
     *
     * @param scope where the caller is clerk of a school or officer of a county
     * @throws RefusedException NOT_FOUND, REQUIRED, TOO_LONG, REVISION_STALE
     */
    public Resource withdraw(String resourceId, long expectedRevision, String said, Viewer viewer, Scope scope) {
        var reason = ResourceForm.required("reason", said);
        var before = store.find(resourceId)
                .filter(found -> mayWithdraw(found, viewer, scope))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, RESOURCE_ID));
        var after = before.isCurrent()
                ? write(
                        before,
                        before.withdrawn(new Withdrawal(viewer.name(), writer.now(), reason)),
                        expectedRevision,
                        viewer)
                : before;
        // also when it was taken back before: the process may have died in between
        problems.close(after, reason, viewer);
        return after;
    }

    /** Whether somebody may edit a resource and add versions to it: its owner. */
    public static boolean mayEdit(Resource resource, Viewer viewer) {
        return resource.owner().accountId().equals(viewer.account());
    }

    /**
     * Whether somebody may take a resource back: its owner, the clerk of the owner's school, an officer of its county.
     *
     * @param scope where the caller is clerk of a school or officer of a county
     */
    public static boolean mayWithdraw(Resource resource, Viewer viewer, Scope scope) {
        return mayEdit(resource, viewer) || scope.covers(resource.places());
    }

    private Resource write(Resource before, Resource after, long expectedRevision, Viewer viewer) {
        if (before.revision() != expectedRevision || !writer.replace(before, after, Origin.of(viewer))) {
            throw refused(ErrorCode.REVISION_STALE, "expectedRevision");
        }
        return store.find(before.id()).orElseThrow();
    }

    private Resource own(String resourceId, Viewer viewer) {
        return store.find(resourceId)
                .filter(found -> mayEdit(found, viewer))
                .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, RESOURCE_ID));
    }

    private static void requireCurrent(Resource resource) {
        if (!resource.isCurrent()) {
            throw refused(ErrorCode.RESOURCE_WITHDRAWN, RESOURCE_ID);
        }
    }

    /** The groups in the order that they are named, the county last. One that it is shared with already may stay. */
    private List<ResourceGroup> groups(GroupsSaid said, Sharer sharer, List<ResourceGroup> before) {
        var ids = said.communityIds().stream().distinct().toList();
        if (ids.size() > MOST_GROUPS) {
            throw refused(ErrorCode.OUT_OF_RANGE, List.of("groups", "communityIds"), 0, MOST_GROUPS);
        }
        if (sharer.isCentre()) {
            if (!ids.isEmpty() || said.county()) {
                throw refused(ErrorCode.NOT_FOUND, List.of("groups"));
            }
            return List.of();
        }
        if (ids.isEmpty() && !said.county()) {
            throw refused(ErrorCode.REQUIRED, List.of("groups"));
        }
        var own = communities.findBySchools(List.of(sharer.id()), Scope.EVERYWHERE).stream()
                .collect(Collectors.toMap(Community::id, Function.identity()));
        var groups = new ArrayList<ResourceGroup>();
        for (var id : ids) {
            var key = Community.channelOf(id);
            groups.add(before.stream()
                    .filter(group -> group.key().equals(key))
                    .findFirst()
                    .or(() -> Optional.ofNullable(own.get(id)).map(ResourceGroup::of))
                    .orElseThrow(() -> refused(ErrorCode.NOT_FOUND, List.of("groups", "communityIds"))));
        }
        if (said.county()) {
            var code = sharer.regionCode();
            groups.add(ResourceGroup.ofCounty(code, regions.get(code).name()));
        }
        return groups;
    }

    private static RefusedException refused(ErrorCode code, String path) {
        return refused(code, List.of(path));
    }

    private static RefusedException refused(ErrorCode code, List<String> path, Object... arguments) {
        return new RefusedException(Refusal.of(code, path, arguments));
    }
}
