package org.tongke.backend.activity;

import java.time.Instant;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/**
 * A page of a community's activities.
 *
 * @param communityId raw id of the community
 * @param asked what is asked of it; the same for all communities of a list
 */
public record ActivityPage(String communityId, Asked asked) {

    /**
     * What is asked of a community's activities.
     *
     * @param from first instant of the window in which they begin
     * @param to first instant after the window
     * @param page which page
     * @param scope where the caller may look
     */
    public record Asked(Instant from, Instant to, PageRequest page, Scope scope) {}
}
