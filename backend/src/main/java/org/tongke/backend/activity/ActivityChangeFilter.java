package org.tongke.backend.activity;

import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.feed.FeedEntry;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.community.Community;

/**
 * Changes of which activities are asked for. An empty set does not limit; values of one set are alternatives, and all sets hold.
 *
 * @param regionCodes cities or counties where it lies
 * @param schoolIds raw ids of schools that take part, or did
 * @param communityIds raw ids of communities that it belongs to, or did
 * @param subjectCodes codes of subjects
 * @param kindCodes codes of kinds
 * @param supplierIds raw ids of suppliers
 */
public record ActivityChangeFilter(
        Set<String> regionCodes,
        Set<String> schoolIds,
        Set<String> communityIds,
        Set<String> subjectCodes,
        Set<String> kindCodes,
        Set<String> supplierIds) {

    public ActivityChangeFilter {
        regionCodes = Set.copyOf(regionCodes);
        schoolIds = Set.copyOf(schoolIds);
        communityIds = Set.copyOf(communityIds);
        subjectCodes = Set.copyOf(subjectCodes);
        kindCodes = Set.copyOf(kindCodes);
        supplierIds = Set.copyOf(supplierIds);
    }

    /** Whether an activity that was written is asked for. */
    boolean meets(FeedEntry written) {
        var document = written.document();
        return allows(regionCodes, code -> PlaceKey.region(code).value(), written.places())
                && allows(schoolIds, id -> PlaceKey.school(id).value(), written.touches())
                && allows(communityIds, Community::channelOf, written.touches())
                && allows(subjectCodes, document.getString(ActivityDocument.SUBJECT))
                && allows(kindCodes, document.getString(ActivityDocument.KIND))
                && allows(supplierIds, document.getString(ActivityDocument.SUPPLIER));
    }

    private static boolean allows(Set<String> asked, UnaryOperator<String> key, Collection<String> values) {
        return asked.isEmpty() || asked.stream().map(key).anyMatch(values::contains);
    }

    private static boolean allows(Set<String> asked, @Nullable String value) {
        return asked.isEmpty() || value != null && asked.contains(value);
    }
}
