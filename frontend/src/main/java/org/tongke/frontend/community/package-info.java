/** Communities as the screens name and find them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "component", "contract"})
package org.tongke.frontend.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
