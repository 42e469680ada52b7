package org.tongke.backend.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.directory.SchoolStage;

/**
 * What is said of a resource, as the client says it.
 *
 * @param title title, at most 200 characters
 * @param description what it is good for, at most 1,000 characters
 * @param subject code or name of the subject
 * @param grades codes or names of the grades, at most 20
 * @param stage what ages it is for
 * @param licence what others may do with it
 */
public record FactsSaid(
        String title,
        @Nullable String description,
        @Nullable String subject,
        List<String> grades,
        @Nullable SchoolStage stage,
        Licence licence) {}
