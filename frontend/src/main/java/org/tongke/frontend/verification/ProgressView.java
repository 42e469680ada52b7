package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.community.ProgrammeChoice;
import org.tongke.frontend.community.Programmes;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Live;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Table;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.CommunityProgressEdge;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.RegionProgress;
import org.tongke.frontend.verification.review.Reviews;
import org.tongke.frontend.verification.review.WaitingLine;
import org.tongke.frontend.verification.share.ShareDialog;
import org.tongke.frontend.verification.share.ShareLinks;

/**
 * 进度: how the communities of an office's region stand, with the regions below to go down into. The region stands in the address, and
 * with it the day, the order and what is shown.
 */
@Route(ProgressView.PATH + "/:region?")
@RolesAllowed({"COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER"})
public final class ProgressView extends Page implements BeforeEnterObserver {
    static final String PATH = "progress";

    /** A county's are all in sight; of more, those come first that matter most. */
    private static final int PAGE_OF_COUNTY = 50;

    private static final int PAGE = 20;
    private static final int CODE_OF_CITY = 4;
    /** A list grows by so many at a time, as many as a question may ask for. */
    private static final int MORE = 100;

    private final Standings standings;
    private final Programmes programmes;
    private final Reviews reviews;
    private final ShareLinks links;
    private final DutyList duties = new DutyList();
    private final RegionFigures figures = new RegionFigures();
    private final ProgressControls controls = new ProgressControls(this::change, this::share);
    private final RegionList regions = new RegionList(this::change);
    private final Table communities = ProgressTables.communities();
    private final Div below = new Div();
    /** How the region stands as a whole, and its regions: whoever asks for the map sees it first. */
    private final Div overview = new Div();

    private final Div sums = new Div();
    /** What is to be done now: no part of a day that is over. */
    private final Div waiting = new Div();

    private String code = "";
    private ProgressAddress address = ProgressAddress.PLAIN;
    private int count = PAGE_OF_COUNTY;

    public ProgressView(Standings standings, Programmes programmes, Reviews reviews, ShareLinks links) {
        this.programmes = programmes;
        this.reviews = reviews;
        this.links = links;
        this.standings = standings;
        overview.addClassName("tkf-stack");
        sums.addClassName("tkf-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var own = SignedIn.current().flatMap(SignedIn::office).orElseThrow(NotFoundException::new);
        var read = ProgressAddress.read(event.getLocation().getQueryParameters());
        code = event.getRouteParameters().get("region").orElse(own);
        address = read.address();
        count = usualCount();
        var region = find().orElseThrow(NotFoundException::new);
        title(text("verification.progress", region.getName()));
        clear();
        crumbs(region, own);
        var unknown = new ArrayList<>(read.unknown());
        if (address.programme() != null && programmes.find(address.programme()).isEmpty()) {
            unknown.add("programme=" + address.programme());
        }
        add(new Unread().say(unknown));
        if (region.getProgress() == null) {
            add(new Notice(
                    text("verification.noRegionProgress"),
                    text("verification.noRegionProgress.why"),
                    Links.button(Links.to("/progress/" + own, text("verification.ownProgress")))));
            return;
        }
        var communityPart = new Section(communities, below);
        communityPart.addClassName("tkf-stack");
        sums.removeAll();
        sums.add(figures, controls);
        countyDocument(region).ifPresent(sums::add);
        waiting.removeAll();
        waiting.add(new WaitingLine(reviews));
        overview.removeAll();
        overview.add(sums);
        if (!region.getChildren().isEmpty()) {
            overview.add(regions);
        }
        add(
                waiting,
                years(region.getProgress()),
                duties,
                ways(),
                overview,
                communityPart,
                new Live("progress", this::nudged));
        show(region);
    }

    /** Another year is another page, so that going back leads to this one. */
    private ProgrammeChoice years(RegionProgress progress) {
        return new ProgrammeChoice(
                programmes.list(),
                progress.getProgramme().getCode(),
                chosen -> getUI().ifPresent(
                                ui -> ui.navigate(address.programme(chosen).behind(PATH + "/" + code))));
    }

    /** What else there is of the region. */
    private Row ways() {
        var query = address.programme() == null ? "" : "?programme=" + Links.encode(address.programme());
        return new Row(
                Links.calm(Links.to("/targets/" + code + query, text("verification.targets"))),
                Links.calm(Links.to("/communities?region=" + code, text("verification.allCommunities"))));
    }

    /** The way to upload one document for all communities; on the phone's page, which keeps it until there is a signal. */
    private static Optional<Div> countyDocument(Region region) {
        var progress = region.getProgress();
        var list = progress == null ? null : progress.getCommunities();
        if (progress == null
                || !progress.getViewerCanUpload()
                || list == null
                || list.getEdges().isEmpty()) {
            return Optional.empty();
        }
        var first = list.getEdges().getFirst().getNode().getCommunity();
        var path = "/m/upload?community=" + Links.encode(first.getId()) + "&county=" + Links.encode(region.getId())
                + "&criterion=1.1";
        var link = Links.calm(Links.out(path, text("verification.countyDocument")));
        var why = new Paragraph(text("verification.countyDocument.why"));
        why.addClassName("tkf-soft");
        var part = new Div(link, why);
        part.addClassName("tkf-act");
        return Optional.of(part);
    }

    /** A day that is over does not change any more. */
    private void nudged() {
        if (address.asOf() == null) {
            look();
        }
    }

    private void change(ProgressAddress other) {
        address = other;
        count = usualCount();
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(PATH + "/" + code, address.write())));
        look();
    }

    private void share(Region region) {
        var progress = region.getProgress();
        if (progress != null) {
            new ShareDialog(links, region, progress.getProgramme()).open();
        }
    }

    private int usualCount() {
        return code.length() > CODE_OF_CITY ? PAGE_OF_COUNTY : PAGE;
    }

    private void look() {
        find().ifPresent(this::show);
    }

    private Optional<Region> find() {
        return standings.findRegion(code, Math.min(count, MORE), address);
    }

    private void show(Region region) {
        var progress = region.getProgress();
        if (progress == null) {
            return;
        }
        line(progress.getProgramme().getName() + " · "
                + (address.asOf() == null
                        ? Formats.asOf(progress.getAsOf())
                        : text("verification.asOf.day", Formats.date(address.asOf()))));
        arrange(address.view() == ProgressAddress.View.MAP);
        controls.show(address, region);
        waiting.setVisible(address.asOf() == null);
        duties.show(region);
        if (address.asOf() != null) {
            duties.setVisible(false);
        }
        figures.show(region, progress);
        regions.show(region, address);
        showCommunities(progress);
    }

    /** The regions stay where they are, so that nobody loses the choice that was just made. */
    private void arrange(boolean mapFirst) {
        if (regions.getParent().isPresent() && mapFirst != (overview.indexOf(regions) == 0)) {
            overview.remove(sums);
            overview.addComponentAtIndex(mapFirst ? 1 : 0, sums);
        }
    }

    private void showCommunities(RegionProgress progress) {
        below.removeAll();
        var list = address.onlyLate() ? progress.getLate() : progress.getCommunities();
        if (list == null || list.getEdges().isEmpty()) {
            communities.setVisible(false);
            below.add(
                    address.onlyLate()
                            ? new Notice(text("verification.late.none"), text("verification.late.none.why"))
                            : new Notice(
                                    text("verification.communities.none"), text("verification.communities.none.why")));
            return;
        }
        communities.setVisible(true);
        var shown = new ArrayList<>(list.getEdges());
        var last = list.getPageInfo();
        while (shown.size() < count && last.getHasNextPage()) {
            var next = standings.findMore(code, Math.min(count - shown.size(), MORE), last.getEndCursor(), address);
            if (next.isEmpty()) {
                break;
            }
            shown.addAll(next.get().getEdges());
            last = next.get().getPageInfo();
        }
        communities.show(shown.stream()
                .map(CommunityProgressEdge::getNode)
                .map(one -> ProgressTables.row(one, address))
                .toList());
        if (last.getHasNextPage()) {
            below.add(new Button(text("shell.more"), click -> {
                count = shown.size() + MORE;
                look();
            }));
        }
    }

    /** The way up, as far as the person's own region. */
    private void crumbs(Region region, String own) {
        var way = new ArrayList<Region>();
        for (var one = region; one != null; one = one.getParent()) {
            way.addFirst(one);
        }
        var start = way.stream().map(Region::getCode).toList().indexOf(own);
        if (start < 0 || start == way.size() - 1) {
            setCrumbs(List.of());
        } else {
            setCrumbs(way.subList(start, way.size() - 1));
        }
    }

    private void setCrumbs(List<Region> regionsAbove) {
        var list = new OrderedList();
        regionsAbove.stream()
                .map(one -> new ListItem(Links.to(address.behind("/progress/" + one.getCode()), one.getName())))
                .forEach(list::add);
        var nav = new Nav(list);
        nav.addClassName("tkf-crumbs");
        nav.setAriaLabel(text("verification.regions"));
        nav.setVisible(!regionsAbove.isEmpty());
        above(nav);
    }
}
