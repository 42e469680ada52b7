package org.tongke.frontend.pocket;

import java.util.stream.Stream;

/** A pocket page. Its address, its module, its style sheet and the template of its body have one name. */
enum PocketPage {
    SIGN_IN("sign-in", "pocket.signIn.title"),
    SIGN_OUT("sign-out", "pocket.signOut.title"),
    TODAY("today", "pocket.today.title"),
    WEEK("week", "pocket.week.title"),
    UPLOAD("upload", "pocket.upload.title"),
    NOTICES("notices", "pocket.notices.title"),
    ENTER("enter", "pocket.enter.title");

    private final String code;
    private final String titleKey;

    PocketPage(String code, String titleKey) {
        this.code = code;
        this.titleKey = titleKey;
    }

    /** Name of the page, as in {@code sign-in}. */
    String code() {
        return code;
    }

    /** Key of the page's title. */
    String titleKey() {
        return titleKey;
    }

    /** Address of the page, as in {@code /m/sign-in}. */
    String path() {
        return "/m/" + code;
    }

    /** Address of the module that fills the page. */
    String module() {
        return path() + ".js";
    }

    /** Whether it begins with a week, which is worth asking for before the modules that show it are there. */
    boolean beginsWithWeek() {
        return this == TODAY || this == WEEK;
    }

    /** Address of the style sheet that only this page has; not every page has one. */
    String style() {
        return path() + ".css";
    }

    /** The page with an address; throws if there is none. */
    static PocketPage at(String path) {
        return Stream.of(values())
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pocket page at " + path));
    }
}
