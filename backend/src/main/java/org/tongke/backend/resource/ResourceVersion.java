package org.tongke.backend.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a resource.
 *
 * @param id the client's id of it
 * @param content what it consists of
 * @param note what is new; null if that is not told
 * @param addedAt when it was added
 */
public record ResourceVersion(
        String id, ResourceContent content, @Nullable String note, Instant addedAt) {}
