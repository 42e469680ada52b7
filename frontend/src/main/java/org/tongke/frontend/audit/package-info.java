/** The audit trail on the screen: who changed what, with filters in the address, and the same as a workbook. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "client", "component", "contract"})
package org.tongke.frontend.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
