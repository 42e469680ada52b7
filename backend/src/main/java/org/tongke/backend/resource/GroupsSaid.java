package org.tongke.backend.resource;

import java.util.List;

/**
 * With whom a resource is to be shared, as the client says it.
 *
 * @param communityIds raw ids of communities of the owner's school, at most 20
 * @param county whether with all schools of its county
 */
public record GroupsSaid(List<String> communityIds, boolean county) {}
