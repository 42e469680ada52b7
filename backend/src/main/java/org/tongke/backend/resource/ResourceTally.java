package org.tongke.backend.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts by value from groups of resources that are alike in all facets. Pure. */
final class ResourceTally {
    /** Stand between facets and between values of one, which hold no control characters. */
    private static final String BETWEEN = "\u001f";

    private static final String AND = "\u001e";

    private final Map<ResourceFacet, Set<String>> chosen = new EnumMap<>(ResourceFacet.class);
    private final Map<ResourceFacet, Map<String, Long>> byValue = new EnumMap<>(ResourceFacet.class);
    private final ResourceFilter filter;
    private long total;

    ResourceTally(ResourceFilter filter) {
        this.filter = filter;
        chosen.put(ResourceFacet.SUBJECT, filter.subjectCodes());
        chosen.put(ResourceFacet.GRADE, filter.gradeCodes());
        chosen.put(ResourceFacet.KIND, names(filter.kinds()));
        chosen.put(ResourceFacet.STAGE, names(filter.stages()));
        chosen.put(ResourceFacet.GROUP, filter.groupKeys());
        chosen.put(ResourceFacet.SCHOOL, filter.schoolIds());
        for (var facet : ResourceFacet.values()) {
            byValue.put(facet, new TreeMap<>());
        }
    }

    private static Set<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toSet());
    }

    /** The key that resources have in common which are alike in all facets: their values, in the order of the facets. */
    static String keyOf(Resource resource) {
        var facets = new ArrayList<String>();
        for (var facet : ResourceFacet.values()) {
            facets.add(String.join(AND, valuesOf(resource, facet)));
        }
        return String.join(BETWEEN, facets);
    }

    private static Collection<String> valuesOf(Resource resource, ResourceFacet facet) {
        var facts = resource.facts();
        var subject = facts.subjectCode();
        var stage = facts.stage();
        return switch (facet) {
            case SUBJECT -> subject == null ? List.of() : List.of(subject);
            case GRADE -> facts.gradeCodes();
            case KIND -> List.of(resource.version().content().kind().name());
            case STAGE -> stage == null ? List.of() : List.of(stage.name());
            case GROUP -> resource.groups().stream().map(ResourceGroup::key).toList();
            case SCHOOL -> List.of(resource.owner().schoolId());
        };
    }

    /** Resources with a key count for a facet if they meet what is chosen of all other facets. */
    void add(String key, long count) {
        var parts = key.split(BETWEEN, -1);
        var values = new EnumMap<ResourceFacet, List<String>>(ResourceFacet.class);
        var missed = EnumSet.noneOf(ResourceFacet.class);
        for (var facet : ResourceFacet.values()) {
            var part = parts[facet.ordinal()];
            var ofFacet = part.isEmpty() ? List.<String>of() : List.of(part.split(AND, -1));
            values.put(facet, ofFacet);
            var wanted = chosen.getOrDefault(facet, Set.of());
            if (!wanted.isEmpty() && ofFacet.stream().noneMatch(wanted::contains)) {
                missed.add(facet);
            }
        }
        if (missed.isEmpty()) {
            total += count;
        }
        values.forEach((facet, ofFacet) -> {
            if (missed.isEmpty() || missed.size() == 1 && missed.contains(facet)) {
                ofFacet.forEach(value ->
                        byValue.computeIfAbsent(facet, _ -> new TreeMap<>()).merge(value, count, Long::sum));
            }
        });
    }

    ResourceCounts done() {
        return new ResourceCounts(total, byValue, filter);
    }
}
