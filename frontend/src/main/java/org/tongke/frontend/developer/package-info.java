/**
 * For whoever writes a program: from nothing to the first answer, the programs that are tested, the reference made of the contract, codes,
 * limits, and what has changed. Open to everybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "component", "contract"})
package org.tongke.frontend.developer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
