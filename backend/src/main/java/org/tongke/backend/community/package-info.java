/**
 * Who works with whom: programmes with their targets and standards, and the communities (notice part 二.(一), annexes 1 to 4).
 * Owns the collections {@code communities} and {@code raisedTargets}; programmes are data files.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "directory", "access"})
package org.tongke.backend.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
