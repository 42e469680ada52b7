package org.tongke.backend.resource.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.tongke.backend.resource.ProblemKind;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceProblem;
import org.tongke.backend.resource.ResourceProblems;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.timetable.notice.ResourceNews;

/** What is said to be wrong with resources, and which resources notices are about, in the section "resource" of the schema. */
@Controller
class ProblemController {
    private static final String RESOLVE = "Mutation.resolveResourceProblem";

    private final ResourceProblems problems;
    private final Resources resources;
    private final WhoMay whoMay;
    private final Answers answers;

    ProblemController(ResourceProblems problems, Resources resources, WhoMay whoMay, Answers answers) {
        this.problems = problems;
        this.resources = resources;
        this.whoMay = whoMay;
        this.answers = answers;
    }

    @QueryMapping
    Connection<ResourceProblem> resourceProblems(
            @Argument boolean open, @Argument int first, @Argument @Nullable String after, Viewer viewer, Scope scope) {
        return problems.list(
                open, PageRequest.of(ResourceProblems.LIST, ResourceProblems.LIST_KEYS, first, after), viewer, scope);
    }

    @BatchMapping
    Map<ResourceProblem, Resource> resource(List<ResourceProblem> problems, @ContextValue Viewer viewer) {
        var found = resources.findAll(
                problems.stream().map(ResourceProblem::resourceId).collect(Collectors.toSet()),
                viewer,
                whoMay.permission(ResourceController.SEES, viewer).scope());
        var each = new HashMap<ResourceProblem, Resource>();
        for (var problem : problems) {
            var resource = found.get(problem.resourceId());
            if (resource != null) {
                each.put(problem, resource);
            }
        }
        return each;
    }

    /** Of a notice: null where the caller sees it no longer, as when a push was taken back. */
    @BatchMapping(typeName = "ResourceNews", field = "resource")
    Map<ResourceNews, Resource> resourceOfNews(List<ResourceNews> all, @ContextValue Viewer viewer) {
        var found = resources.findAll(
                all.stream().map(ResourceNews::resourceId).collect(Collectors.toSet()),
                viewer,
                whoMay.permission(ResourceController.SEES, viewer).scope());
        var each = new HashMap<ResourceNews, Resource>();
        for (var news : all) {
            var resource = found.get(news.resourceId());
            if (resource != null) {
                each.put(news, resource);
            }
        }
        return each;
    }

    @SchemaMapping
    boolean late(ResourceProblem problem) {
        return problems.isLate(problem);
    }

    @SchemaMapping
    boolean viewerCanResolve(ResourceProblem problem, Viewer viewer) {
        var scope = whoMay.permission(RESOLVE, viewer).scope();
        return problem.isOpen() && ResourceProblems.mayResolve(problem, viewer, scope);
    }

    @MutationMapping
    ProblemPayload reportResource(@Argument ReportInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> problems.report(
                        input.id(),
                        GlobalId.rawOrNobodys("Resource", input.resourceId()),
                        input.kind(),
                        Optional.ofNullable(input.text()),
                        viewer,
                        scope),
                ProblemPayload::new,
                locale);
    }

    @MutationMapping
    ProblemPayload resolveResourceProblem(@Argument ResolveInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> problems.resolve(
                        GlobalId.rawOrNobodys("ResourceProblem", input.problemId()),
                        input.expectedRevision(),
                        input.note(),
                        viewer,
                        scope),
                ProblemPayload::new,
                locale);
    }

    @Bean
    static NodeFinder resourceProblemNodes(ResourceProblems problems) {
        return NodeFinder.of(ResourceProblem.class, problems::find);
    }

    record ReportInput(
            UUID id,
            String resourceId,
            ProblemKind kind,
            @Nullable String text) {}

    record ResolveInput(String problemId, long expectedRevision, String note) {}

    /** The payloads of both mutations. */
    record ProblemPayload(@Nullable ResourceProblem problem, List<UserError> errors) {}
}
