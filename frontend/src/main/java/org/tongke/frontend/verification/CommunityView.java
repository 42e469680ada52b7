package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.community.CommunityHistoryPanel;
import org.tongke.frontend.community.CommunityOffice;
import org.tongke.frontend.community.CommunityWords;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.FollowPreview;
import org.tongke.frontend.timetable.FollowButton;
import org.tongke.frontend.timetable.Following;
import org.tongke.frontend.timetable.LessonList;

/** A community: its schools for everybody, its next lessons for those who may follow it, its progress and evidence for those concerned. */
@Route("communities/:community")
@PermitAll
public final class CommunityView extends Page implements BeforeEnterObserver {
    private final Standings standings;
    private final Desks desks;
    private final Following following;
    private final CommunityOffice office;

    public CommunityView(Standings standings, Following following, CommunityOffice office, Desks desks) {
        this.office = office;
        this.standings = standings;
        this.desks = desks;
        this.following = following;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("community").map(Links::decode).orElseThrow(NotFoundException::new);
        var address =
                ProgressAddress.read(event.getLocation().getQueryParameters()).address();
        var standing = standings.findCommunity(id, address.asOf()).orElseThrow(NotFoundException::new);
        var community = standing.community();
        clear();
        title(community.getName());
        var schools = CommunityWords.kind(community) + " · " + CommunityWords.schools(community);
        line(address.asOf() == null ? schools : text("verification.schools.today", schools));
        above(back(standing, address));
        if (SignedIn.current().filter(SignedIn::hasTimetable).isPresent()) {
            following.findPreview(id).ifPresent(this::addLessons);
        }
        if (standing.progress().isPresent()) {
            addProgress(standing, address);
        } else if (address.asOf() != null) {
            add(
                    new DayField(address.asOf(), day -> open(id, address.asOf(day))),
                    new Notice(text("verification.noProgress.day"), text("verification.noProgress.day.why")));
        } else if (isOfficer()) {
            add(new Notice(text("verification.noProgress"), text("verification.noProgress.why")));
        }
        if (isOfficer()) {
            add(new CommunityHistoryPanel(office, id, () -> getUI().ifPresent(ui -> ui.refreshCurrentRoute(false))));
        }
    }

    private static Anchor back(Standing standing, ProgressAddress address) {
        if (!isOfficer()) {
            return Links.to("/find/communities", text("verification.backToFind"));
        }
        var county = standing.community().getCounty();
        return standing.progress().isPresent()
                ? Links.to(
                        "/progress/" + county.getCode() + address.dayQuery(),
                        text("verification.backTo", county.getName()))
                : Links.to("/communities", text("verification.backToList"));
    }

    private void addProgress(Standing standing, ProgressAddress address) {
        var id = standing.community().getId();
        add(new DayField(address.asOf(), day -> open(id, address.asOf(day))));
        if (address.asOf() == null) {
            add(new StandingPanel(new Desk(desks, standing), standing), lessonTable(id));
        } else {
            var when = new Paragraph(text("verification.asOf.day", Formats.date(address.asOf())));
            when.addClassName("tkf-soft");
            add(when);
            standing.progress().map(PastPanel::new).ifPresent(this::add);
        }
    }

    private static void open(String id, ProgressAddress address) {
        UI.getCurrent().navigate("communities/" + Links.encode(id) + address.dayQuery());
    }

    /** 课堂信息汇总表, as a workbook and to print. */
    private static Section lessonTable(String id) {
        var path = "/exports/lessons/" + Links.encode(id) + ".";
        var language = "?lang=" + Language.current().tag();
        var section = new Section(
                new H2(text("verification.lessons")),
                new Row(
                        Links.button(Links.out(path + "xlsx" + language, text("verification.file.xlsx"))),
                        Links.button(Links.out(path + "html" + language, text("verification.file.html")))));
        section.addClassName("tkf-card");
        return section;
    }

    private void addLessons(FollowPreview preview) {
        var words = new Span(preview.getWords());
        words.addClassName("tkf-words");
        var act = new Row(words, new FollowButton(following, preview));
        act.addClassName("tkf-apart");
        var section = new Section(act);
        section.addClassName("tkf-card");
        section.add(
                preview.getNext().isEmpty()
                        ? new Notice(text("timetable.next.none"), preview.getWords())
                        : new LessonList(preview.getNext()));
        add(section);
    }

    private static boolean isOfficer() {
        return SignedIn.current().flatMap(SignedIn::office).isPresent();
    }
}
