/** Both journeys from end to end as clients of the API go through them: a lesson to a timetable, a photo to a percentage. */
@NullMarked
package org.tongke.backend.journey;

import org.jspecify.annotations.NullMarked;
