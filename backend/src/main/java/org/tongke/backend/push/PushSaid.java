package org.tongke.backend.push;

import java.time.Instant;
import java.util.Optional;

/**
 * A push as somebody says it.
 *
 * @param resourceId raw id of the resource
 * @param rule which schools it is for
 * @param note what the schools are told; empty for nothing
 * @param sendAt when; empty for at once
 * @param confirmEverybody that it is meant for all schools of the region, if it meets all
 */
public record PushSaid(
        String resourceId, RuleSaid rule, Optional<String> note, Optional<Instant> sendAt, boolean confirmEverybody) {}
