/**
 * Claims: this file proves that (notice, annex 2: 需上传…). Owns the collection {@code evidence}. A claim is made when leave to upload
 * is asked for and travels in the ticket; it becomes evidence when the file has been checked, under the ticket's id.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "access",
            "file",
            "file :: inspection",
            "community",
            "community :: programme",
            "activity"
        })
package org.tongke.backend.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
