/** What activities can be: an administrator adds a kind and says what is asked of it, and nothing needs to be released for it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "component", "contract"})
package org.tongke.frontend.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
