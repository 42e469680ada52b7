/**
 * What communities have shown of the standard (notice part 三, annex 2): progress, recomputed from facts. Owns the collections
 * {@code progress} and {@code progressHistory}. The evaluator in {@code evaluation} is pure: (facts, standard) → result. What the county finds of it stands in
 * {@code review}, which builds on progress; progress knows of it as one more fact.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "community",
            "community :: programme",
            "activity",
            "term",
            "evidence",
            "register",
            "access",
            "file :: inspection"
        })
package org.tongke.backend.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
