package org.tongke.backend.community.graphql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.CommunityChanges;
import org.tongke.backend.community.CommunityChanges.Said;
import org.tongke.backend.community.CommunityHistory;
import org.tongke.backend.community.CommunityStep;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;

/** How communities change, in the section "community" of the schema. */
@Controller
class CommunityChangeController {
    private static final String JOIN = "Mutation.joinCommunity";

    private final CommunityChanges changes;
    private final Programmes programmes;
    private final Schools schools;
    private final WhoMay whoMay;
    private final Answers answers;

    CommunityChangeController(
            CommunityChanges changes, Programmes programmes, Schools schools, WhoMay whoMay, Answers answers) {
        this.changes = changes;
        this.programmes = programmes;
        this.schools = schools;
        this.whoMay = whoMay;
        this.answers = answers;
    }

    /** The newest first. */
    @BatchMapping
    Map<Community, List<CommunityStep>> steps(List<Community> communities) {
        return each(communities, history -> history.steps().reversed());
    }

    @BatchMapping
    Map<Community, Long> revision(List<Community> communities) {
        return each(communities, CommunityHistory::revision);
    }

    private <T> Map<Community, T> each(List<Community> communities, Function<CommunityHistory, T> value) {
        var found = changes.histories(communities.stream().map(Community::id).collect(Collectors.toSet()));
        var each = new HashMap<Community, T>();
        communities.forEach(community -> Optional.ofNullable(found.get(community.id()))
                .ifPresent(history -> each.put(community, value.apply(history))));
        return each;
    }

    @SchemaMapping
    List<String> newIn(Community community) {
        return programmes.list().stream()
                .filter(programme -> community.programmes().contains(programme.id()))
                .map(Programme::code)
                .toList();
    }

    @SchemaMapping
    boolean viewerCanChange(Community community, Viewer viewer) {
        var permission = whoMay.permission(JOIN, viewer);
        return permission.allowed() && permission.scope().covers(community.places());
    }

    @BatchMapping(typeName = "CommunityStep")
    Map<CommunityStep, School> school(List<CommunityStep> steps) {
        var ids = new HashSet<String>();
        steps.forEach(step -> Optional.ofNullable(step.schoolId()).ifPresent(ids::add));
        var found = schools.findAll(ids, Scope.EVERYWHERE);
        var each = new HashMap<CommunityStep, School>();
        steps.forEach(step -> Optional.ofNullable(step.schoolId())
                .map(found::get)
                .filter(Objects::nonNull)
                .ifPresent(school -> each.put(step, school)));
        return each;
    }

    @MutationMapping
    CommunityPayload joinCommunity(@Argument MemberInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(locale, () -> changes.join(school(input), input.said(viewer, scope)));
    }

    @MutationMapping
    CommunityPayload leaveCommunity(@Argument MemberInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(locale, () -> changes.leave(school(input), input.said(viewer, scope)));
    }

    @MutationMapping
    CommunityPayload changeCommunityMode(@Argument ModeInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(locale, () -> changes.changeMode(input.mode(), input.said(viewer, scope)));
    }

    private CommunityPayload answer(Locale locale, Supplier<Community> command) {
        return answers.to(command, CommunityPayload::new, locale);
    }

    private static String school(MemberInput input) {
        return GlobalId.rawOrNobodys("School", input.schoolId());
    }

    record MemberInput(String communityId, long expectedRevision, String schoolId, LocalDate on, String reason) {
        Said said(Viewer viewer, Scope scope) {
            return new Said(
                    GlobalId.rawOrNobodys("Community", communityId), expectedRevision, on, reason, viewer, scope);
        }
    }

    record ModeInput(String communityId, long expectedRevision, Mode mode, LocalDate on, String reason) {
        Said said(Viewer viewer, Scope scope) {
            return new Said(
                    GlobalId.rawOrNobodys("Community", communityId), expectedRevision, on, reason, viewer, scope);
        }
    }

    /** The payload of all three. */
    record CommunityPayload(@Nullable Community community, List<UserError> errors) {}
}
