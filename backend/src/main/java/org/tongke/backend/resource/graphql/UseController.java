package org.tongke.backend.resource.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.resource.Opened;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.resource.Tie;

/** Who uses resources, in the section "resource" of the schema. */
@Controller
class UseController {
    /** Most resources of a lesson that are listed. */
    private static final int MOST_RESOURCES = 50;

    private final ResourceUse use;
    private final Resources resources;
    private final Activities activities;
    private final WhoMay whoMay;
    private final Answers answers;

    UseController(ResourceUse use, Resources resources, Activities activities, WhoMay whoMay, Answers answers) {
        this.use = use;
        this.resources = resources;
        this.activities = activities;
        this.whoMay = whoMay;
        this.answers = answers;
    }

    /** What the viewer may not see of it is not there. A lesson that several report has what any of them has. */
    @BatchMapping
    Map<Activity, List<Tie>> resources(List<Activity> activities, @ContextValue Viewer viewer) {
        var ids = activities.stream()
                .flatMap(activity -> activity.lessonIds().stream())
                .collect(Collectors.toSet());
        var ties = use.findByActivities(ids);
        var seen = seen(ties, viewer);
        var each = new HashMap<Activity, List<Tie>>();
        for (var activity : activities) {
            each.put(
                    activity,
                    ties.stream()
                            .filter(tie -> activity.lessonIds().contains(tie.activityId()))
                            .filter(tie -> seen.containsKey(tie.resourceId())
                                    && seen.get(tie.resourceId()).isCurrent())
                            .limit(MOST_RESOURCES)
                            .toList());
        }
        return each;
    }

    private Map<String, Resource> seen(List<Tie> ties, Viewer viewer) {
        var ids = ties.stream().map(Tie::resourceId).collect(Collectors.toSet());
        return resources.findAll(
                ids, viewer, whoMay.permission(ResourceController.SEES, viewer).scope());
    }

    /** Only of ties whose resource the viewer sees. */
    @BatchMapping(typeName = "ResourceTie")
    Map<Tie, Resource> resource(List<Tie> ties, @ContextValue Viewer viewer) {
        return each(ties, Tie::resourceId, seen(ties, viewer));
    }

    /** Everybody signed in may see activities. */
    @BatchMapping(typeName = "ResourceTie")
    Map<Tie, Activity> activity(List<Tie> ties) {
        var ids = ties.stream().map(Tie::activityId).collect(Collectors.toSet());
        return each(ties, Tie::activityId, activities.findAll(ids, Scope.EVERYWHERE));
    }

    @BatchMapping
    Map<Resource, List<Tie>> usedIn(List<Resource> resources) {
        var found = use.lessonsOf(ids(resources));
        return resources.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), resource -> found.getOrDefault(resource.id(), List.of())));
    }

    @BatchMapping
    Map<Resource, Integer> lessonCount(List<Resource> resources) {
        return counts(resources, use.countLessons(ids(resources)));
    }

    @BatchMapping
    Map<Resource, Integer> openedBy(List<Resource> resources) {
        return counts(resources, use.countOpenings(ids(resources)));
    }

    private static Map<Resource, Integer> counts(List<Resource> resources, Map<String, Integer> found) {
        return resources.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), resource -> found.getOrDefault(resource.id(), 0)));
    }

    private static Collection<String> ids(List<Resource> resources) {
        return resources.stream().map(Resource::id).collect(Collectors.toSet());
    }

    private static <R> Map<Tie, R> each(List<Tie> ties, Function<Tie, String> idOf, Map<String, R> found) {
        var each = new HashMap<Tie, R>();
        for (var tie : ties) {
            var thing = found.get(idOf.apply(tie));
            if (thing != null) {
                each.put(tie, thing);
            }
        }
        return each;
    }

    @MutationMapping
    TiePayload tieResource(@Argument TieInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(() -> use.tie(input.resource(), input.activity(), viewer, scope), TiePayload::new, locale);
    }

    @MutationMapping
    TiePayload untieResource(@Argument TieInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(() -> use.untie(input.resource(), input.activity(), viewer, scope), TiePayload::new, locale);
    }

    @MutationMapping
    OpenPayload openResource(@Argument OpenInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> use.open(
                        GlobalId.rawOrNobodys("Resource", input.resourceId()),
                        Optional.ofNullable(input.version()),
                        viewer,
                        scope),
                OpenPayload::of,
                locale);
    }

    record TieInput(String resourceId, String activityId) {
        String resource() {
            return GlobalId.rawOrNobodys("Resource", resourceId);
        }

        String activity() {
            return GlobalId.rawOrNobodys("Activity", activityId);
        }
    }

    /** The payloads of tying and untying. */
    record TiePayload(@Nullable Activity activity, List<UserError> errors) {}

    record OpenInput(String resourceId, @Nullable Integer version) {}

    record OpenPayload(
            @Nullable Resource resource, @Nullable String url, List<UserError> errors) {

        static OpenPayload of(@Nullable Opened opened, List<UserError> errors) {
            return opened == null
                    ? new OpenPayload(null, null, errors)
                    : new OpenPayload(opened.resource(), opened.url(), errors);
        }
    }
}
