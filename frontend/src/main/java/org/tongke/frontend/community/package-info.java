/** Communities as the screens name and find them, and the rosters that plan them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract"})
package org.tongke.frontend.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
