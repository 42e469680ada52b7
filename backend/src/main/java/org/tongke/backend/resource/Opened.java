package org.tongke.backend.resource;

/**
 * A resource that somebody opens.
 *
 * @param resource the resource
 * @param url where it is: of a file an address that is good for a minute or two
 */
public record Opened(Resource resource, String url) {}
