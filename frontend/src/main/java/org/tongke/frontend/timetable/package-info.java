/** 找课: communities to follow, what following brings, and what is followed. The week itself is a pocket page. */
@NullMarked
package org.tongke.frontend.timetable;

import org.jspecify.annotations.NullMarked;
