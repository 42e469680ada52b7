package org.tongke.frontend.timetable;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.community.Communities;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.FollowPreview;
import org.tongke.frontend.directory.RegionItem;
import org.tongke.frontend.directory.Regions;

/** 找课, by community: those of a region and name, with what following each of them brings. Region and words stand in the address. */
@Route(CommunityListView.PATH)
@PermitAll
public final class CommunityListView extends Page implements BeforeEnterObserver {
    static final String PATH = "find/communities";
    private static final int PAGE = 20;
    private static final String REGION = "region";
    private static final String WORDS = "q";

    private final Communities communities;
    private final Following following;
    private final Regions regions;
    private final ComboBox<RegionItem> region = new ComboBox<>(text("timetable.find.region"));
    private final TextField words = new TextField(text("timetable.find.words"));
    private final Filters filters = new Filters(words, region);
    private final UnorderedList results = new UnorderedList();
    private final Div below = new Div();
    private int shown = PAGE;

    public CommunityListView(Communities communities, Following following, Regions regions) {
        this.communities = communities;
        this.following = following;
        this.regions = regions;
        title(text("timetable.communities"));
        above(new FindTabs(FindTabs.COMMUNITIES));
        if (SignedIn.current().filter(SignedIn::hasTimetable).isPresent()) {
            line(text("timetable.find.line"));
        }
        region.setItems(regions.list());
        region.setItemLabelGenerator(RegionItem::label);
        words.setPlaceholder(text("timetable.find.words.example"));
        words.setClearButtonVisible(true);
        Typing.pauses(words);
        results.addClassName("tkf-cards");
        add(filters, results, below);
        region.addValueChangeListener(change -> changed(change.isFromClient()));
        words.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        words.setValue(query.getSingleParameter(WORDS).orElse(""));
        region.setValue(query.getSingleParameter(REGION)
                .or(() -> SignedIn.current().flatMap(CommunityListView::home))
                .flatMap(regions::find)
                .or(() -> regions.list().stream().findFirst())
                .orElse(null));
        shown = PAGE;
        show();
    }

    /** Where a person looks first: at home. */
    private static Optional<String> home(SignedIn person) {
        return person.homeCounty().or(person::office);
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            shown = PAGE;
            remember();
            show();
        }
    }

    private void remember() {
        var query = new HashMap<String, String>();
        if (region.getValue() != null) {
            query.put(REGION, region.getValue().code());
        }
        if (!words.isEmpty()) {
            query.put(WORDS, words.getValue());
        }
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(PATH, QueryParameters.simple(query))));
    }

    private void show() {
        var where = region.getValue() == null ? null : region.getValue().id();
        var found = communities.find(where, words.getValue(), shown);
        var previews = SignedIn.current().filter(SignedIn::hasTimetable).isPresent()
                ? following.findPreviews(
                        found.communities().stream().map(Community::getId).toList())
                : Map.<String, FollowPreview>of();
        results.removeAll();
        below.removeAll();
        found.communities().stream()
                .map(one -> new CommunityItem(one, previews.get(one.getId()), following))
                .forEach(results::add);
        if (found.cutShort()) {
            below.add(new Notice(
                    text("timetable.find.cutShort", Communities.LOOKED_THROUGH), text("timetable.find.cutShort.why")));
        } else if (found.communities().isEmpty()) {
            below.add(nothing());
        }
        if (found.more()) {
            below.add(more());
        }
    }

    private Notice nothing() {
        var everywhere = new Button(text("timetable.find.everywhere"), click -> {
            region.setValue(regions.list().stream().findFirst().orElse(null));
            changed(true);
        });
        return new Notice(
                text("timetable.find.nothing"),
                text(words.isEmpty() ? "timetable.find.nothing.here" : "timetable.find.nothing.named"),
                everywhere);
    }

    private Button more() {
        return new Button(text("shell.more"), click -> {
            shown += PAGE;
            show();
        });
    }
}
