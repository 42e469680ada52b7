package org.tongke.backend.resource;

import java.time.Instant;

/**
 * That people of a school have opened a resource.
 *
 * @param people how many
 * @param firstAt when the first of them did
 */
public record SchoolOpenings(int people, Instant firstAt) {}
