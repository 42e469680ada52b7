/** What the screens are made of: language and formats, bars, toasts, live changes. Knows no screen and asks the backend nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.tongke.frontend.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
