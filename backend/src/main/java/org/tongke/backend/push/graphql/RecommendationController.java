package org.tongke.backend.push.graphql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.push.Recommendation;
import org.tongke.backend.push.RecommendationState;
import org.tongke.backend.push.Recommendations;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.Resources;

/** What schools recommend, in the section "push" of the schema. */
@Controller
class RecommendationController {
    private static final String RECOMMEND = "Mutation.recommendResource";
    private static final String DECIDE = "Mutation.decideRecommendation";
    private static final String SEES = "Node.Recommendation";

    private final Recommendations recommendations;
    private final Resources resources;
    private final Schools schools;
    private final Regions regions;
    private final WhoMay whoMay;
    private final Answers answers;

    RecommendationController(
            Recommendations recommendations,
            Resources resources,
            Schools schools,
            Regions regions,
            WhoMay whoMay,
            Answers answers) {
        this.recommendations = recommendations;
        this.resources = resources;
        this.schools = schools;
        this.regions = regions;
        this.whoMay = whoMay;
        this.answers = answers;
    }

    @QueryMapping("recommendations")
    Connection<Recommendation> list(
            @Argument @Nullable RecommendationState state,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope) {
        return recommendations.list(
                Optional.ofNullable(state),
                PageRequest.of(Recommendations.LIST, Recommendations.LIST_KEYS, first, after),
                scope);
    }

    @BatchMapping(field = "recommendations")
    Map<Resource, List<Recommendation>> ofResource(List<Resource> resources, @ContextValue Viewer viewer) {
        var found = recommendations.findByResources(
                resources.stream().map(Resource::id).collect(Collectors.toSet()),
                whoMay.permission(SEES, viewer).scope());
        return resources.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), resource -> found.getOrDefault(resource.id(), List.of())));
    }

    @SchemaMapping
    boolean viewerCanRecommend(Resource resource, Viewer viewer) {
        var permission = whoMay.permission(RECOMMEND, viewer);
        return permission.allowed()
                && resource.isCurrent()
                && resource.owner().centre().isEmpty()
                && Recommendations.mayRecommend(resource, viewer, permission.scope());
    }

    @SchemaMapping
    Region centre(Recommendation recommendation) {
        return regions.get(recommendation.centreCode());
    }

    @SchemaMapping
    String title(Recommendation recommendation) {
        return recommendation.said().title();
    }

    @SchemaMapping
    @Nullable
    String note(Recommendation recommendation) {
        return recommendation.said().note();
    }

    @SchemaMapping
    String recommendedBy(Recommendation recommendation) {
        return recommendation.said().by();
    }

    @SchemaMapping
    Instant recommendedAt(Recommendation recommendation) {
        return recommendation.said().at();
    }

    @SchemaMapping
    boolean viewerCanDecide(Recommendation recommendation, Viewer viewer) {
        return recommendation.isOpen()
                && whoMay.permission(DECIDE, viewer).scope().covers(recommendation.places());
    }

    @BatchMapping
    Map<Recommendation, Resource> resource(List<Recommendation> all, @ContextValue Viewer viewer) {
        var found = resources.findAll(
                all.stream().map(Recommendation::resourceId).collect(Collectors.toSet()),
                viewer,
                whoMay.permission(PushController.SEES_RESOURCES, viewer).scope());
        return each(all, Recommendation::resourceId, found);
    }

    @BatchMapping
    Map<Recommendation, School> school(List<Recommendation> all) {
        var found = schools.findAll(
                all.stream().map(Recommendation::schoolId).collect(Collectors.toSet()), Scope.EVERYWHERE);
        return each(all, Recommendation::schoolId, found);
    }

    private static <R> Map<Recommendation, R> each(
            List<Recommendation> all, Function<Recommendation, String> idOf, Map<String, R> found) {
        var each = new HashMap<Recommendation, R>();
        for (var one : all) {
            var thing = found.get(idOf.apply(one));
            if (thing != null) {
                each.put(one, thing);
            }
        }
        return each;
    }

    @MutationMapping
    RecommendationPayload recommendResource(@Argument RecommendInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> recommendations.recommend(
                        input.id(),
                        GlobalId.rawOrNobodys("Resource", input.resourceId()),
                        PushCommandController.centre(input.centreId()),
                        Optional.ofNullable(input.note()),
                        viewer,
                        scope),
                RecommendationPayload::new,
                locale);
    }

    @MutationMapping
    RecommendationPayload decideRecommendation(@Argument DecideInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> recommendations.decide(
                        GlobalId.rawOrNobodys("Recommendation", input.recommendationId()),
                        input.expectedRevision(),
                        input.accept(),
                        input.reason(),
                        viewer,
                        scope),
                RecommendationPayload::new,
                locale);
    }

    @Bean
    static NodeFinder recommendationNodes(Recommendations recommendations) {
        return NodeFinder.of(Recommendation.class, recommendations::find);
    }

    record RecommendInput(
            UUID id,
            String resourceId,
            @Nullable String centreId,
            @Nullable String note) {}

    record DecideInput(
            String recommendationId,
            long expectedRevision,
            boolean accept,
            @Nullable String reason) {}

    /** The payload of both. */
    record RecommendationPayload(@Nullable Recommendation recommendation, List<UserError> errors) {}
}
