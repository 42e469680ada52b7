package org.tongke.backend.file;

import java.time.Instant;

/**
 * That somebody opened a file itself, not its small picture.
 *
 * @param id raw id
 * @param viewedBy name of the account
 * @param viewedAt when
 * @param viewedFrom network addresses that the request came by, as it names them; the last is the one that the server saw itself
 */
public record FileView(String id, String viewedBy, Instant viewedAt, String viewedFrom) {}
