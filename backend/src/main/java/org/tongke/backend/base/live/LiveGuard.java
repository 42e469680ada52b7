package org.tongke.backend.base.live;

import jakarta.servlet.http.HttpServletRequest;
import org.tongke.backend.base.who.Viewer;

/** Says who an open page still belongs to. The room that knows tokens implements it; without it, a page keeps its viewer. */
public interface LiveGuard {
    /**
     * Who the token of a page's request stands for now; {@link Viewer#NOBODY} when it was revoked or is past its time. Asked
     * every 15 seconds for each open page, on a thread of the page.
     */
    Viewer viewerNow(HttpServletRequest request);
}
