/** A school's year on the screen: its bell schedules 作息, which a clerk enters as lines of text. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract"})
package org.tongke.frontend.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
