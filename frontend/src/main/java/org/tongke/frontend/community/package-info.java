/** Communities as the screens name and find them, the pages of targets, rosters and all communities. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract", "directory"})
package org.tongke.frontend.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
