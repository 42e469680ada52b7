/**
 * Regions and schools: who there is and where. Owns the collection {@code schools}; regions are data of the product.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.tongke.backend.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
