/**
 * What communities have shown of the standard (notice part 三, annex 2): progress, recomputed from facts. Owns the collection
 * {@code progress}. The evaluator in {@code evaluation} is pure: (facts, standard) → result.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "community",
            "community :: programme",
            "activity",
            "evidence",
            "register",
            "access",
            "file :: inspection"
        })
package org.tongke.backend.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
