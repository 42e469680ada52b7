/**
 * Designated push 指定推送 (notice, annex 3, 二.1.(3)): a resource centre 资源中心 chooses schools by rule to whom it gives a resource, now or
 * later, sees who has opened and used it, reminds the others, and can take it back; schools recommend what they share to the centre. Owns the
 * collections {@code pushes}, {@code pushDeliveries} (which school was given what) and {@code recommendations}. Nothing is copied for a reader:
 * who is given something is found by the school, and what became of it is counted from the facts of the room {@code resource}.
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
            "activity :: value",
            "timetable :: notice",
            "resource"
        })
package org.tongke.backend.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
