/**
 * Who is at the browser: signs requests in from the device cookie by asking the backend, keeps strangers out of the Flow pages, and holds the
 * page about oneself. Accounts live in the backend; here is a copy for five seconds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "component", "contract"})
package org.tongke.frontend.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
