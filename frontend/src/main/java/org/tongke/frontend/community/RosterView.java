package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.Programme;
import org.tongke.frontend.contract.types.Roster;

/**
 * 名单: the roster of a county, to be filled in, handed in and opened again; of a city and the province the rosters of their counties, to be
 * rolled up. The region stands in the address, and with it which rosters are shown.
 */
@Route(RosterView.PATH + "/:region?")
@RolesAllowed({"COUNTY_OFFICER", "CITY_OFFICER", "PROVINCE_OFFICER"})
public final class RosterView extends Page implements BeforeEnterObserver {
    static final String PATH = "roster";

    private final Rosters rosters;
    private final Programmes programmes;
    private final Unread unread = new Unread();
    private String own = "";
    private String code = "";

    public RosterView(Rosters rosters, Programmes programmes) {
        this.rosters = rosters;
        this.programmes = programmes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        own = SignedIn.current().flatMap(SignedIn::office).orElseThrow(NotFoundException::new);
        code = event.getRouteParameters().get("region").orElse(own);
        var query = event.getLocation().getQueryParameters();
        var address = RosterAddress.read(query);
        var unknown = new ArrayList<>(RosterAddress.unread(query));
        if (address.programme() != null && programmes.find(address.programme()).isEmpty()) {
            unknown.add("programme=" + address.programme());
        }
        unread.say(unknown);
        show(address);
    }

    private void show(RosterAddress address) {
        clear();
        add(unread);
        rosters.find(code, programmes.idOf(address.programme()))
                .ifPresentOrElse(roster -> showCounty(roster, address), () -> showCounties(address));
    }

    private void showCounty(Roster roster, RosterAddress address) {
        title(text("roster.title", roster.getCounty().getName()));
        line(roster.getProgramme().getName());
        if (!code.equals(own)) {
            var way = new Nav(Links.to("/" + PATH + address.yearQuery(), text("roster.all")));
            way.addClassName("tkf-crumbs");
            above(way);
        }
        add(years(roster.getProgramme(), address));
        add(new RosterDesk(rosters, roster, () -> show(address)));
    }

    private void showCounties(RosterAddress address) {
        var all = rosters.list(code, programmes.idOf(address.programme()));
        title(text("roster.counties"));
        if (all.isEmpty()) {
            line("");
            add(new Notice(
                    text("roster.none"),
                    text("roster.none.why"),
                    Links.button(Links.to("/" + PATH, text("roster.own")))));
            return;
        }
        line(all.getFirst().getProgramme().getName());
        add(years(all.getFirst().getProgramme(), address));
        add(new RosterOverview(rosters, code, all, address, this::show));
    }

    /** Another year is another page, so that going back leads to this one. */
    private ProgrammeChoice years(Programme shown, RosterAddress address) {
        return new ProgrammeChoice(
                programmes.list(),
                shown.getCode(),
                chosen -> getUI().ifPresent(ui ->
                        ui.navigate(PATH + "/" + code, address.programme(chosen).write())));
    }
}
