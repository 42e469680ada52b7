/**
 * What every room stands on: who is asking, ids, errors, paging, MongoDB, the bucket, the change feed, live nudges, the clock.
 * Knows no room.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.tongke.backend.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
