/** The frame of the Flow pages: page head and bar of places, layout, what is shown when something is missing, forbidden, over or away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract", "timetable"})
package org.tongke.frontend.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
