package org.tongke.backend.resource.graphql;

import org.tongke.backend.base.who.Scope;
import org.tongke.backend.resource.ResourceCounts;

/**
 * The type {@code ResourceCounts} of the schema.
 *
 * @param counts how many there are
 * @param scope where the caller may look
 */
record CountedResources(ResourceCounts counts, Scope scope) {}
