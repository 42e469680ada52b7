package org.tongke.backend.resource;

import java.time.Instant;
import java.util.List;
import org.tongke.backend.base.mongo.FieldChange;

/**
 * One write to a resource.
 *
 * @param revision the resource's revision after it
 * @param recordedAt when
 * @param by name of who wrote
 * @param fields what changed, old → new
 */
public record ResourceChange(long revision, Instant recordedAt, String by, List<FieldChange> fields) {}
