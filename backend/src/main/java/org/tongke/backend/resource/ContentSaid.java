package org.tongke.backend.resource;

import java.util.Optional;

/**
 * What a version is to consist of, as the client says it: either a file or a link.
 *
 * @param file the file
 * @param link the link; its address is not looked at yet
 */
public record ContentSaid(Optional<FileSaid> file, Optional<ResourceContent.Link> link) {}
