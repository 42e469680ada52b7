/** Regions as the screens offer them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "contract"})
package org.tongke.frontend.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
