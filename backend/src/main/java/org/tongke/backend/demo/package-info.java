/**
 * What a first start shows: one county with invented schools, communities of each mode, an account per role, and the lessons
 * of the weeks around today that a supplier reports; then, while the pages answer already, the province around it and what communities show of the standard, with drawn files. Only where {@code tongke.demo} is true. It does what people and suppliers do, through
 * the same commands, and can run any number of times.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "access",
            "community",
            "community :: programme",
            "community :: roster",
            "activity",
            "file",
            "evidence",
            "push",
            "register",
            "resource",
            "verification",
            "verification :: review",
            "exchange",
            "term"
        })
package org.tongke.backend.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
