/**
 * What the public sees without signing in: the verified communities by county, how the regions stand, and a week of lessons. It shows a small part of what the rooms below have, and its records hold nothing else, so that no name of a person, no
 * link and no picture can come along. Nobody's answers cost little: how all regions stand is looked up once for all who ask.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directory",
            "community",
            "community :: programme",
            "activity",
            "activity :: value",
            "verification",
            "verification :: deadline",
            "verification :: words"
        })
package org.tongke.backend.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
