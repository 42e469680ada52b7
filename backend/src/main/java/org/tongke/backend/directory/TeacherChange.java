package org.tongke.backend.directory;

import org.jspecify.annotations.Nullable;

/**
 * A teacher to be written.
 *
 * @param before as he or she stood when it was read; null for a new one
 * @param after as he or she is to stand
 */
public record TeacherChange(@Nullable Teacher before, Teacher after) {}
