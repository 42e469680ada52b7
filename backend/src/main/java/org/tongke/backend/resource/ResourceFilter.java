package org.tongke.backend.resource;

import java.util.Set;
import org.tongke.backend.directory.SchoolStage;

/**
 * Which resources are asked for. An empty set does not limit; values of one set are alternatives, and all sets hold.
 *
 * @param subjectCodes codes of subjects
 * @param gradeCodes codes of grades; what is for all grades is found by none
 * @param kinds kinds
 * @param stages stages; what is for all stages is found by none
 * @param groupKeys keys of groups that they are shared with
 * @param schoolIds raw ids of the owners' schools, or what stands in their place where a resource centre shares
 * @param own whether only the caller's own are asked for
 * @param text words that all must be found in the title, the description, the subject or the names of file, owner and school; blank for all
 */
public record ResourceFilter(
        Set<String> subjectCodes,
        Set<String> gradeCodes,
        Set<ResourceKind> kinds,
        Set<SchoolStage> stages,
        Set<String> groupKeys,
        Set<String> schoolIds,
        boolean own,
        String text) {

    public ResourceFilter {
        subjectCodes = Set.copyOf(subjectCodes);
        gradeCodes = Set.copyOf(gradeCodes);
        kinds = Set.copyOf(kinds);
        stages = Set.copyOf(stages);
        groupKeys = Set.copyOf(groupKeys);
        schoolIds = Set.copyOf(schoolIds);
    }
}
