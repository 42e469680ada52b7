/** 找课: communities to follow, what following brings, and what is followed. The week itself is a pocket page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "community", "component", "contract", "directory"})
package org.tongke.frontend.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
