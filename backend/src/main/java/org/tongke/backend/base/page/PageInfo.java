package org.tongke.backend.base.page;

import org.jspecify.annotations.Nullable;

/** Where a page of a connection stands in its list. */
public record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
