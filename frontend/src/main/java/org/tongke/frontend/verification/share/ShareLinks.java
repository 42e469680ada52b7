package org.tongke.frontend.verification.share;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.CreateShareLinkGraphQLQuery;
import org.tongke.frontend.contract.client.CreateShareLinkProjectionRoot;
import org.tongke.frontend.contract.client.EndShareLinkGraphQLQuery;
import org.tongke.frontend.contract.client.EndShareLinkProjectionRoot;
import org.tongke.frontend.contract.client.ShareLinkProjection;
import org.tongke.frontend.contract.client.ShareLinksGraphQLQuery;
import org.tongke.frontend.contract.client.ShareLinksProjectionRoot;
import org.tongke.frontend.contract.types.CreateShareLinkInput;
import org.tongke.frontend.contract.types.CreateShareLinkPayload;
import org.tongke.frontend.contract.types.EndShareLinkInput;
import org.tongke.frontend.contract.types.EndShareLinkPayload;
import org.tongke.frontend.contract.types.ShareLink;
import org.tongke.frontend.contract.types.ShareLinkConnection;

/** Links to how regions stand, as the caller may see and make them. Commands throw {@link RefusedException}. */
@Component
public class ShareLinks {
    private static final int PAGE = 20;

    private final Backend backend;

    public ShareLinks(Backend backend) {
        this.backend = backend;
    }

    /** A page of the links that hold. */
    ShareLinkConnection list(@Nullable String after) {
        var wanted = new ShareLinksProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        link(wanted.edges().node());
        var query = ShareLinksGraphQLQuery.newRequest().first(PAGE);
        return backend.get((after == null ? query : query.after(after)).build(), wanted, ShareLinkConnection.class);
    }

    private static void link(ShareLinkProjection<?, ?> link) {
        link.id().url().note().createdBy().createdAt().endsAt();
        link.region().name();
        link.programme().name();
    }

    /** @param id the client's id of the link: sent again, it is the same link */
    ShareLink create(UUID id, String regionId, String programmeId, String note, LocalDate lastDay) {
        var wanted = new CreateShareLinkProjectionRoot<>();
        link(wanted.link());
        wanted.errors().path().message().code();
        var input = CreateShareLinkInput.newBuilder()
                .id(id)
                .regionId(regionId)
                .programmeId(programmeId)
                .note(note)
                .lastDay(lastDay)
                .build();
        var command = CreateShareLinkGraphQLQuery.newRequest().input(input).build();
        var payload = backend.get(command, wanted, CreateShareLinkPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return Objects.requireNonNull(payload.getLink());
    }

    void end(ShareLink link) {
        var wanted = new EndShareLinkProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = EndShareLinkInput.newBuilder().linkId(link.getId()).build();
        var command = EndShareLinkGraphQLQuery.newRequest().input(input).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, EndShareLinkPayload.class).getErrors());
    }
}
