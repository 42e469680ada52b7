package org.tongke.backend.resource;

import java.util.Map;

/**
 * How many resources there are of each value.
 *
 * @param total how many meet the whole filter
 * @param byValue for each facet the values with how many resources would be found if that value alone were chosen of it, whatever the filter
 *     chooses of it now
 * @param filter what was asked
 */
public record ResourceCounts(long total, Map<ResourceFacet, Map<String, Long>> byValue, ResourceFilter filter) {

    /** Counts of a facet's values. */
    public Map<String, Long> of(ResourceFacet facet) {
        return byValue.getOrDefault(facet, Map.of());
    }
}
