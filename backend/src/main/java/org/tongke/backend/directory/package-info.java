/**
 * Regions, schools and teachers: who there is and where. Owns the collections {@code schools} and {@code teachers}; regions are data of the product.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.tongke.backend.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
