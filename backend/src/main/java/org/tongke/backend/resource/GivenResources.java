package org.tongke.backend.resource;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongke.backend.base.who.Viewer;

/** What people see beside what is shared with the groups of their schools. Rooms above have beans of it. */
public interface GivenResources {
    /**
     * Raw ids of the resources that are given to people of schools, by raw id of the school. As many round trips, whatever there is.
     *
     * @param viewer who asks; empty for all that is given to anybody of the schools
     * @param schoolIds raw ids of the schools as whose teacher or clerk is asked
     */
    Map<String, Set<String>> of(Optional<Viewer> viewer, Collection<String> schoolIds);
}
