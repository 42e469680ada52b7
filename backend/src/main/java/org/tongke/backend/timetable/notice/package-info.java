/**
 * Notices: what changed in the activities of one's own timetable, and how far that was read. A notice is no document: it is
 * found in the changes that activities keep. Owns the collection {@code noticeReads}, in which stands how far each account has read.
 */
@NullMarked
package org.tongke.backend.timetable.notice;

import org.jspecify.annotations.NullMarked;
