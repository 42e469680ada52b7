/**
 * What a teacher follows and the week that comes of it. Owns the collection {@code timetables}. A timetable holds channels, no
 * activities: a week is arranged anew from the activities that touch its channels, so that it can never be out of date.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "directory", "community", "community :: programme", "activity", "access"})
package org.tongke.backend.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
