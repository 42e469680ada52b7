package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Today;

/** The frame around every Flow page. The bar itself stands in the page from the first byte on, see {@link PageHead}. */
@Layout
@AnonymousAllowed
public final class Shell extends Div implements RouterLayout, AfterNavigationObserver {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Main main = new Main();
    /** On paper alone: whose page it is, and as of when. */
    private final Paragraph printed = new Paragraph();

    private boolean moved;

    public Shell() {
        printed.addClassName("tkf-print-only");
        main.setId("main");
        main.addClassName("tkf-page");
        main.getElement().setAttribute("tabindex", "-1");
        add(printed, main);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.getElement().removeAllChildren();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("document.getElementById('tkf-outline')?.remove()");
        getElement().executeJs("""
                        const line = window.Vaadin?.connectionIndicator;
                        if (line) {
                          line.setAttribute('role', 'status');
                          line.onlineText = $0;
                          line.offlineText = $1;
                          line.reconnectingText = $2;
                        }
                        """, text("shell.online"), text("shell.offline"), text("shell.reconnecting"));
        // Flow shows its last words to those who see; the role lets them be read aloud.
        getElement().executeJs("""
                        new MutationObserver(() => document.querySelectorAll('.v-system-error:not([role])')
                            .forEach(words => words.setAttribute('role', 'alert')))
                            .observe(document.body, {childList: true})
                        """);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asOf = text("shell.printed", MINUTE.format(Today.now()));
        printed.setText(
                SignedIn.current().map(person -> person.unit() + " · " + asOf).orElse(asOf));
        var path = "/" + event.getLocation().getPath();
        getElement().executeJs("""
                        document.querySelectorAll('.tk-bar-place').forEach(place => place.getAttribute('href') === $0
                            ? place.setAttribute('aria-current', 'page') : place.removeAttribute('aria-current'))
                        """, placeOf(path));
        getElement()
                .executeJs(
                        "window.tongkePageDrawn?.($0)",
                        "/" + event.getLocation().getPathWithQueryParameters());
        // Whoever listens or uses a keyboard starts at the new page's title, as after a page load.
        if (moved) {
            main.getElement()
                    .executeJs("setTimeout(() => (this.querySelector('h1') || this).focus({preventScroll: true}))");
        }
        moved = true;
    }

    /** The place in the bar that a page belongs to: its own, or the one that the person came from in all likelihood. */
    private static String placeOf(String path) {
        var places = SignedIn.current().map(Place::of).orElse(List.of());
        return Stream.concat(
                        places.stream()
                                .filter(place -> path.equals(place.path()) || path.startsWith(place.path() + "/")),
                        places.stream().filter(place -> path.startsWith("/communities/") && place.isFlow()))
                .findFirst()
                .map(Place::path)
                .orElse("");
    }
}
