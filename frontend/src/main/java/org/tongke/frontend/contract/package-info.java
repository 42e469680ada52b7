/** The generated classes of the contract, {@code schema.graphqls}. Nothing is written here by hand. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.tongke.frontend.contract;

import org.springframework.modulith.ApplicationModule;
