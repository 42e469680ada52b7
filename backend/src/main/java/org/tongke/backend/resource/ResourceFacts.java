package org.tongke.backend.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.directory.SchoolStage;

/**
 * What is said of a resource.
 *
 * @param title title
 * @param description what it is good for; null if that is not told
 * @param subjectCode subject; null if it is of none
 * @param gradeCodes grades that it is for, the lowest first; none if it is for all
 * @param stage what ages it is for; null if it is for all
 * @param licence what others may do with it
 */
public record ResourceFacts(
        String title,
        @Nullable String description,
        @Nullable String subjectCode,
        List<String> gradeCodes,
        @Nullable SchoolStage stage,
        Licence licence) {

    public ResourceFacts {
        gradeCodes = List.copyOf(gradeCodes);
    }
}
