package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Nav;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;

/** What can be found: lessons, communities; and what is followed already. */
public final class FindTabs extends Nav {
    /** Address of the lessons. */
    public static final String LESSONS = "/find";

    /** Address of the communities. */
    public static final String COMMUNITIES = "/find/communities";

    /** @param path address of the page that is open */
    public FindTabs(String path) {
        addClassName("tkf-tabs");
        setAriaLabel(text("find.tabs"));
        tab(LESSONS, text("find.tab.lessons"), path);
        tab(COMMUNITIES, text("find.tab.communities"), path);
        if (SignedIn.current().filter(SignedIn::hasTimetable).isPresent()) {
            tab("/me", text("find.tab.followed"), path);
        }
    }

    private void tab(String path, String words, String current) {
        var link = Links.to(path, words);
        if (path.equals(current)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
