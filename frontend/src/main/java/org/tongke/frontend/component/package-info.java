/**
 * What the screens are made of: language and formats, bars, toasts, live changes. Knows no screen and asks the backend nothing; what
 * that refuses, it says.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "contract"})
package org.tongke.frontend.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
