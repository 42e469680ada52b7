package org.tongke.backend.resource.graphql;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityCounts;
import org.tongke.backend.activity.ActivityCounts.FilterCount;
import org.tongke.backend.activity.ActivityCounts.Named;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.resource.ResourceFacet;
import org.tongke.backend.resource.ResourceGroup;
import org.tongke.backend.resource.ResourceKind;

/** Counts of resources by value. A single one is told as that of activities. */
@Controller
class ResourceCountController {
    /** Up to here a count is told; beyond, only that it is more. */
    private static final int MOST_TOLD = 1_000;

    private static final int MOST_LISTED = 50;

    private final Subjects subjects;
    private final Grades grades;
    private final Schools schools;
    private final Communities communities;
    private final Regions regions;
    private final Texts texts;

    ResourceCountController(
            Subjects subjects, Grades grades, Schools schools, Communities communities, Regions regions, Texts texts) {
        this.subjects = subjects;
        this.grades = grades;
        this.schools = schools;
        this.communities = communities;
        this.regions = regions;
        this.texts = texts;
    }

    @SchemaMapping(typeName = "ResourceCounts")
    int total(CountedResources counted) {
        return (int) Math.min(counted.counts().total(), MOST_TOLD);
    }

    @SchemaMapping(typeName = "ResourceCounts")
    boolean more(CountedResources counted) {
        return counted.counts().total() > MOST_TOLD;
    }

    @SchemaMapping(typeName = "ResourceCounts")
    List<FilterCount> subjects(CountedResources counted, Locale locale) {
        var order = subjects.list().stream().map(Subject::code).toList();
        return list(
                counted,
                ResourceFacet.SUBJECT,
                order,
                counted.counts().filter().subjectCodes(),
                code -> new Named(code, subjects.get(code).name().in(locale)));
    }

    @SchemaMapping(typeName = "ResourceCounts")
    List<FilterCount> grades(CountedResources counted, Locale locale) {
        var order = grades.list().stream().map(Grade::code).toList();
        return list(
                counted,
                ResourceFacet.GRADE,
                order,
                counted.counts().filter().gradeCodes(),
                code -> new Named(code, grades.get(code).name().in(locale)));
    }

    @SchemaMapping(typeName = "ResourceCounts")
    List<FilterCount> kinds(CountedResources counted, Locale locale) {
        return list(
                counted,
                ResourceFacet.KIND,
                names(Arrays.asList(ResourceKind.values())),
                Set.copyOf(names(counted.counts().filter().kinds())),
                name -> new Named(name, texts.get("resource.kind." + name, locale)));
    }

    @SchemaMapping(typeName = "ResourceCounts")
    List<FilterCount> stages(CountedResources counted, Locale locale) {
        return list(
                counted,
                ResourceFacet.STAGE,
                names(Arrays.asList(SchoolStage.values())),
                Set.copyOf(names(counted.counts().filter().stages())),
                name -> new Named(name, texts.get("resource.stage." + name, locale)));
    }

    /** Those most shared with, of the names that are still there. */
    @SchemaMapping(typeName = "ResourceCounts")
    List<FilterCount> groups(CountedResources counted) {
        var chosen = counted.counts().filter().groupKeys();
        var keys = most(counted, ResourceFacet.GROUP, chosen);
        var names = new HashMap<String, String>();
        communities
                .findAll(Community.idsAmong(keys), Scope.EVERYWHERE)
                .values()
                .forEach(community -> names.put(community.channel(), community.name()));
        regions.all().forEach(region -> names.put(ResourceGroup.keyOfCounty(region.code()), region.name()));
        return list(
                counted,
                ResourceFacet.GROUP,
                keys.stream().filter(names::containsKey).toList(),
                chosen,
                key -> new Named(new ResourceGroup(key, "").globalId(), names.getOrDefault(key, "")));
    }

    /** Those that share most. */
    @SchemaMapping(typeName = "ResourceCounts")
    List<FilterCount> schools(CountedResources counted) {
        var chosen = counted.counts().filter().schoolIds();
        var ids = most(counted, ResourceFacet.SCHOOL, chosen);
        var names = schools.namesOf(ids);
        return list(
                counted,
                ResourceFacet.SCHOOL,
                ids.stream().filter(names::containsKey).toList(),
                chosen,
                id -> new Named(new GlobalId("School", id).encode(), names.getOrDefault(id, "")));
    }

    private static List<String> most(CountedResources counted, ResourceFacet facet, Set<String> chosen) {
        var byCount = counted.counts().of(facet).entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
        return Stream.concat(chosen.stream().sorted(), byCount)
                .distinct()
                .limit(MOST_LISTED)
                .toList();
    }

    private static List<FilterCount> list(
            CountedResources counted,
            ResourceFacet facet,
            Collection<String> order,
            Set<String> chosen,
            Function<String, Named> named) {
        return ActivityCounts.list(counted.counts().of(facet), order, chosen, named);
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toList());
    }
}
