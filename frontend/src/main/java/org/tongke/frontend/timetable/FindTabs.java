package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Nav;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.Role;

/** What can be found: lessons, communities; what is said to be wrong with lessons; and what is followed already. */
public final class FindTabs extends Nav {
    /** Address of the lessons. */
    public static final String LESSONS = "/find";

    /** Address of the communities. */
    public static final String COMMUNITIES = "/find/communities";

    /** Address of what is said to be wrong with lessons. */
    public static final String CORRECTIONS = "/find/corrections";

    /** @param path address of the page that is open */
    public FindTabs(String path) {
        addClassName("tkf-tabs");
        setAriaLabel(text("find.tabs"));
        tab(LESSONS, text("find.tab.lessons"), path);
        tab(COMMUNITIES, text("find.tab.communities"), path);
        if (SignedIn.current().filter(FindTabs::seesCorrections).isPresent()) {
            tab(CORRECTIONS, text("find.tab.corrections"), path);
        }
        if (SignedIn.current().filter(SignedIn::hasTimetable).isPresent()) {
            tab("/me", text("find.tab.followed"), path);
        }
    }

    private static boolean seesCorrections(SignedIn person) {
        return person.hasTimetable()
                || person.is(
                        Role.COUNTY_OFFICER,
                        Role.CITY_OFFICER,
                        Role.PROVINCE_OFFICER,
                        Role.SUPPLIER,
                        Role.ADMINISTRATOR);
    }

    private void tab(String path, String words, String current) {
        var link = Links.to(path, words);
        if (path.equals(current)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
