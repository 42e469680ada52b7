package org.tongke.frontend.resource;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.ResolveResourceProblemGraphQLQuery;
import org.tongke.frontend.contract.client.ResolveResourceProblemProjectionRoot;
import org.tongke.frontend.contract.client.ResourceProblemsGraphQLQuery;
import org.tongke.frontend.contract.client.ResourceProblemsProjectionRoot;
import org.tongke.frontend.contract.types.ResolveResourceProblemInput;
import org.tongke.frontend.contract.types.ResourceProblem;
import org.tongke.frontend.contract.types.ResourceProblemConnection;
import org.tongke.frontend.contract.types.ResourceProblemPayload;

/** What is wrong with the caller's resources, and for offices with those of their place. */
@Component
public class Problems {
    private static final int PAGE = 20;

    private final Backend backend;

    public Problems(Backend backend) {
        this.backend = backend;
    }

    /**
     * A page of problems, those first that are due first.
     *
     * @param open those that wait, or those that were seen to
     */
    ResourceProblemConnection list(boolean open, @Nullable String after) {
        var wanted = new ResourceProblemsProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var problem = wanted.edges()
                .node()
                .id()
                .revision()
                .title()
                .text()
                .reportedBy()
                .reportedAt()
                .dueAt()
                .late()
                .viewerCanResolve();
        problem.kind();
        problem.resource().id();
        problem.resolution().by().at().note();
        var query = ResourceProblemsGraphQLQuery.newRequest().open(open).first(PAGE);
        return backend.get(
                (after == null ? query : query.after(after)).build(), wanted, ResourceProblemConnection.class);
    }

    /** Says what was done about one. @throws RefusedException with the reasons */
    void resolve(ResourceProblem problem, String note) {
        var wanted = new ResolveResourceProblemProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = ResolveResourceProblemInput.newBuilder()
                .problemId(problem.getId())
                .expectedRevision(problem.getRevision())
                .note(note)
                .build();
        var payload = backend.get(
                ResolveResourceProblemGraphQLQuery.newRequest().input(input).build(),
                wanted,
                ResourceProblemPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
