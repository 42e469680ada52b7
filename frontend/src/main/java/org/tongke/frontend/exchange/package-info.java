/**
 * Suppliers on the screen: how their reports do, which rows wait with the way to mend them in place, what their names stand for, and the
 * last batches. For a supplier its own, for administrators all. What is wrong, what to do and what a name may stand for is the backend's
 * answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract"})
package org.tongke.frontend.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
