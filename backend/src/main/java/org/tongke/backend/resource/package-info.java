/**
 * Material that teachers share with groups 分享组 (notice, annex 3, 二.1.(3)): communities of their school, or the county. Owns the
 * collections {@code resources}, {@code resourceTies} (which lesson uses what), {@code resourceOpenings} (who has opened what) and
 * {@code resourceProblems} (what is said to be wrong). A file
 * is one object of the room {@code file}, whoever shares it with whom; what it is shared as travels in the upload's ticket and becomes a
 * resource, or a new version of one, when the file has been checked.
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
            "activity",
            "activity :: value",
            "timetable :: notice"
        })
package org.tongke.backend.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
