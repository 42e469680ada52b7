/**
 * What a teacher follows, adds, hides and enters, and the week that comes of it. Owns the collection {@code timetables}, in which
 * all that an account can edit stands in one document. A timetable holds channels and ids, no activities: a week is arranged anew
 * from the activities that touch them, so that it can never be out of date.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "community",
            "community :: programme",
            "activity",
            "activity :: value",
            "term",
            "access"
        })
package org.tongke.backend.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
