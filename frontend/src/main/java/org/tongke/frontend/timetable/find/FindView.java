package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.directory.Regions;
import org.tongke.frontend.timetable.FindTabs;
import org.tongke.frontend.timetable.Following;
import org.tongke.frontend.timetable.correction.Corrections;

/** 找课: the grand timetable, searched and filtered. Everything that is looked for stands in the address. */
@Route(FindView.PATH)
@PermitAll
public final class FindView extends Page implements BeforeEnterObserver {
    static final String PATH = "find";

    private final Finder finder;
    private final Regions regions;
    private final SearchBar bar = new SearchBar(words -> go(this.search.about(words), false));
    private final OpenSheet sheet;
    private final FacetPanel facets;
    private final WindowBar window = new WindowBar(other -> go(this.search.in(other), true));
    private final FilterChips chips = new FilterChips(this::dropped);
    private final Paragraph ignored = new Paragraph();
    private final Paragraph status = new Paragraph();
    private final LessonResults results = new LessonResults(this::tap);
    private final Div below = new Div();
    private FindSearch search = FindSearch.of(FindWindow.of(FindWindow.Span.STRETCH, Today.on()));

    public FindView(
            Finder finder,
            Lessons lessons,
            Following following,
            Corrections corrections,
            Regions regions,
            Names names) {
        this.finder = finder;
        sheet = new OpenSheet(lessons, following, corrections, lesson -> address(search, lesson), text("find.gone"));
        this.regions = regions;
        facets = new FacetPanel(regions, names, wanted -> go(wanted, true));
        title(text("timetable.find"));
        above(new FindTabs(FindTabs.LESSONS));
        bar.opens(facets);
        ignored.addClassName("tkf-ignored");
        ignored.getElement().setAttribute("role", "status");
        status.addClassNames("tkf-soft", "tkf-count");
        status.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
        below.addClassName("tkf-stack");
        var main = new Div(window, chips, ignored, status, results, below);
        main.addClassNames("tkf-stack", "tkf-find-main");
        var page = new Div(bar, facets, main);
        page.addClassName("tkf-find");
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var read = FindAddress.read(query, Today.on());
        var wanted = query.getParameters().isEmpty() ? atHome(read.search()) : read.search();
        // the sheet alone comes and goes: the list below it stays as long as it has become
        if (!sheet.isOpen() || !wanted.equals(search)) {
            show(wanted, read.ignored());
            facets.openChosen();
        }
        sheet.show(event.getUI(), read.lesson());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        sheet.leave();
    }

    private void tap(String lesson, LessonItem item) {
        getUI().ifPresent(ui -> sheet.tap(ui, lesson, item));
    }

    private static Location address(FindSearch search, @Nullable String lesson) {
        return new Location(PATH, FindAddress.write(search, lesson));
    }

    /** Where a person looks first: at home. */
    private FindSearch atHome(FindSearch everywhere) {
        return SignedIn.current()
                .flatMap(person -> person.homeCounty().or(person::office))
                .flatMap(regions::find)
                .filter(region -> !region.above().isEmpty())
                .map(region -> everywhere.with(FindFacet.REGION, region.code()))
                .orElse(everywhere);
    }

    /** @param keeps whether the way back leads to what was looked for before; half a word is no place to go back to */
    private void go(FindSearch wanted, boolean keeps) {
        if (wanted.equals(search)) {
            return;
        }
        getUI().ifPresent(ui -> {
            var location = address(wanted, null);
            if (keeps) {
                ui.getPage().getHistory().pushState(null, location);
            } else {
                ui.getPage().getHistory().replaceState(null, location);
            }
        });
        show(wanted, List.of());
    }

    /** The chip that had the focus is gone. */
    private void dropped(FindSearch wanted) {
        go(wanted, true);
        status.getElement().executeJs("this.focus()");
    }

    private void show(FindSearch wanted, List<String> notUnderstood) {
        var found = finder.find(wanted);
        search = found.search();
        var conditions = Condition.of(found, regions);
        bar.show(search, found.counts());
        facets.show(search, found.counts());
        window.show(search.window());
        chips.show(search, conditions);
        sayIgnored(notUnderstood, found.ignored());
        status.setText(text(
                found.counts().getTotal() == 1 ? "find.found.one" : "find.found",
                found.counts().getWords(),
                Formats.asOf(found.asOf())));
        results.show(found.page().lessons());
        below.removeAll();
        if (found.page().lessons().isEmpty()) {
            below.add(NothingFound.notice(search, conditions, finder.findNextDay(search), this::dropped));
        } else {
            offerMore(found.page().after());
        }
    }

    private void sayIgnored(List<String> notUnderstood, List<String> unknown) {
        var parts = Stream.concat(notUnderstood.stream(), unknown.stream())
                .distinct()
                .toList();
        ignored.setVisible(!parts.isEmpty());
        ignored.setText(parts.isEmpty() ? "" : text("find.ignored", String.join(text("timetable.schools.and"), parts)));
    }

    private void offerMore(@Nullable String after) {
        below.removeAll();
        if (after != null) {
            var more = new Button(text("find.more"));
            Taps.act(more, () -> {
                var page = finder.findMore(search, after);
                results.append(page.lessons());
                offerMore(page.after());
            });
            below.add(more);
        }
    }
}
