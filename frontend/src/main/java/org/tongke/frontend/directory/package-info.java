/** Regions, schools and teachers: as the screens offer them, and the pages on which offices and clerks look them up, edit and import them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract"})
package org.tongke.frontend.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
