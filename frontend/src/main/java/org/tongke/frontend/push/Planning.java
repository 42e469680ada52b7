package org.tongke.frontend.push;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.CreatePushGraphQLQuery;
import org.tongke.frontend.contract.client.CreatePushProjectionRoot;
import org.tongke.frontend.contract.client.EditPushGraphQLQuery;
import org.tongke.frontend.contract.client.EditPushProjectionRoot;
import org.tongke.frontend.contract.client.GradesGraphQLQuery;
import org.tongke.frontend.contract.client.GradesProjectionRoot;
import org.tongke.frontend.contract.client.PushPreviewGraphQLQuery;
import org.tongke.frontend.contract.client.PushPreviewProjectionRoot;
import org.tongke.frontend.contract.client.RecommendationsGraphQLQuery;
import org.tongke.frontend.contract.client.RecommendationsProjectionRoot;
import org.tongke.frontend.contract.client.ResourcesGraphQLQuery;
import org.tongke.frontend.contract.client.ResourcesProjectionRoot;
import org.tongke.frontend.contract.client.SubjectsGraphQLQuery;
import org.tongke.frontend.contract.client.SubjectsProjectionRoot;
import org.tongke.frontend.contract.types.CreatePushInput;
import org.tongke.frontend.contract.types.EditPushInput;
import org.tongke.frontend.contract.types.Grade;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushPayload;
import org.tongke.frontend.contract.types.PushPreview;
import org.tongke.frontend.contract.types.PushRuleInput;
import org.tongke.frontend.contract.types.RecommendationConnection;
import org.tongke.frontend.contract.types.RecommendationEdge;
import org.tongke.frontend.contract.types.RecommendationState;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceConnection;
import org.tongke.frontend.contract.types.ResourceEdge;
import org.tongke.frontend.contract.types.ResourceFilter;
import org.tongke.frontend.contract.types.ResourceState;
import org.tongke.frontend.contract.types.Subject;

/** Plans pushes: what a centre may give, whom a rule meets, and that it is to go. Commands throw {@link RefusedException}. */
@Component
public class Planning {
    /** How many of the centre's own resources, and how many accepted ones, are offered at once. */
    static final int OFFERED = 100;

    private static final int RECEIVERS = 20;

    private final Backend backend;

    public Planning(Backend backend) {
        this.backend = backend;
    }

    /**
     * What there is to choose from.
     *
     * @param resources what the centre shares, the newest first, then what it accepted
     */
    record Choices(List<Resource> resources, List<Subject> subjects, List<Grade> grades) {
        Choices {
            resources = List.copyOf(resources);
            subjects = List.copyOf(subjects);
            grades = List.copyOf(grades);
        }
    }

    /**
     * All that is said of a push.
     *
     * @param sendAt null for at once
     */
    record Said(
            String resourceId,
            PushRuleInput rule,
            @Nullable String note,
            @Nullable OffsetDateTime sendAt,
            boolean confirmEverybody) {}

    Choices choices(Region centre) {
        var own = new ResourcesProjectionRoot<>();
        own.edges().node().id().title();
        var accepted = new RecommendationsProjectionRoot<>();
        var taken = accepted.edges().node().resource().id().title();
        taken.state();
        var answer = backend.ask(
                Question.of(
                        ResourcesGraphQLQuery.newRequest()
                                .filter(ResourceFilter.newBuilder()
                                        .schoolIds(List.of(centre.getId()))
                                        .build())
                                .first(OFFERED)
                                .build(),
                        own),
                Question.of(
                        RecommendationsGraphQLQuery.newRequest()
                                .state(RecommendationState.ACCEPTED)
                                .first(OFFERED)
                                .build(),
                        accepted),
                Question.of(
                        SubjectsGraphQLQuery.newRequest().build(),
                        new SubjectsProjectionRoot<>().code().name()),
                Question.of(
                        GradesGraphQLQuery.newRequest().build(),
                        new GradesProjectionRoot<>().code().name()));
        var given = answer.get("resources", ResourceConnection.class).getEdges().stream()
                .map(ResourceEdge::getNode);
        var acceptedOnes = answer.get("recommendations", RecommendationConnection.class).getEdges().stream()
                .map(RecommendationEdge::getNode)
                .flatMap(one -> Stream.ofNullable(one.getResource()))
                .filter(one -> one.getState() == ResourceState.CURRENT);
        return new Choices(
                Stream.concat(given, acceptedOnes).toList(),
                answer.list("subjects", Subject.class),
                answer.list("grades", Grade.class));
    }

    /** Whom a rule meets now, with a page of who they are; empty if the rule is not well said. */
    Optional<PushPreview> preview(Region centre, PushRuleInput rule, @Nullable String after) {
        var wanted = new PushPreviewProjectionRoot<>();
        wanted.schools().teachers().everybody();
        var receivers = wanted.receivers(RECEIVERS, after);
        receivers.pageInfo().hasNextPage().endCursor();
        receivers.edges().node().teachers().school().id().name().county().name();
        var query =
                PushPreviewGraphQLQuery.newRequest().centreId(centre.getId()).rule(rule);
        return backend.find(query.build(), wanted, PushPreview.class);
    }

    /**
     * Plans a push; its id. The same id plans nothing twice.
     *
     * @param id the client's id of it
     */
    String create(UUID id, Region centre, Said said) {
        var wanted = new CreatePushProjectionRoot<>();
        wanted.push().id();
        wanted.errors().path().message().code();
        var input = CreatePushInput.newBuilder()
                .id(id)
                .centreId(centre.getId())
                .resourceId(said.resourceId())
                .rule(said.rule())
                .note(said.note())
                .sendAt(said.sendAt())
                .confirmEverybody(said.confirmEverybody())
                .build();
        var payload =
                backend.get(CreatePushGraphQLQuery.newRequest().input(input).build(), wanted, PushPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getPush().getId();
    }

    /** Says a planned push otherwise. */
    void edit(Push push, Said said) {
        var wanted = new EditPushProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = EditPushInput.newBuilder()
                .pushId(push.getId())
                .expectedRevision(push.getRevision())
                .resourceId(said.resourceId())
                .rule(said.rule())
                .note(said.note())
                .sendAt(said.sendAt())
                .confirmEverybody(said.confirmEverybody())
                .build();
        var payload = backend.get(EditPushGraphQLQuery.newRequest().input(input).build(), wanted, PushPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
    }
}
