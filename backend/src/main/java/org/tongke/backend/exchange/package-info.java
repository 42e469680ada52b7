/**
 * What outside platforms report: suppliers, batches, quarantine. A batch is read row by row, what its rows name is found, and each
 * row ends as a report to the room {@code activity} or is kept with the reason. Owns the collections {@code suppliers},
 * {@code batches}, {@code quarantine}, {@code discards} and {@code nameMappings}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "access",
            "community",
            "community :: programme",
            "activity",
            "activity :: value"
        })
package org.tongke.backend.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
