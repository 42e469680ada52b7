package org.tongke.backend.directory;

import org.jspecify.annotations.Nullable;

/**
 * A school to be written.
 *
 * @param before as it stood when it was read; null for a new one
 * @param after as it is to stand
 */
public record SchoolChange(@Nullable School before, School after) {}
