/** The timetable in words. */
@NullMarked
package org.tongke.backend.timetable.graphql;

import org.jspecify.annotations.NullMarked;
