package org.tongke.backend.community.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.CommunityFilter;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** Communities in the section "community" of the schema. */
@Controller
class CommunityController {
    private static final int MOST_TEACHERS = 500;

    private final Communities communities;
    private final Schools schools;
    private final Teachers teachers;
    private final Regions regions;

    CommunityController(Communities communities, Schools schools, Teachers teachers, Regions regions) {
        this.communities = communities;
        this.schools = schools;
        this.teachers = teachers;
        this.regions = regions;
    }

    @QueryMapping
    Connection<Community> communities(
            @Argument @Nullable String regionId,
            @Argument boolean mine,
            @Argument @Nullable String name,
            @Argument @Nullable Mode mode,
            @Argument @Nullable String newIn,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(Communities.LIST, Communities.LIST_KEYS, first, after);
        var region = Optional.ofNullable(regionId).map(id -> GlobalId.rawOrNobodys("Region", id));
        var own = mine ? Optional.of(schoolsOf(viewer)) : Optional.<Collection<PlaceKey>>empty();
        var filter = new CommunityFilter(
                Optional.ofNullable(name),
                Optional.ofNullable(mode),
                Optional.ofNullable(newIn).map(id -> GlobalId.rawOrNobodys("Programme", id)));
        return communities.list(region, own, filter, page, scope);
    }

    @QueryMapping
    List<Teacher> colleagues(Viewer viewer) {
        var own = schoolsOf(viewer).stream().map(PlaceKey::raw).toList();
        var ids = communities.findBySchools(own, Scope.EVERYWHERE).stream()
                .flatMap(community -> community.schoolIds().stream())
                .collect(Collectors.toSet());
        return teachers.listOf(ids, MOST_TEACHERS);
    }

    private static Collection<PlaceKey> schoolsOf(Viewer viewer) {
        return viewer.places().stream().filter(place -> !place.isRegion()).toList();
    }

    @SchemaMapping
    Region county(Community community) {
        return regions.get(community.countyCode());
    }

    @BatchMapping
    Map<Community, School> core(List<Community> communities) {
        var found = schoolsOf(communities);
        return communities.stream()
                .collect(Collectors.toMap(
                        Function.identity(), community -> found.get(community.coreId()), (one, _) -> one));
    }

    @BatchMapping
    Map<Community, List<School>> members(List<Community> communities) {
        var found = schoolsOf(communities);
        return communities.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        community -> community.memberIds().stream()
                                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                                .toList(),
                        (one, _) -> one));
    }

    private Map<String, School> schoolsOf(List<Community> communities) {
        var ids = new ArrayList<String>();
        communities.forEach(community -> ids.addAll(community.schoolIds()));
        return schools.findAll(ids, Scope.EVERYWHERE);
    }

    @Bean
    static NodeFinder communityNodes(Communities communities) {
        return NodeFinder.of(Community.class, (raw, viewer, scope) -> communities.find(raw, scope));
    }
}
