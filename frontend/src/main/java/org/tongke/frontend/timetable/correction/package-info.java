/** 纠错: what people say is wrong with lessons, and what was done about it. */
@NullMarked
package org.tongke.frontend.timetable.correction;

import org.jspecify.annotations.NullMarked;
