package org.tongke.backend.verification.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.community.programme.DocumentAsked;

/** Something a criterion still lacks, as data; {@link Lacking} puts it into words. Counts are at least 1. */
public sealed interface Missing {

    /** More different subjects among the activities of a kind; {@code pairedWith} as in {@link Measure}. */
    record Subjects(
            String activityKind, int count, @Nullable String pairedWith) implements Missing {}

    /** More activities of a kind; {@code pairedWith} as in {@link Measure}. */
    record Activities(
            String activityKind, int count, @Nullable String pairedWith) implements Missing {}

    /** More files of a document that is asked for. */
    record Document(DocumentAsked document, int count) implements Missing {}

    /** Member schools, by id, at which no backbone teacher of the core school has worked. */
    record Members(List<String> schools) implements Missing {
        public Members {
            schools = List.copyOf(schools);
        }
    }
}
