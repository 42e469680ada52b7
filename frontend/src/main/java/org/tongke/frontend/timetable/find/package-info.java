/** The grand timetable 全省统一大课表 as a page: what is looked for stands in its address, counts by value beside it, lessons below. */
@NullMarked
package org.tongke.frontend.timetable.find;

import org.jspecify.annotations.NullMarked;
