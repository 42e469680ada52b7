package org.tongke.frontend.push;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.DecideRecommendationGraphQLQuery;
import org.tongke.frontend.contract.client.DecideRecommendationProjectionRoot;
import org.tongke.frontend.contract.client.RecommendResourceGraphQLQuery;
import org.tongke.frontend.contract.client.RecommendResourceProjectionRoot;
import org.tongke.frontend.contract.client.RecommendationsGraphQLQuery;
import org.tongke.frontend.contract.client.RecommendationsProjectionRoot;
import org.tongke.frontend.contract.types.DecideRecommendationInput;
import org.tongke.frontend.contract.types.RecommendResourceInput;
import org.tongke.frontend.contract.types.Recommendation;
import org.tongke.frontend.contract.types.RecommendationConnection;
import org.tongke.frontend.contract.types.RecommendationPayload;
import org.tongke.frontend.contract.types.RecommendationState;
import org.tongke.frontend.contract.types.Resource;

/** What schools recommend to a resource centre, and what it says to that. Commands throw {@link RefusedException}. */
@Component
public class Recommendations {
    private static final int PAGE = 20;

    private final Backend backend;

    public Recommendations(Backend backend) {
        this.backend = backend;
    }

    /** A page of those that the caller sees, the oldest first. */
    RecommendationConnection list(@Nullable RecommendationState state, @Nullable String after) {
        var wanted = new RecommendationsProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var one = wanted.edges()
                .node()
                .id()
                .revision()
                .title()
                .note()
                .recommendedBy()
                .recommendedAt()
                .viewerCanDecide();
        one.state();
        one.centre().name();
        one.resource().id();
        one.school().name();
        one.decision().by().at().reason();
        var query = RecommendationsGraphQLQuery.newRequest().first(PAGE);
        if (state != null) {
            query.state(state);
        }
        if (after != null) {
            query.after(after);
        }
        return backend.get(query.build(), wanted, RecommendationConnection.class);
    }

    /** Recommends a resource to the province's centre. As long as it waits or is accepted, nothing changes. */
    void recommend(UUID id, Resource resource, String note) {
        var wanted = new RecommendResourceProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = RecommendResourceInput.newBuilder()
                .id(id)
                .resourceId(resource.getId())
                .note(note.isBlank() ? null : note)
                .build();
        var payload = backend.get(
                RecommendResourceGraphQLQuery.newRequest().input(input).build(), wanted, RecommendationPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }

    /** Accepts or declines one. Saying the same again changes nothing. */
    void decide(Recommendation recommendation, boolean accept, String reason) {
        var wanted = new DecideRecommendationProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = DecideRecommendationInput.newBuilder()
                .recommendationId(recommendation.getId())
                .expectedRevision(recommendation.getRevision())
                .accept(accept)
                .reason(reason.isBlank() ? null : reason)
                .build();
        var payload = backend.get(
                DecideRecommendationGraphQLQuery.newRequest().input(input).build(),
                wanted,
                RecommendationPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
