package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Nav;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;

/** Above the developers' pages: the way back, and the other language, since nobody need sign in to choose it on 我. */
final class DeveloperWays extends Nav {
    /** @param back path of the page that this one belongs to; null for the first of them */
    DeveloperWays(@Nullable String back) {
        addClassNames("tkf-crumbs", "tkf-row");
        setAriaLabel(text("developer.ways"));
        if (back != null) {
            add(Links.to(back, text(back.equals(ReferenceView.PATH) ? "developer.reference" : "developer.title")));
        }
        var other = Language.current() == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
        var language = new Button(
                text("shell.me.language." + other.code()),
                click -> getElement()
                        .executeJs(
                                "import('/tk/page.js').then(page => { page.setLanguage($0); location.reload(); })",
                                other.code()));
        language.addThemeName("tertiary");
        language.getElement().setAttribute("lang", other.tag());
        add(language);
    }
}
