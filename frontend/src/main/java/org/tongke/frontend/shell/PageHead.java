package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Theme;

/**
 * What a Flow page shows before any of its scripts runs: language, appearance, the bar of places, and the outline of a page. On a bad link
 * that is what a person sees for seconds, and the bar already works. The bar stays outside of Flow's own part of the page for good.
 */
@Component
class PageHead implements VaadinServiceInitListener {
    /** The same as in the head of the pocket pages, and the script that goes back to where one was. */
    private static final String HEAD = """
            <meta name="color-scheme" content="light dark">
            <meta name="theme-color" content="#0b5d5c">
            <meta name="format-detection" content="telephone=no">
            <link rel="icon" href="/tk/emblem.svg" type="image/svg+xml">
            <link rel="apple-touch-icon" href="/m/icon-192.png">
            <link rel="manifest" href="/m/manifest.webmanifest">
            <script src="/flow/place.js"></script>
            """;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PageHead::write);
        event.getSource().addUIInitListener(init -> {
            if (VaadinServletRequest.getCurrent() != null) {
                init.getUI()
                        .setLocale(Language.of(VaadinServletRequest.getCurrent().getHttpServletRequest())
                                .locale());
            }
        });
    }

    private static void write(IndexHtmlResponse response) {
        if (response.getVaadinRequest() instanceof VaadinServletRequest request) {
            write(response.getDocument(), request.getHttpServletRequest());
        }
    }

    private static void write(Document page, HttpServletRequest request) {
        var language = Language.of(request);
        var root = page.child(0);
        root.attr("lang", language.tag());
        if (Theme.of(request) != Theme.DEVICE) {
            root.attr("data-theme", Theme.of(request).code());
        }
        page.title(text(language, "pocket.name"));
        page.head().append(HEAD);

        var body = page.body();
        var outline = outline(language);
        body.prependChild(outline);
        SignedIn.current().ifPresent(person -> {
            if (Place.of(person).contains(Place.WEEK)) {
                body.prependChild(bell());
            }
            body.prependChild(bar(person, language));
        });
        body.prependChild(skip(language));
        // The big theme is needed by Flow's components alone: the bar and the outline do not wait for it.
        for (var theme : page.select("link[href$=lumo.css]")) {
            body.appendChild(theme);
        }
    }

    private static Element skip(Language language) {
        return new Element("button")
                .addClass("tkf-skip")
                .attr("type", "button")
                .attr("onclick", "document.getElementById('main')?.focus()")
                .text(text(language, "shell.skip"));
    }

    private static Element bar(SignedIn person, Language language) {
        var bar = new Element("nav").addClass("tk-bar").attr("aria-label", text(language, "shell.places"));
        var brand = bar.appendElement("a")
                .addClass("tk-bar-brand")
                .attr("href", person.account().getStartPath())
                .attr("router-ignore", true);
        brand.appendElement("img")
                .attr("src", "/tk/emblem.svg")
                .attr("alt", "")
                .attr("width", "32")
                .attr("height", "32");
        brand.appendElement("span").text(text(language, "pocket.name"));
        for (var place : Place.of(person)) {
            var link = bar.appendElement("a").addClass("tk-bar-place").attr("href", place.path());
            if (!place.isFlow()) {
                link.attr("router-ignore", true);
            }
            link.appendElement("span").addClass("tk-icon").attr("data-icon", place.code());
            link.appendElement("span").addClass("tk-bar-name").text(text(language, "pocket.bar." + place.code()));
        }
        return bar;
    }

    /** The way to the notices, for those who have a timetable; the same element as on the pocket pages. */
    private static Element bell() {
        var head = new Element("header").addClass("tkf-bell");
        head.appendElement("tk-bell");
        head.appendElement("script").attr("type", "module").attr("src", "/tk/bell.js");
        head.appendElement("script").attr("type", "module").attr("src", "/tk/in-app.js");
        return head;
    }

    /** Grey shapes where text will stand; after a second words say what is going on, after ten what may be wrong. */
    private static Element outline(Language language) {
        var outline = new Element("div").attr("id", "tkf-outline").addClass("tkf-page");
        outline.appendElement("div").addClass("tkf-ghost tkf-ghost-title");
        for (var line = 0; line < 3; line++) {
            outline.appendElement("div").addClass("tkf-ghost");
        }
        outline.appendElement("p").addClass("tkf-late").attr("role", "status").text(text(language, "shell.opening"));
        outline.appendElement("p").addClass("tkf-very-late").text(text(language, "shell.opening.long"));
        return outline;
    }
}
