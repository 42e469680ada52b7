package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import org.tongke.frontend.access.DevicesCard;
import org.tongke.frontend.access.OfficeLinks;
import org.tongke.frontend.access.OwnDevices;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.client.SessionOverException;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Theme;
import org.tongke.frontend.contract.types.RoleGrant;
import org.tongke.frontend.timetable.CalendarCard;
import org.tongke.frontend.timetable.CalendarFeeds;
import org.tongke.frontend.timetable.FollowedList;
import org.tongke.frontend.timetable.Following;
import org.tongke.frontend.timetable.NamedCard;
import org.tongke.frontend.timetable.NamedTimetables;
import org.tongke.frontend.timetable.WeekLinkCard;
import org.tongke.frontend.timetable.WeekLinks;

/** 我: who one is, what one follows and looks at apart, the calendar, the link to one's week, how the pages look, and the way out. */
@Route("me")
@PermitAll
public final class MeView extends Page {
    public MeView(
            Following following,
            NamedTimetables named,
            CalendarFeeds calendarFeeds,
            WeekLinks weekLinks,
            OwnDevices devices) {
        var person = SignedIn.current().orElseThrow(SessionOverException::new);
        title(person.account().getName());
        add(roles(person));
        if (person.hasTimetable()) {
            add(
                    new FollowedList(following),
                    new NamedCard(named, following),
                    new CalendarCard(calendarFeeds, named),
                    new WeekLinkCard(weekLinks));
        }
        add(OfficeLinks.of(person));
        add(appearance(), new DevicesCard(devices), Links.button(Links.out("/m/sign-out", text("shell.me.signOut"))));
    }

    private static UnorderedList roles(SignedIn person) {
        var list = new UnorderedList();
        list.addClassName("tkf-plain-list");
        person.account().getRoles().stream()
                .map(RoleGrant::getLabel)
                .map(ListItem::new)
                .forEach(list::add);
        return list;
    }

    private Section appearance() {
        var section = new Section(new H2(text("shell.me.pages")));
        section.addClassName("tkf-card");
        var language = new Choice(text("shell.me.language"));
        for (var one : Language.values()) {
            language.value(
                    one, text("shell.me.language." + one.code()), one.tag(), one == Language.current(), this::choose);
        }
        var now = VaadinServletRequest.getCurrent() == null
                ? Theme.DEVICE
                : Theme.of(VaadinServletRequest.getCurrent().getHttpServletRequest());
        var theme = new Choice(text("shell.me.theme"));
        for (var one : Theme.values()) {
            theme.value(
                    one,
                    text("shell.me.theme." + (one == Theme.DEVICE ? "device" : one.code())),
                    null,
                    one == now,
                    this::choose);
        }
        section.add(language, theme);
        return section;
    }

    private void choose(Language language) {
        getElement()
                .executeJs(
                        "import('/tk/page.js').then(page => { page.setLanguage($0); location.reload(); })",
                        language.code());
    }

    private void choose(Theme theme) {
        getElement().executeJs("import('/tk/page.js').then(page => page.setTheme($0))", theme.code());
    }
}
