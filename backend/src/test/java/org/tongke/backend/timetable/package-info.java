/** What a teacher follows and the week that comes of it. */
@NullMarked
package org.tongke.backend.timetable;

import org.jspecify.annotations.NullMarked;
