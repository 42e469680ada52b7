/** Claims: this file proves that. Owns the collection {@code evidence}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "directory", "access", "file", "community", "community :: programme", "activity"
        })
package org.tongke.backend.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
