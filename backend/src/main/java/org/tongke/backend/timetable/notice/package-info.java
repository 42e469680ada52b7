/**
 * Notices: what changed in the activities of one's own timetable, what the rooms above tell of resources, and how far that was read. A notice
 * is no document: it is found in the changes that activities keep, and in the facts of the rooms above, each of which is a {@link
 * org.tongke.backend.timetable.notice.NoticeSource}. Owns the collection {@code noticeReads}, in which stands how far each account has read.
 */
@NullMarked
@NamedInterface("notice")
package org.tongke.backend.timetable.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
