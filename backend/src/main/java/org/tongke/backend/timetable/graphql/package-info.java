/** The timetable in GraphQL. */
@NullMarked
package org.tongke.backend.timetable.graphql;

import org.jspecify.annotations.NullMarked;
