package org.tongke.backend.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.who.Placed;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.file.Tickets;
import org.tongke.backend.file.UploadTicket;

/** The evidence: what others may ask and do. */
@Component
public class EvidenceClaims {
    /** Name of the list of a community's evidence for page requests. */
    public static final String LIST = EvidenceStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private final EvidenceStore store;
    private final Tickets tickets;
    private final ClaimCheck check;

    EvidenceClaims(EvidenceStore store, Tickets tickets, ClaimCheck check) {
        this.store = store;
        this.tickets = tickets;
        this.check = check;
    }

    /** The evidence with a raw id. */
    public Optional<Evidence> find(String id, Scope scope) {
        return store.find(id, scope);
    }

    /**
     * Evidence of several communities, the newest first. One round trip for all communities of which the same is asked.
     *
     * @return a page for each that is asked for
     */
    public Map<EvidencePage, Connection<Evidence>> listEach(Collection<EvidencePage> pages) {
        var found = new HashMap<EvidencePage, Connection<Evidence>>();
        pages.stream()
                .collect(Collectors.groupingBy(
                        EvidencePage::asked, Collectors.mapping(EvidencePage::communityId, Collectors.toSet())))
                .forEach((asked, ids) -> found.putAll(listEach(asked, ids)));
        return found;
    }

    private Map<EvidencePage, Connection<Evidence>> listEach(EvidencePage.Asked asked, Set<String> communityIds) {
        var found = store.listEach(communityIds, asked);
        return communityIds.stream()
                .collect(Collectors.toMap(
                        id -> new EvidencePage(id, asked),
                        id -> Connection.of(found.getOrDefault(id, List.of()), asked.page(), EvidenceStore::cursorOf)));
    }

    /** Evidence by raw id; what is not there is missing. At most one round trip. */
    public Map<String, Evidence> findAll(Collection<String> ids, Scope scope) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(ids, scope).stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    /** All evidence that speaks for some communities now, in no order. One round trip. */
    public List<Evidence> findByCommunities(Collection<String> communityIds, Scope scope) {
        return store.findByCommunities(communityIds, scope);
    }

    /** All evidence that shows some lessons and speaks now, in no order. At most one round trip. */
    public List<Evidence> findByActivities(Collection<String> activityIds, Scope scope) {
        return activityIds.isEmpty() ? List.of() : store.findByActivities(activityIds, scope);
    }

    /**
     * Whether somebody may now say that a file proves a criterion of a community: clerks of its schools, and officers of its county
     * where the county itself issues the document; in the programme that runs.
     *
     * @param community the community, or what lies just where it lies
     * @param programmeId raw id of the programme whose standard asks for it
     */
    public boolean mayClaim(Viewer viewer, Placed community, String programmeId, String criterion) {
        return check.isOpen(programmeId) && ClaimRights.mayClaim(viewer, community, criterion);
    }

    /** Whether somebody may now upload a document of a county that speaks for several of its communities. */
    public boolean mayIssue(Viewer viewer, String countyCode, String programmeId) {
        return check.isOpen(programmeId) && ClaimRights.mayIssue(viewer, countyCode);
    }

    /**
     * Leave to upload a file that proves something, perhaps in the place of another one. The same request gives the same ticket.
     *
     * @throws RefusedException NOT_FOUND, REQUIRED, MALFORMED, OUT_OF_RANGE, TOO_LONG, CRITERION_UNKNOWN, ACTIVITY_NOT_OF_COMMUNITY,
     *     FILE_KIND_NOT_ASKED, EVIDENCE_NOT_CURRENT, FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_NOT_TAKEN, FILE_HEIC, ID_REUSED
     */
    public UploadTicket request(ClaimRequest request, Viewer viewer, Scope scope) {
        return tickets.request(check.upload(request, viewer, scope), Origin.of(viewer));
    }

    /**
     * The bytes of a ticket have arrived: they are checked and become evidence. Repeating it gives the same answer.
     *
     * @param ticketId raw id of the ticket
     * @throws RefusedException NOT_FOUND, TICKET_EXPIRED, FILE_NOT_ARRIVED, or why the file is refused
     */
    public Evidence confirm(String ticketId, Viewer viewer, Scope scope) {
        tickets.confirm(ticketId, viewer.requireAccount(), scope);
        return store.find(ticketId, scope)
                .orElseThrow(() -> new IllegalStateException("confirmed, but not claimed: " + ticketId));
    }
}
