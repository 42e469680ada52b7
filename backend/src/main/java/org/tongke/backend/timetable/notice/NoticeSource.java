package org.tongke.backend.timetable.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tongke.backend.base.who.Viewer;

/** What people are told beside the changes of their timetable. Rooms above have beans of it. */
public interface NoticeSource {
    /** Which notices these are. */
    default NoticeAbout about() {
        return NoticeAbout.RESOURCES;
    }

    /**
     * All that somebody is told, in any order; few enough to be put in order here. As many round trips, whatever there is.
     *
     * @param since only what happened from then on
     */
    List<? extends News> newsOf(Viewer viewer, Instant since);

    /** Collections in whose facts there are news. */
    Set<String> collections();

    /** What touches somebody, as in {@link org.tongke.backend.base.live.LiveTopics#topicsOf}: open pages ask again when such a fact is written. */
    Collection<String> touchesOf(Viewer viewer);
}
