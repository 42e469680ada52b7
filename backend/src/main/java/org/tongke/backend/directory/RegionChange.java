package org.tongke.backend.directory;

import java.time.LocalDate;

/**
 * Places of a region belong to another one.
 *
 * @param on first day of that
 * @param from the region to which they belonged
 * @param to the region to which they belong since
 * @param isEnd whether the region before ends with it
 */
public record RegionChange(LocalDate on, Region from, Region to, boolean isEnd) {}
