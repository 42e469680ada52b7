package org.tongke.backend.activity;

import java.time.Instant;
import java.util.Set;

/**
 * Which activities of the grand timetable are asked for. An empty set does not limit; values of one set are alternatives, and all
 * sets hold.
 *
 * @param from first instant of the window in which they begin
 * @param until first instant after the window
 * @param regionCodes cities or counties
 * @param schoolIds raw ids of schools that take part
 * @param communityIds raw ids of communities
 * @param subjectCodes codes of subjects
 * @param gradeCodes codes of grades
 * @param kindCodes codes of kinds
 * @param supplierIds raw ids of suppliers
 * @param states states
 * @param text words that all must be found in the title, subject, class, series or names; blank for all
 */
public record ActivityFilter(
        Instant from,
        Instant until,
        Set<String> regionCodes,
        Set<String> schoolIds,
        Set<String> communityIds,
        Set<String> subjectCodes,
        Set<String> gradeCodes,
        Set<String> kindCodes,
        Set<String> supplierIds,
        Set<ActivityState> states,
        String text) {

    public ActivityFilter {
        regionCodes = Set.copyOf(regionCodes);
        schoolIds = Set.copyOf(schoolIds);
        communityIds = Set.copyOf(communityIds);
        subjectCodes = Set.copyOf(subjectCodes);
        gradeCodes = Set.copyOf(gradeCodes);
        kindCodes = Set.copyOf(kindCodes);
        supplierIds = Set.copyOf(supplierIds);
        states = Set.copyOf(states);
    }
}
