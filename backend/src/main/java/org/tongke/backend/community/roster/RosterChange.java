package org.tongke.backend.community.roster;

import java.time.Instant;
import java.util.List;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Origin;

/**
 * One write to a roster.
 *
 * @param revision the roster's revision after it
 * @param at when
 * @param by who
 * @param fields what it changed: {@code state}, {@code head}, {@code reopening}, {@code reason} of these, and {@code row} for each planned community
 */
public record RosterChange(long revision, Instant at, Origin by, List<FieldChange> fields) {
    public RosterChange {
        fields = List.copyOf(fields);
    }
}
