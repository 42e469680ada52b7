package org.tongke.frontend.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.ChangeCommunityModeGraphQLQuery;
import org.tongke.frontend.contract.client.ChangeCommunityModeProjectionRoot;
import org.tongke.frontend.contract.client.CommunitiesGraphQLQuery;
import org.tongke.frontend.contract.client.CommunitiesProjectionRoot;
import org.tongke.frontend.contract.client.JoinCommunityGraphQLQuery;
import org.tongke.frontend.contract.client.JoinCommunityProjectionRoot;
import org.tongke.frontend.contract.client.LeaveCommunityGraphQLQuery;
import org.tongke.frontend.contract.client.LeaveCommunityProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.SchoolsGraphQLQuery;
import org.tongke.frontend.contract.client.SchoolsProjectionRoot;
import org.tongke.frontend.contract.types.ChangeCommunityModeInput;
import org.tongke.frontend.contract.types.ChangeCommunityModePayload;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityConnection;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.JoinCommunityInput;
import org.tongke.frontend.contract.types.JoinCommunityPayload;
import org.tongke.frontend.contract.types.LeaveCommunityInput;
import org.tongke.frontend.contract.types.LeaveCommunityPayload;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SchoolConnection;
import org.tongke.frontend.contract.types.SchoolEdge;

/** Communities as offices list and change them. Commands throw {@link RefusedException}. */
@Component
public class CommunityOffice {
    private static final int SCHOOLS = 20;

    private final Backend backend;

    public CommunityOffice(Backend backend) {
        this.backend = backend;
    }

    /**
     * A page of communities in the order of their names, each with how it stands in the programme.
     *
     * @param regionId only of this region; null for all
     * @param newInId id of a programme: only its new ones, and how they stand in it; null for all, and the current one
     * @param after cursor of the page before; null for the first page
     */
    CommunityConnection list(
            @Nullable String regionId,
            @Nullable CommunityMode mode,
            @Nullable String newInId,
            String name,
            int first,
            @Nullable String after) {
        var wanted = new CommunitiesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var community = wanted.edges().node().id().name().newIn();
        community.mode();
        community.county().name();
        community.core().name();
        community.members().name();
        community.progress(newInId, null).formed().operating().verifiedAt();
        var query = CommunitiesGraphQLQuery.newRequest().mine(false).first(first);
        if (regionId != null) {
            query.regionId(regionId);
        }
        if (mode != null) {
            query.mode(mode);
        }
        if (newInId != null) {
            query.newIn(newInId);
        }
        if (!name.isEmpty()) {
            query.name(name);
        }
        if (after != null) {
            query.after(after);
        }
        return backend.get(query.build(), wanted, CommunityConnection.class);
    }

    /** A community with what has changed in it. */
    Optional<Community> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var community =
                wanted.onCommunity().id().name().revision().viewerCanChange().newIn();
        community.mode();
        community.county().id().name();
        community.members().id().name();
        var step = community.steps().on().reason().by().at();
        step.kind();
        step.mode();
        step.school().name();
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Community.class::isInstance)
                .map(Community.class::cast);
    }

    /** Schools of a county whose name holds something. */
    List<School> findSchools(String countyId, String name) {
        var wanted = new SchoolsProjectionRoot<>();
        wanted.edges().node().id().name();
        return backend
                .get(
                        SchoolsGraphQLQuery.newRequest()
                                .regionId(countyId)
                                .name(name)
                                .first(SCHOOLS)
                                .build(),
                        wanted,
                        SchoolConnection.class)
                .getEdges()
                .stream()
                .map(SchoolEdge::getNode)
                .toList();
    }

    void join(Community community, String schoolId, LocalDate on, String reason) {
        var wanted = new JoinCommunityProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = JoinCommunityInput.newBuilder()
                .communityId(community.getId())
                .expectedRevision(community.getRevision())
                .schoolId(schoolId)
                .on(on)
                .reason(reason)
                .build();
        RefusedException.throwIfAny(backend.get(
                        JoinCommunityGraphQLQuery.newRequest().input(input).build(), wanted, JoinCommunityPayload.class)
                .getErrors());
    }

    void leave(Community community, String schoolId, LocalDate on, String reason) {
        var wanted = new LeaveCommunityProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = LeaveCommunityInput.newBuilder()
                .communityId(community.getId())
                .expectedRevision(community.getRevision())
                .schoolId(schoolId)
                .on(on)
                .reason(reason)
                .build();
        RefusedException.throwIfAny(backend.get(
                        LeaveCommunityGraphQLQuery.newRequest().input(input).build(),
                        wanted,
                        LeaveCommunityPayload.class)
                .getErrors());
    }

    void changeMode(Community community, CommunityMode mode, LocalDate on, String reason) {
        var wanted = new ChangeCommunityModeProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = ChangeCommunityModeInput.newBuilder()
                .communityId(community.getId())
                .expectedRevision(community.getRevision())
                .mode(mode)
                .on(on)
                .reason(reason)
                .build();
        RefusedException.throwIfAny(backend.get(
                        ChangeCommunityModeGraphQLQuery.newRequest()
                                .input(input)
                                .build(),
                        wanted,
                        ChangeCommunityModePayload.class)
                .getErrors());
    }
}
