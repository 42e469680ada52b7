package org.tongke.frontend.resource;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Answer;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.contract.client.FilterCountProjection;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.OpenResourceGraphQLQuery;
import org.tongke.frontend.contract.client.OpenResourceProjectionRoot;
import org.tongke.frontend.contract.client.ResourceCountsGraphQLQuery;
import org.tongke.frontend.contract.client.ResourceCountsProjectionRoot;
import org.tongke.frontend.contract.client.ResourceFragmentProjection;
import org.tongke.frontend.contract.client.ResourcesGraphQLQuery;
import org.tongke.frontend.contract.client.ResourcesProjectionRoot;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.OpenResourceInput;
import org.tongke.frontend.contract.types.OpenResourcePayload;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceConnection;
import org.tongke.frontend.contract.types.ResourceCounts;
import org.tongke.frontend.contract.types.ResourceQuota;
import org.tongke.frontend.contract.types.School;

/** What is shared with the caller, as the pages list, show and open it. */
@Component
public class Resources {
    private static final int PAGE = 20;

    private final Backend backend;

    public Resources(Backend backend) {
        this.backend = backend;
    }

    /**
     * The first resources that were found.
     *
     * @param counts how many there are of each value
     */
    record Found(ResourceConnection page, ResourceCounts counts) {}

    /** The first page and all counts, in one request. */
    Found find(ResourceAddress asked) {
        var wanted = new ResourceCountsProjectionRoot<>();
        wanted.total().more();
        for (var list : List.<FilterCountProjection<?, ?>>of(
                wanted.subjects(), wanted.grades(), wanted.kinds(), wanted.groups())) {
            list.value().label().words();
        }
        var counts = new Question(
                "resourceCounts",
                ResourceCountsGraphQLQuery.newRequest().filter(asked.filter()).build(),
                wanted);
        var answer = backend.ask(page(asked, null), counts);
        return new Found(page(answer), answer.get("resourceCounts", ResourceCounts.class));
    }

    /** Resources after the ones that were found. */
    ResourceConnection findMore(ResourceAddress asked, String after) {
        return page(backend.ask(page(asked, after)));
    }

    private static Question page(ResourceAddress asked, @Nullable String after) {
        var wanted = new ResourcesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var resource = wanted.edges()
                .node()
                .id()
                .title()
                .sharedBy()
                .sharedAt()
                .openedBy()
                .lessonCount();
        resource.kind();
        resource.stage();
        resource.subject().code().name();
        resource.grades().name();
        resource.school().name();
        resource.centre();
        resource.version().file().thumbnailUrl();
        var query = ResourcesGraphQLQuery.newRequest()
                .filter(asked.filter())
                .order(asked.order())
                .first(PAGE);
        return new Question("resources", (after == null ? query : query.after(after)).build(), wanted);
    }

    private static ResourceConnection page(Answer answer) {
        return answer.get("resources", ResourceConnection.class);
    }

    /** One resource with all that its page shows; empty where there is none for the caller. */
    Optional<Resource> find(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        facts(wanted.onResource());
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast);
    }

    private static void facts(ResourceFragmentProjection<?, ?> resource) {
        resource.id()
                .revision()
                .title()
                .description()
                .sharedBy()
                .sharedAt()
                .openedBy()
                .lessonCount()
                .viewerCanEdit()
                .viewerCanWithdraw()
                .viewerCanRecommend()
                .centre();
        resource.state();
        resource.kind();
        resource.stage();
        resource.licence();
        resource.subject().code().name();
        resource.grades().code().name();
        resource.groups().id().name().county();
        resource.school().id().name();
        resource.withdrawal().by().at().reason();
        var versions = resource.versions().number().name().url().note().addedAt();
        versions.kind();
        var file = versions.file().sizeBytes().pages().thumbnailUrl().gone();
        file.mediaType();
        var recommended = resource.recommendations().recommendedBy().recommendedAt();
        recommended.state();
        recommended.centre().name();
        recommended.decision().by().at().reason();
        var used = resource.usedIn().tiedBy();
        used.activity()
                .id()
                .title()
                .startsAt()
                .endsAt()
                .schools()
                .name()
                .school()
                .id();
    }

    /** Where a version is now, and that the caller opens it; empty where it is not for the caller, or was taken back. */
    Optional<String> open(String id, @Nullable Integer version) {
        var wanted = new OpenResourceProjectionRoot<>();
        wanted.url();
        wanted.errors().path().message().code();
        var input =
                OpenResourceInput.newBuilder().resourceId(id).version(version).build();
        var payload = backend.get(
                OpenResourceGraphQLQuery.newRequest().input(input).build(), wanted, OpenResourcePayload.class);
        return Optional.ofNullable(payload.getUrl());
    }

    /** How much the files take that a school shares; empty where the caller may not know. */
    Optional<ResourceQuota> findQuota(String schoolId) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        wanted.onSchool().id().resourceQuota().files().usedMebibytes().mostMebibytes();
        return backend.find(NodeGraphQLQuery.newRequest().id(schoolId).build(), wanted, Node.class)
                .filter(School.class::isInstance)
                .map(node -> ((School) node).getResourceQuota());
    }
}
