package org.tongke.backend.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name that a school had.
 *
 * @param name full name, as it was on the seal
 * @param until first day of the name that followed; null if not told
 */
public record FormerName(String name, @Nullable LocalDate until) {}
